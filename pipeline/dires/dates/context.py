"""What is known outside an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Context:
    """What is known outside the expression.

    `published` is the publication date or None, `mentioned` the last day or period that the
    article named (moved on by the caller), `tense` gives the direction of the clause and `event`
    whether *aujourd'hui* dates an event, when asked. `in_sentence` is the day that the same
    sentence mentioned.
    """

    published: date | None
    mentioned: date | None
    mentioned_year: int | None
    in_sentence: date | None
    tense: Callable[[], int | None]
    event: Callable[[], bool]
