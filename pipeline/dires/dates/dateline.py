"""The publication date that an article states itself, in its dateline or byline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dires.article import Segment
from dires.dates.finder import find

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T)")
# A byline further down signs a text beside the article or dates a document it quotes.
_FIRST_SEGMENTS = 6


def dateline(text: str, segments: Iterable[Segment]) -> str | None:
    """The first whole day named in a byline among the first segments, as an ISO date, or None."""
    for segment in list(segments)[:_FIRST_SEGMENTS]:
        if segment.kind == "byline":
            for date in find(text[segment.start : segment.end]):
                day = _DAY.match(date.value)
                if day and date.type in ("DATE", "TIME"):
                    return day.group()
    return None
