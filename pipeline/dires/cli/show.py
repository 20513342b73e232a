"""`dires show`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
    write,
)
from dires.cli.mode import ModeOption, load


def show(
    inputs: Inputs,
    published: Published = None,
    metadata: MetadataFile = None,
    mode: ModeOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each statement was found.")
    ] = False,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Draw it as a picture, in FILE, instead."),
    ] = None,
    light: Annotated[
        bool, typer.Option("--light", help="Draw dark on light; without, light on dark.")
    ] = False,
) -> None:
    """Show articles with what was found in them.

    In colours on a terminal, as plain text when piped. Records that `dires extract` wrote are
    shown as they are; everything else is extracted first.

    \b
    Examples:
      dires show article.txt
      dires show --explain articles/ | less
      dires show --mode accurate article.txt
      dires show statements.jsonl
      dires show article.txt --svg article.svg --light
    """
    from rich.console import Console

    from dires import batch, report
    from dires.batch.progress import Progress

    if light and svg is None:
        fail("--light is for pictures: name one with --svg FILE", WRONG_USAGE)
    paths = sources(inputs, writing=svg, also_read=metadata)
    published = iso_date(published)
    table = read_metadata(metadata)
    with ending(), Progress(bar=False, summary=False) as progress:
        articles = batch.extract(
            paths,
            nlp=load(mode) if mode else None,
            published=published,
            metadata=table,
            keep_results=True,
            on_error=progress.failed,
        )
        if svg is None:
            report.show(articles, Console(), explain=explain)
        else:
            write(svg, report.svg(articles, explain=explain, light=light))
    if table is not None:
        tell(metadata, table.missing, "has no row about")
    raise typer.Exit(FAILED if progress.failures else 0)
