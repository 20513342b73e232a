"""What is known outside an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(slots=True)
class Context:
    """What is known outside the expression.

    `published` is the publication date or None, `instant` the same to the minute where its hour
    is known. `mentioned` is the day or period that the article named last, `in_sentence` the
    same where it was named in the same sentence, `in_paragraph` in the same paragraph,
    `mentioned_month` where the day or month named last begins, `month_in_sentence` the same
    where it was named in the same sentence, `mentioned_last` the last day of whatever was named
    last. `after_night` says whether the day of the sentence is a night, so that small hours are
    those of the next day, `is_told` whether the expression stands within a line below others,
    so in no title and not at the head of a live report's entry.

    When asked, `tense` gives the direction of the clause (-1 past, 1 future), `near_tense` that
    of the words right around the date, and `event` says whether *aujourd'hui* dates an event.
    `prefer` says where an incomplete date lies if nothing else does (None: whichever French news
    would mean).
    """

    published: date | None
    mentioned: date | None
    mentioned_year: int | None
    in_sentence: date | None
    tense: Callable[[], int | None]
    near_tense: Callable[[], int | None]
    event: Callable[[], bool]
    instant: datetime | None = None
    prefer: int | None = None
    mentioned_month: date | None = None
    mentioned_last: date | None = None
    month_in_sentence: date | None = None
    in_paragraph: date | None = None
    after_night: bool = False
    is_told: bool = False
