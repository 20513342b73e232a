"""The command `dires`: parses, calls, prints.

Nothing heavy is imported before a command runs, so that ``dires --help`` is immediate.
"""

from __future__ import annotations

from typing import Annotated

import typer

import dires
from dires.cli.agreement import agreement
from dires.cli.convert import convert
from dires.cli.evaluate import evaluate
from dires.cli.extract import extract
from dires.cli.show import show
from dires.training.cli import app as train

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


for command in (extract, show, evaluate, agreement, convert):
    app.command()(command)
app.add_typer(train, name="train")


def main() -> None:
    """Run the command."""
    app()
