"""From the words that name a speaker to the speaker's canonical name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dires.article import Actor
from dires.quotations.speakers import PRONOUN
from dires.typography import fold

_DETERMINERS = 5
# No mention is longer, in characters.
_LONGEST = 1_000
_COMPLEMENT = re.compile(r"\b(?:du|des|de|d')(?: la| l'| les)? ?$", re.IGNORECASE)


def speaker_name(
    text: str, place: tuple[int, int] | None, mentions: Sequence[Actor] = ()
) -> str | None:
    """The name of the actor mentioned at `place`, else the words there; None for a pronoun.

    A mention counts when it holds the phrase's head: it begins with the phrase (a determiner
    apart), covers most of it, or is a person named in it; a complement (*l'avocat de …*) does not.
    `mentions` are in order of their starts.
    """
    if place is None:
        return None
    start, end = place
    near = slice(*(bisect_left(mentions, at, key=_start) for at in (start - _LONGEST, end)))
    inside = [m for m in mentions[near] if start < m.end]
    fitting = [m for m in inside if _fits(m, start, end) and not _belongs(text, start, m)]
    if fitting:
        best = max(fitting, key=lambda m: (m.label == "PER", min(m.end, end) - max(m.start, start)))
        return best.name
    words = text[start:end]
    return None if PRONOUN.fullmatch(fold(words)) else words


def _start(mention: Actor) -> int:
    return mention.start


def _fits(mention: Actor, start: int, end: int) -> bool:
    covered = min(mention.end, end) - max(mention.start, start)
    begins = mention.start <= start + _DETERMINERS and mention.end >= start
    return mention.label == "PER" or 2 * covered >= end - start or (begins and covered > 2)


def _belongs(text: str, start: int, mention: Actor) -> bool:
    return _COMPLEMENT.search(fold(text[start : mention.start])) is not None
