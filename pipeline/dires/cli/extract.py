"""`dires extract`."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dires.cli.common import (
    FAILED,
    WRONG_USAGE,
    Inputs,
    MetadataFile,
    Published,
    ending,
    fail,
    iso_date,
    read_metadata,
    sources,
    tell,
)

if TYPE_CHECKING:
    from dires.batch import Sink


class Format(StrEnum):
    """What `dires extract` writes: the names in `dires.batch.FORMATS`."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"
    duckdb = "duckdb"


def extract(
    inputs: Inputs,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="OUT", help="Where to write; else standard output."),
    ] = None,
    format: Annotated[
        Format | None, typer.Option(help="Format of the results; else what OUT's suffix says.")
    ] = None,
    published: Published = None,
    metadata: MetadataFile = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="Processes that work in parallel.")
    ] = 1,
    batch_size: Annotated[
        int, typer.Option(metavar="N", min=1, help="Articles processed together.")
    ] = 32,
) -> None:
    """Find the statements, dates, quantities and entities of articles.

    Results go to OUT or standard output, everything else to standard error. The exit status is
    0 if all went well, 1 if some inputs failed (each is named; the others are done), 2 for wrong
    usage.

    \b
    Examples:
      dires extract article.txt
      dires extract articles/ -o statements.csv
      dires extract articles/ --metadata articles.csv -o statements.duckdb
      dires extract 'archive/**/*.jsonl.gz' -o archive.parquet --workers 4
      cat article.txt | dires extract - --published 2024-07-05 | jq .statements
    """
    import dires
    from dires import batch
    from dires.batch.progress import Progress

    paths = sources(inputs, writing=out, also_read=metadata)
    published = iso_date(published)
    table = read_metadata(metadata)
    with ending(), Progress(bar=out is not None) as progress:
        sink = _open_sink(out, format)
        nlp = dires.load()
        progress.start_clock()
        articles = batch.extract(
            paths,
            nlp=nlp,
            published=published,
            metadata=table,
            n_process=workers,
            batch_size=batch_size,
            on_error=progress.failed,
        )
        with closing(sink), closing(articles):
            for article in articles:
                sink.write(article)
                progress.done(article)
    if table is not None:
        tell(metadata, table.missing, "has no row about")
        tell(metadata, table.unused, "has rows about what was not read:")
    raise typer.Exit(FAILED if progress.failures else 0)


def _open_sink(out: Path | None, format: Format | None) -> Sink:
    from dires.batch import format_of, open_sink

    try:
        chosen = format.value if format else format_of(out) if out else "jsonl"
        return open_sink(out, format=chosen)
    except (ValueError, ImportError) as error:
        fail(str(error), WRONG_USAGE)
    except OSError as error:
        fail(f"{out}: cannot be written: {error.strerror or error}", WRONG_USAGE)
