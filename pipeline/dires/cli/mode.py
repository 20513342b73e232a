"""The option ``--mode``: which models read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dires.cli.common import WRONG_USAGE, fail

if TYPE_CHECKING:
    from spacy.language import Language


class Mode(StrEnum):
    """The names in `dires.pipeline.MODES`."""

    fast = "fast"
    accurate = "accurate"


ModeOption = Annotated[
    Mode | None,
    typer.Option(
        "--mode",
        help="fast: spaCy finds the names, rules the statements; accurate: a transformer reads"
        " along for both, and takes longer.",
    ),
]


def load(mode: Mode | None) -> Language:
    """The pipeline in `mode`, or in the default one; wrong usage where it cannot be loaded."""
    import dires

    try:
        return dires.load(mode.value) if mode else dires.load()
    except OSError as error:
        fail(f"--mode {mode}: {error}", WRONG_USAGE)
