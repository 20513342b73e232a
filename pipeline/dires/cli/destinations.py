"""Where the results of `dires extract` go: standard output, a file, a folder by Ray."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dires.cli.common import FAILED, WRONG_USAGE, fail
from dires.cli.mode import Mode, load

if TYPE_CHECKING:
    from dires.batch.progress import Progress


class Format(StrEnum):
    """What `dires extract` writes: the names in `dires.batch.FORMATS`."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"
    duckdb = "duckdb"
    datasets = "datasets"


class Engine(StrEnum):
    """What works on many articles."""

    local = "local"
    ray = "ray"


def extract_to_stream(
    out: Path | None,
    paths: list[Path],
    format: Format | None,
    mode: Mode | None,
    progress: Progress,
    **options: Any,
) -> None:
    """Write each article, as it is done, to standard output or a device or pipe."""
    from dires import batch

    chosen = _sink_format(out, format)
    nlp = load(mode)
    progress.start_clock()
    articles = batch.extract(paths, nlp=nlp, on_error=progress.failed, **options)
    with batch.open_sink(out, format=chosen) as sink, closing(articles):
        for article in articles:
            sink.write(article)
            progress.done(article)


def extract_to_file(
    out: Path,
    paths: list[Path],
    format: Format | None,
    mode: Mode | None,
    progress: Progress,
    **options: Any,
) -> None:
    """Bring OUT up to date."""
    from dires import batch

    chosen = _sink_format(out, format)
    nlp = load(mode)
    progress.start_clock(_count(paths) if progress.shown else None)
    try:
        batch.extract_to(
            out,
            paths,
            format=chosen,
            nlp=nlp,
            on_article=progress.done,
            on_error=progress.failed,
            on_unchanged=progress.passed_over,
            **options,
        )
    except BlockingIOError as error:
        fail(str(error), WRONG_USAGE)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        fail(f"{out}: {reason}. What is done is kept: the same command goes on from here.", FAILED)
    except (ValueError, ImportError) as error:
        fail(str(error), WRONG_USAGE)


def extract_on_ray(
    out: str,
    paths: list[str | Path],
    format: Format | None,
    mode: Mode | None,
    progress: Progress,
    *,
    n_process: int,
    batch_words: int,
    **options: Any,
) -> None:
    """Write OUT, a folder, on a Ray cluster."""
    import dires
    from dires.extras import require

    if format not in (None, Format.parquet):
        fail("--engine ray writes Parquet", WRONG_USAGE)
    try:
        require("ray", extra="ray", what="--engine ray")
        from dires.batch import cluster

        load_there = partial(dires.load, mode.value) if mode else None
        progress.start_clock()
        progress.articles, progress.statements, errors = cluster.extract_on_ray(
            out, paths, workers=n_process, load=load_there, **options
        )
    except ImportError as error:
        fail(str(error), WRONG_USAGE)
    except OSError as error:
        fail(f"{out}: cannot be written: {error.strerror or error}", WRONG_USAGE)
    for failure in errors:
        progress.failed(failure)


def _sink_format(out: Path | None, format: Format | None) -> str:
    """What is written to `out` (None: standard output); wrong usage where that cannot be."""
    from dires import batch

    try:
        chosen = format.value if format else batch.format_of(out) if out else Format.jsonl.value
        batch.check_sink(out, format=chosen)
    except (ValueError, ImportError) as error:
        fail(str(error), WRONG_USAGE)
    except OSError as error:
        fail(f"{out}: cannot be written: {error.strerror or error}", WRONG_USAGE)
    return chosen


def _count(paths: list[Path]) -> int | None:
    from dires.readers.counting import count

    try:
        return count(paths)
    except Exception:  # reading tells what is wrong with a file; here it only cannot be counted
        return None
