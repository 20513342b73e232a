"""What the commands share: arguments, checks, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from dires.readers import Metadata

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .html, .jsonl, .jsonl.gz, .jsonl.zst, .parquet, .warc, .warc.gz),"
        " folders (of such files, or a saved dataset), globs, or - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Publication date of articles that give none: 2024-07-05, 5 juillet 2024.",
    ),
]


def records_file(name: str, help: str) -> typer.models.ArgumentInfo:
    """An optional argument that names a file of records."""
    argument: typer.models.ArgumentInfo = typer.Argument(
        metavar=f"[{name}]", exists=True, dir_okay=False, help=help
    )
    return argument


MetadataFile = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="FILE",
        help="Titles, dates and sources of the articles, as JSON lines or CSV with the keys id or"
        " file, title, published, source. They go before what the articles say themselves.",
    ),
]


def sources(inputs: list[str], *, writing: Path | None, also_read: Path | None) -> list[Path]:
    """What the arguments name; wrong usage where `writing` would overwrite what is read."""
    from dires.readers.paths import from_argument, would_read

    sources = [from_argument(argument) for argument in inputs]
    paths = [
        path for source in sources for path in (source if isinstance(source, list) else [source])
    ]
    if writing is not None:
        for path in [*paths, also_read] if also_read else paths:
            if would_read(path, writing):
                fail(f"{writing} is among the inputs: write the results elsewhere", WRONG_USAGE)
    return paths


def read_metadata(path: Path | None) -> Metadata | None:
    """The table of ``--metadata``; wrong usage where it is none."""
    from dires.readers import read_metadata

    if path is None:
        return None
    try:
        return read_metadata(path)
    except ValueError as error:
        fail(f"--metadata: {error}", WRONG_USAGE)
    except OSError as error:
        fail(f"--metadata: {path}: {error.strerror or error}", WRONG_USAGE)


def tell(path: Path | None, names: list[str], what: str) -> None:
    """Name the first few of `names`, if there are any."""
    if names:
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        typer.echo(f"{path} {what} {', '.join(names[:5])}{more}", err=True)


def iso_date(value: str | None) -> str | None:
    """The date of ``--published``; wrong usage where it is none."""
    from dires import readers

    try:
        return readers.iso_date(value)
    except ValueError as error:
        fail(f"--published: {error}", WRONG_USAGE)


def write(path: Path, text: str) -> None:
    """Write a text file; wrong usage where that cannot be."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror or error}", WRONG_USAGE)


def fail(message: str, status: int) -> NoReturn:
    """Say what is wrong and exit."""
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(status)


@contextmanager
def ending(interrupted: str = "Interrupted.") -> Iterator[None]:
    """Ctrl-C and a reader that goes away (``| head``) end a command quietly."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(interrupted, err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes standard output once more when it exits, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
