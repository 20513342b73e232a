"""`dires convert`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dires.cli.common import FAILED, WRONG_USAGE, ending, fail


class GoldFormat(StrEnum):
    """The names in `dires.convert.FORMATS`."""

    jsonl = "jsonl"
    spacy = "spacy"
    conll = "conll"
    brat = "brat"
    labelstudio = "labelstudio"


def convert(
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", exists=True, help="Annotated articles.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Where to write.")],
    from_: Annotated[
        GoldFormat | None, typer.Option("--from", help="Format of INPUT; else what its name says.")
    ] = None,
    to: Annotated[
        GoldFormat | None, typer.Option(help="Format of OUT; else what its name says.")
    ] = None,
) -> None:
    """Convert gold annotations to and from the formats of annotation and training tools.

    \b
    Formats, and the names they are known by:
      jsonl        .jsonl    gold records, one a line
      spacy        .spacy    spaCy DocBin
      conll        .conll    columns, entities as IOB2 tags, the rest in comments
      brat         a folder  brat standoff, with its configuration
      labelstudio  .json     Label Studio tasks, with the labelling interface beside them
    Nothing is lost on the way there and back.

    \b
    Examples:
      dires convert gold.jsonl -o gold.spacy
      dires convert gold.jsonl -o for-brat/ --to brat
      dires convert export.json -o gold.jsonl
    """
    from dires import convert as formats

    with ending():
        try:
            names = from_ or formats.format_of(source), to or formats.format_of(out)
        except ValueError as error:
            fail(str(error), WRONG_USAGE)
        if out.resolve() == source.resolve():
            fail(f"{out} is the input: write the result elsewhere", WRONG_USAGE)
        try:
            records = list(formats.read(source, names[0]))
            formats.write(records, out, names[1])
        except ValueError as error:
            fail(str(error), FAILED)
        except OSError as error:
            fail(f"{error.filename}: {error.strerror or error}", WRONG_USAGE)
    typer.echo(f"{len(records)} articles from {names[0]} to {names[1]}: {out}", err=True)
