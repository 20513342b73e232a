"""The command `dires`: parses, calls, prints.

Nothing heavy is imported before a command runs, so that ``dires --help`` is immediate.
"""

from __future__ import annotations

import os
import signal
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
    from dires.readers import Source

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
    """Who pledges, proposes and endorses what, by when and how much: read out of French news."""


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
    workers: Annotated[int, typer.Option(min=1, help="Processes that work in parallel.")] = 1,
    batch_size: Annotated[int, typer.Option(min=1, help="Articles processed together.")] = 32,
) -> None:
    """Find the statements, dates, quantities and entities of articles.

    Results go to OUT or standard output, everything else to standard error. The exit status is
    0 if all went well, 1 if some inputs failed (each is named; the others are done), 2 for wrong
    usage.

    \b
    Examples:
      dires extract article.txt
      dires extract articles/ -o statements.csv
      dires extract 'archive/**/*.jsonl.gz' -o archive.parquet --workers 4
      cat article.txt | dires extract - --published 2024-07-05 | jq .statements
    """
    from dires import batch
    from dires.batch.progress import Progress

    sources = _sources(inputs, out)
    published = _iso_date(published)
    with _ending(), Progress(bar=out is not None) as progress:
        sink = _open_sink(out, format)
        nlp = dires.load()
        progress.start_clock()
        articles = batch.extract(
            sources,
            nlp=nlp,
            published=published,
            n_process=workers,
            batch_size=batch_size,
            on_error=progress.failed,
        )
        with closing(sink), closing(articles):
            for article in articles:
                sink.write(article)
                progress.done(article)
    raise typer.Exit(FAILED if progress.failures else 0)


@app.command()
def show(
    inputs: Inputs,
    published: Published = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each statement was found.")
    ] = False,
) -> None:
    """Show articles with what was found in them.

    In colours on a terminal, as plain text when piped.

    \b
    Examples:
      dires show article.txt
      dires show --explain articles/ | less
    """
    from rich.console import Console

    from dires import batch, report
    from dires.batch.progress import Progress

    sources = _sources(inputs, None)
    published = _iso_date(published)
    with _ending(), Progress(bar=False, summary=False) as progress:
        articles = batch.extract(sources, published=published, on_error=progress.failed)
        report.show(articles, Console(), explain=explain)
    raise typer.Exit(FAILED if progress.failures else 0)


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Annotated articles, JSON lines.")
    ],
    predictions: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="What `dires extract` gave for them; else they are extracted now.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, spurious or different.")
    ] = False,
    bootstrap: Annotated[
        int, typer.Option(min=0, help="Resamples for 95 % confidence intervals; 0 for none.")
    ] = 0,
) -> None:
    """Measure predictions against gold annotations.

    \b
    Examples:
      dires evaluate gold.jsonl
      dires evaluate gold.jsonl predictions.jsonl --errors
    """
    from rich.console import Console

    from dires import evaluation
    from dires.batch.progress import Progress

    with _ending(), Progress(bar=True, summary=False) as progress:
        try:
            predicted = predictions or progress.track(
                evaluation.predict(gold, on_error=progress.failed)
            )
            result = evaluation.evaluate(gold, predicted, bootstrap=bootstrap)
        except ValueError as error:
            _fail(str(error), FAILED)
    evaluation.render(result, Console(), errors=errors)
    raise typer.Exit(FAILED if progress.failures else 0)


def _sources(inputs: list[str], out: Path | None) -> Source:
    """What the arguments name; wrong usage where writing `out` would overwrite one of them."""
    from dires.readers.paths import from_argument, would_read

    sources = [from_argument(argument) for argument in inputs]
    paths = [
        path for source in sources for path in (source if isinstance(source, list) else [source])
    ]
    if out is not None:
        for path in paths:
            if would_read(path, out):
                _fail(f"{out} is among the inputs: write the results elsewhere", WRONG_USAGE)
    return paths


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


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(status)


@contextmanager
def _ending() -> Iterator[None]:
    """Ctrl-C and a reader that goes away (``| head``) end a command quietly.

    Worker processes leave Ctrl-C to this one.
    """
    process = os.getpid()

    def interrupt(signum: int, frame: object) -> None:
        if os.getpid() == process:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Interrupted.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes standard output once more when it exits, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    finally:
        signal.signal(signal.SIGINT, before)


def main() -> None:
    """Run the command."""
    app()
