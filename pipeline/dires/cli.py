"""The command `dires`: parses, calls, prints.

Nothing heavy is imported before a command runs, so that ``dires --help`` is immediate.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import dires

if TYPE_CHECKING:
    from dires.batch import Sink
    from dires.readers import Metadata, Source

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Stage(StrEnum):
    """What `dires evaluate` measures: the names in `dires.evaluation.STAGES`."""

    segments = "segments"
    entities = "entities"
    dates = "dates"
    quantities = "quantities"
    statements = "statements"


class Format(StrEnum):
    """What `dires extract` writes: the names in `dires.batch.FORMATS`."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"
    duckdb = "duckdb"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .html, .jsonl, .jsonl.gz), folders, globs, or - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Publication date of articles that give none: 2024-07-05, 5 juillet 2024.",
    ),
]

MetadataFile = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="FILE",
        help="Titles, dates and sources of the articles, as JSON lines or CSV with the keys id or"
        " file, title, published, source. They go before what the articles say themselves.",
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dires {dires.__version__}")
        raise typer.Exit


@app.callback()
def _dires(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Who pledges, proposes and endorses what, by when and how much: read out of French news.

    \b
    Examples:
      dires show article.txt --published 2024-07-05
      dires extract articles/ -o statements.csv
      dires evaluate gold.jsonl

    \b
    More in the help of each command: dires extract --help
    """


@app.command()
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
    from dires import batch
    from dires.batch.progress import Progress

    sources = _sources(inputs, writing=out, also_read=metadata)
    published = _iso_date(published)
    table = _metadata(metadata)
    with _ending(), Progress(bar=out is not None) as progress:
        sink = _open_sink(out, format)
        nlp = dires.load()
        progress.start_clock()
        articles = batch.extract(
            sources,
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
        _tell(metadata, table.missing, "has no row about")
        _tell(metadata, table.unused, "has rows about what was not read:")
    raise typer.Exit(FAILED if progress.failures else 0)


@app.command()
def show(
    inputs: Inputs,
    published: Published = None,
    metadata: MetadataFile = None,
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
      dires show statements.jsonl
      dires show article.txt --svg article.svg --light
    """
    from rich.console import Console

    from dires import batch, report
    from dires.batch.progress import Progress

    if light and svg is None:
        _fail("--light is for pictures: name one with --svg FILE", WRONG_USAGE)
    sources = _sources(inputs, writing=svg, also_read=metadata)
    published = _iso_date(published)
    table = _metadata(metadata)
    with _ending(), Progress(bar=False, summary=False) as progress:
        articles = batch.extract(
            sources,
            published=published,
            metadata=table,
            keep_results=True,
            on_error=progress.failed,
        )
        if svg is None:
            report.show(articles, Console(), explain=explain)
        else:
            _write(svg, report.svg(articles, explain=explain, light=light))
    if table is not None:
        _tell(metadata, table.missing, "has no row about")
    raise typer.Exit(FAILED if progress.failures else 0)


@app.command()
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", exists=True, dir_okay=False, help="Annotated articles, JSON lines."
        ),
    ],
    predictions: Annotated[
        Path | None,
        typer.Argument(
            metavar="PREDICTIONS",
            exists=True,
            dir_okay=False,
            help="What `dires extract` gave for them; else they are extracted now.",
        ),
    ] = None,
    stage: Annotated[
        list[Stage] | None,
        typer.Option(
            metavar="NAME", help=f"Measure only {', '.join(Stage)}; may be given several times."
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, spurious or different.")
    ] = False,
    bootstrap: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, help="Resamples for 95 % confidence intervals; 0 for none."
        ),
    ] = 0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures as JSON, in full precision.")
    ] = False,
) -> None:
    """Measure predictions against gold annotations.

    The exit status is 1 if an article of the gold failed, has no prediction, or has one for
    another text.

    \b
    Examples:
      dires evaluate gold.jsonl
      dires evaluate gold.jsonl predictions.jsonl --errors
      dires evaluate gold.jsonl --stage dates --stage quantities --bootstrap 1000
      dires evaluate gold.jsonl --json | jq '.scores["statements.relaxed"].f1'
    """
    import json

    from rich.console import Console

    from dires import evaluation
    from dires.batch.progress import Progress

    with _ending(), Progress(bar=True, summary=False) as progress:
        try:
            predicted = predictions or progress.track(
                evaluation.predict(gold, on_error=progress.failed)
            )
            result = evaluation.evaluate(
                gold, predicted, stages=stage or evaluation.STAGES, bootstrap=bootstrap
            )
        except ValueError as error:
            _fail(str(error), FAILED)
    if as_json:
        data = result.to_dict()
        if not errors:
            del data["errors"]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        evaluation.render(result, Console(), errors=errors)
    incomplete = progress.failures or result.missing or result.changed
    raise typer.Exit(FAILED if incomplete else 0)


def _sources(inputs: list[str], *, writing: Path | None, also_read: Path | None) -> Source:
    """What the arguments name; wrong usage where `writing` would overwrite what is read."""
    from dires.readers.paths import from_argument, would_read

    sources = [from_argument(argument) for argument in inputs]
    paths = [
        path for source in sources for path in (source if isinstance(source, list) else [source])
    ]
    if writing is not None:
        for path in [*paths, also_read] if also_read else paths:
            if would_read(path, writing):
                _fail(f"{writing} is among the inputs: write the results elsewhere", WRONG_USAGE)
    return paths


def _metadata(path: Path | None) -> Metadata | None:
    from dires.readers import read_metadata

    if path is None:
        return None
    try:
        return read_metadata(path)
    except ValueError as error:
        _fail(f"--metadata: {error}", WRONG_USAGE)
    except OSError as error:
        _fail(f"--metadata: {path}: {error.strerror or error}", WRONG_USAGE)


def _tell(path: Path | None, names: list[str], what: str) -> None:
    """Name the first few of `names`, if there are any."""
    if names:
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        typer.echo(f"{path} {what} {', '.join(names[:5])}{more}", err=True)


def _iso_date(value: str | None) -> str | None:
    from dires.readers import iso_date

    try:
        return iso_date(value)
    except ValueError as error:
        _fail(f"--published: {error}", WRONG_USAGE)


def _open_sink(out: Path | None, format: Format | None) -> Sink:
    from dires.batch import format_of, open_sink

    try:
        chosen = format.value if format else format_of(out) if out else "jsonl"
        return open_sink(out, format=chosen)
    except (ValueError, ImportError) as error:
        _fail(str(error), WRONG_USAGE)
    except OSError as error:
        _fail(f"{out}: cannot be written: {error.strerror or error}", WRONG_USAGE)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        _fail(f"{path}: cannot be written: {error.strerror or error}", WRONG_USAGE)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(status)


@contextmanager
def _ending() -> Iterator[None]:
    """Ctrl-C and a reader that goes away (``| head``) end a command quietly."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes standard output once more when it exits, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def main() -> None:
    """Run the command."""
    app()
