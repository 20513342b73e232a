"""Resolutions and motions: a body named once, its recitals, and what it decides, point by point.

*Le Conseil de sécurité, / Rappelant …, / 1. Invite …* The verbs have no subject but the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dires.article import Actor

_RECITAL: Final = re.compile(
    r"^(?:Vu|Considérant|Rappelant|Réaffirmant|Notant|Constatant|Soulignant|Préoccupée?|Ayant|"
    r"Reconnaissant|Se félicitant|Prenant (?:acte|note))\b",
    re.MULTILINE,
)
_POINT: Final = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—•*])?\s*")
_ARTICLE: Final = re.compile(r"(?:Le|La|Les|L['’])\s*")


class Resolution:
    """The resolution that `text` holds, if it does; `mentions` are the actors in it."""

    def __init__(self, text: str, mentions: Sequence[Actor]) -> None:
        self._text = text
        recital = _RECITAL.search(text)
        self._start = recital.start() if recital else len(text)
        self.body = _body_above(text, self._start, mentions) if recital else None

    def decides(self, start: int) -> bool:
        """Whether the act that begins at character `start` is a point or recital of it."""
        if self.body is None or start < self._start:
            return False
        line = self._text.rfind("\n", 0, start) + 1
        return _POINT.fullmatch(self._text, line, start) is not None


def _body_above(text: str, end: int, mentions: Sequence[Actor]) -> Actor | None:
    """Who is named in the line above the recitals, which a comma leaves open."""
    line = text[:end].rstrip()
    start = line.rfind("\n") + 1
    if not line.endswith(","):
        return None
    name_end = text.index(",", start)
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    named = next((m for m in mentions if m.start == start and m.label), None)
    return named or Actor(start, name_end, text[start:name_end], text[start:name_end])
