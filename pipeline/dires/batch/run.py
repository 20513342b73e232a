"""Sources to a file or database, as often as one likes: each run does only what is new."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dires.article import Article
from dires.batch.limits import MAX_SIZE, within_size
from dires.batch.lines import JsonLinesSink
from dires.batch.log import log_error
from dires.batch.manifest import Manifest, open_manifest
from dires.batch.sinks import check_sink, format_of, open_sink
from dires.batch.stream import BATCH_WORDS, process
from dires.batch.whole import beside, is_stream, whole
from dires.extras import require
from dires.readers import InputError, Metadata, Source, read

if TYPE_CHECKING:
    from spacy.language import Language

    from dires.batch.duplicates import Duplicate, Duplicates

ERRORS_SUFFIX: Final = ".errors"
DUPLICATES_SUFFIX: Final = ".duplicates"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: articles extracted, articles that were done before, and failures."""

    done: int
    unchanged: int
    failed: int


def extract_to(
    output: Path,
    sources: Source,
    *,
    format: str | None = None,
    nlp: Language | None = None,
    published: str | date | None = None,
    metadata: Metadata | None = None,
    batch_words: int = BATCH_WORDS,
    n_process: int = 1,
    max_size: int = MAX_SIZE,
    timeout: float | None = None,
    force: bool = False,
    redo_failed: bool = False,
    dedupe: bool = False,
    on_article: Callable[[Article], None] | None = None,
    on_error: Callable[[InputError], None] | None = None,
    on_unchanged: Callable[[], None] | None = None,
) -> Summary:
    """Extract `sources` into `output`, doing only what is new, changed, or of another pipeline.

    What was done is kept in the manifest, a file beside `output` whose name ends in
    ``.manifest``: a run that is stopped, however, goes on where it was when it is started again.
    Articles that failed are tried again with `redo_failed`, all are done anew with `force`.
    `output` is written at the end, whole, with the articles of `sources` in their order; in a
    DuckDB database, articles that are not among `sources` stay. What failed is listed in a file
    beside it whose name ends in ``.errors``, as JSON lines; with `dedupe`, what is nearly the
    same as an article before it, likewise in ``.duplicates``.

    The other options are those of `dires.extract`; `on_article` and `on_error` are called with
    each outcome, `on_unchanged` for each article that was done before. Raises `BlockingIOError`
    while another run writes the same output, `OSError` and `sqlite3.OperationalError` where the
    disk is full (a run started again goes on), `ValueError` and `ImportError` for options that
    cannot be.
    """
    from dires.batch.version import pipeline_version
    from dires.pipeline import load

    format = format or format_of(output)
    check_sink(output, format=format)
    if is_stream(output):
        raise ValueError(f"{output} keeps nothing: write into a file, or use dires.extract")
    nlp = nlp or load()
    done = failed = 0
    with open_manifest(output, pipeline=pipeline_version(nlp)) as manifest:
        if not output.exists():
            manifest.nothing_is_written()
        readings = within_size(read(sources, published=published, metadata=metadata), max_size)
        duplicates = _duplicates() if dedupe else None
        if duplicates is not None:
            readings = duplicates.watch(readings)
        new = manifest.new(
            readings, force=force, redo_failed=redo_failed, on_unchanged=on_unchanged
        )
        batches = process(
            nlp, new, batch_words=batch_words, n_process=n_process, timeout=timeout, ordered=False
        )
        with closing(batches):
            for outcomes in batches:
                manifest.add(outcomes)
                for outcome in outcomes:
                    if isinstance(outcome, Article):
                        done += 1
                        if on_article:
                            on_article(outcome)
                    else:
                        failed += 1
                        log_error(outcome)
                        if on_error:
                            on_error(outcome)
        similar = duplicates.found.values() if duplicates is not None else ()
        _write(output, format, manifest, similar)
        _write_beside(output, ERRORS_SUFFIX, manifest.errors())
        _write_beside(output, DUPLICATES_SUFFIX, map(asdict, similar))
        manifest.end(keep_others=format == "duckdb")
        return Summary(done, manifest.unchanged, failed)


def _duplicates() -> Duplicates:
    require("datasketch", extra="dedupe", what="finding near-duplicates")
    from dires.batch.duplicates import Duplicates

    return Duplicates()


def _write(
    output: Path, format: str, manifest: Manifest, duplicates: Collection[Duplicate]
) -> None:
    if format == "duckdb":
        from dires.batch.database import open_database

        with open_database(output) as database:
            database.remove(manifest.failed_since())
            for record in manifest.changes():
                database.write(Article.from_json(record))
            database.write_errors(manifest.errors())
            database.write_duplicates(map(asdict, duplicates))
        return
    with open_sink(output, format=format) as sink:
        for record in manifest.records():
            if isinstance(sink, JsonLinesSink):
                sink.write_record(record)
            else:
                sink.write(Article.from_json(record))


def _write_beside(output: Path, suffix: str, records: Iterable[dict[str, Any]]) -> None:
    path = beside(output, suffix)
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    if lines:
        with whole(path) as partial:
            partial.write_text("".join(lines), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)
