"""`dires agreement`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dires.cli.common import FAILED, ending, fail, records_file


def agreement(
    first: Annotated[
        Path | None,
        records_file("FIRST", "Annotated articles, JSON lines; without, the project's own gold."),
    ] = None,
    second: Annotated[
        Path | None,
        records_file(
            "SECOND", "The same articles as another reader annotated them; without, the project's."
        ),
    ] = None,
    count_optional: Annotated[
        bool, typer.Option("--count-optional", help="Count what either found optional, too.")
    ] = False,
) -> None:
    """Measure how far two annotators agree on the articles that both read.

    Spans are compared by F1, labels by Krippendorff's alpha (nominal); what either found
    optional counts neither way unless asked for.

    \b
    Examples:
      dires agreement
      dires agreement --count-optional
      dires agreement mine.jsonl yours.jsonl
    """
    from rich.console import Console

    from dires import corpus, evaluation

    with ending():
        try:
            layers = evaluation.agree(
                first or [record for split in corpus.SPLITS for record in corpus.load(split)],
                second or corpus.path("second"),
                count_optional=count_optional,
            )
        except ValueError as error:
            fail(str(error), FAILED)
        evaluation.render_agreement(layers, Console())
