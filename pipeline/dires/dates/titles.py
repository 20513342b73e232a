"""Titles that begin with what looks like a date: *le film « Un dimanche à la mer »*."""

from __future__ import annotations

import re
from functools import cache

# How far before a date the noun of a work may stand.
_REACH = 60


def is_title(written: str, start: int) -> bool:
    """Whether `start`, in a text as it is written, is at the head of a quotation that is a title.

    It has a capital, and the noun of a work or of what has a name stands before it.
    """
    quoted = _named().search(written, max(0, start - _REACH), start)
    return quoted is not None and (quoted["word"] or written[start])[0].isupper()


@cache
def _named() -> re.Pattern[str]:
    works = (
        r"albums?|chansons?|chapitres?|cuvées?|disques?|documentaires?|expo(?:sition)?s?|feuilletons?"
        r"|films?|livres?|mélodies?|nouvelles?|opéras?|pièces?|poèmes?|recueils?|romans?|séries?"
        r"|spectacles?|tableaux?|titres?|toiles?|tubes?|intitulée?s?|baptisée?s?|pages d'"
        r"|lit|lis|joue|chante|présente|projette"
    )
    name = r"(?: (?:de )?[A-ZÀ-Þ][\w-]+)?"
    return re.compile(rf"(?<!\w)(?:{works}){name},? ?[«“\"] ?(?P<word>[A-ZÀ-Þ]\w* )?$")
