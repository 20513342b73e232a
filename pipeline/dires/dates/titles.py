"""Titles that begin with what looks like a date: *le film « Un dimanche à la mer »*."""

from __future__ import annotations

import re
from functools import cache

# How far before the quotation mark the noun of a work may stand.
_REACH = 40


def is_title(written: str, start: int) -> bool:
    """Whether a quotation begins at `start` of a text as it is written, and is the name of a work.

    It has a capital, and the noun of a work or of what has a name stands before it.
    """
    opened = written[max(0, start - 2) : start].rstrip()
    if not written[start].isupper() or not opened.endswith(("«", "“", '"')):
        return False
    at = start - 2 + len(opened) - 1 if start >= 2 else 0
    return _named().search(written, max(0, at - _REACH), at) is not None


@cache
def _named() -> re.Pattern[str]:
    works = (
        r"albums?|chansons?|chapitres?|cuvées?|disques?|documentaires?|expo(?:sition)?s?|feuilletons?"
        r"|films?|livres?|mélodies?|nouvelles?|opéras?|pièces?|poèmes?|recueils?|romans?|séries?"
        r"|spectacles?|tableaux?|titres?|toiles?|tubes?|intitulée?s?|baptisée?s?|pages d'"
        r"|lit|lis|joue|chante|présente|projette"
    )
    return re.compile(rf"(?<!\w)(?:{works})(?:,| de [A-ZÀ-Þ][\w-]+)?\s*$")
