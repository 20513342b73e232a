"""What is known outside an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(slots=True)
class Context:
    """What is known outside the expression.

    `published` is the publication date or None, `mentioned` the last day or period that the
    article named (moved on by the caller), `tense` gives the direction of the clause and `event`
    whether *aujourd'hui* dates an event, when asked. `in_sentence` is the day that the same
    sentence mentioned. `instant` is the publication to the minute, where its hour is known, and
    `prefer` where an incomplete date lies if nothing around it says so (-1 before the
    publication, 1 after it, None: whichever French news would mean). `after_night` says that what
    the sentence mentioned is a night, so that its small hours are those of the next day.
    """

    published: date | None
    mentioned: date | None
    mentioned_year: int | None
    in_sentence: date | None
    tense: Callable[[], int | None]
    event: Callable[[], bool]
    instant: datetime | None = None
    prefer: int | None = None
    after_night: bool = False
