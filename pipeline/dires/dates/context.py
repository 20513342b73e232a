"""What is known outside an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dires.dates.mentions import Mentions


@dataclass(frozen=True, slots=True)
class Context:
    """What is known outside the expression.

    `published` is the publication date or None, `instant` the same to the minute where its hour
    is known. `told` is what the article has named before. `in_body` says whether the expression
    stands within a line below others, so in no title and not at the head of a live report's entry.

    When asked, `tense` gives the direction of the clause (-1 past, 1 future), `near_tense` that
    of the words right around the date, and `event` says whether *aujourd'hui* dates an event.
    `prefer` says where an incomplete date lies if nothing else does (None: whichever French news
    would mean).
    """

    published: date | None
    told: Mentions
    tense: Callable[[], int | None]
    near_tense: Callable[[], int | None]
    event: Callable[[], bool]
    instant: datetime | None = None
    prefer: int | None = None
    in_body: bool = False
