"""`dires extract`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

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
from dires.cli.destinations import (
    Engine,
    Format,
    extract_on_ray,
    extract_to_file,
    extract_to_stream,
)
from dires.cli.mode import ModeOption


def extract(
    inputs: Inputs,
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar="OUT", help="Where to write; else standard output."),
    ] = None,
    format: Annotated[
        Format | None, typer.Option(help="Format of the results; else what OUT's suffix says.")
    ] = None,
    published: Published = None,
    metadata: MetadataFile = None,
    mode: ModeOption = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="Processes that work in parallel.")
    ] = 1,
    force: Annotated[
        bool, typer.Option("--force", help="Do all articles, those that OUT has too.")
    ] = False,
    redo_failed: Annotated[
        bool, typer.Option("--redo-failed", help="Try those again that failed the last time.")
    ] = False,
    dedupe: Annotated[
        bool,
        typer.Option(
            "--dedupe", help="List what is nearly the same as an article before, in OUT.duplicates."
        ),
    ] = False,
    unordered: Annotated[
        bool,
        typer.Option("--unordered", help="On standard output, each article as soon as it is done."),
    ] = False,
    batch_words: Annotated[
        int, typer.Option(metavar="N", min=1, help="Words that are processed together.")
    ] = 10_000,
    max_size: Annotated[
        int, typer.Option(metavar="N", min=1, help="Characters that an article may have.")
    ] = 10_000_000,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="Time that an article may take.")
    ] = 600,
    engine: Annotated[
        Engine, typer.Option(help="What the workers run on: this machine, or a Ray cluster.")
    ] = Engine.local,
    address: Annotated[
        str | None, typer.Option(help="The Ray cluster; else one is started on this machine.")
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option("--log", metavar="FILE", help="Add failures to FILE, with tracebacks."),
    ] = None,
) -> None:
    """Find the statements, dates, quantities and entities of articles.

    Results go to OUT or standard output, everything else to standard error. The exit status is
    0 if all went well, 1 if some inputs failed (each is named; the others are done), 2 for wrong
    usage.

    OUT is written at the end, whole. What is done meanwhile is kept beside it in OUT.manifest:
    the same command started again, after a stop or with more inputs, does only what is new or
    changed. Failures are listed in OUT.errors.

    On a Ray cluster, OUT is a folder of Parquet files, and INPUT and OUT are what all machines
    see: a shared disk, or addresses such as s3://bucket/articles (Parquet). Nothing is kept
    between runs.

    \b
    Examples:
      dires extract article.txt
      dires extract articles/ -o statements.csv
      dires extract articles/ --metadata articles.csv -o statements.duckdb
      dires extract 'archive/**/*.jsonl.gz' -o archive.parquet --workers 4
      dires extract s3://press/2024/ -o s3://press/found/ --engine ray --workers 64
      cat article.txt | dires extract - --published 2024-07-05 | jq .statements
    """
    from dires.batch.progress import Progress
    from dires.batch.whole import is_stream

    if engine == Engine.ray and (out is None or force or redo_failed or dedupe or unordered):
        fail("--engine ray writes a folder anew: name it with -o, and no such options", WRONG_USAGE)
    if out is None and (force or redo_failed or dedupe):
        fail("--force, --redo-failed and --dedupe need a file: name one with -o", WRONG_USAGE)
    if out is not None and unordered:
        fail("--unordered is for standard output: files are in order", WRONG_USAGE)
    output = Path(out) if out is not None else None
    local = [argument for argument in inputs if engine == Engine.local or "://" not in argument]
    paths = sources(local, writing=output, also_read=metadata)
    published = iso_date(published)
    table = read_metadata(metadata)
    _start_log(log)
    options: dict[str, Any] = {
        "published": published,
        "metadata": table,
        "n_process": workers,
        "batch_words": batch_words,
        "max_size": max_size,
        "timeout": timeout,
    }
    local_file = output is not None and engine == Engine.local
    more = " The same command goes on from here." if local_file else ""
    with ending(f"Interrupted.{more}"), Progress(bar=out is not None) as progress:
        if engine == Engine.ray:
            remote = [argument for argument in inputs if argument not in local]
            options["address"] = address
            extract_on_ray(str(out), [*paths, *remote], format, mode, progress, **options)
        elif output is None or is_stream(output):
            options["ordered"] = not unordered
            extract_to_stream(output, paths, format, mode, progress, **options)
        else:
            options |= {"force": force, "redo_failed": redo_failed, "dedupe": dedupe}
            extract_to_file(output, paths, format, mode, progress, **options)
    if table is not None and engine == Engine.local:
        tell(metadata, table.missing, "has no row about")
        tell(metadata, table.unused, "has rows about what was not read:")
    raise typer.Exit(FAILED if progress.failures else 0)


def _start_log(path: Path | None) -> None:
    if path is None:
        return
    import logging

    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        fail(f"--log: {path}: {error.strerror or error}", WRONG_USAGE)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("dires").addHandler(handler)
