"""Whether two names mean the same actor, as far as their letters can tell.

Case, accents, apostrophes and punctuation do not count, nor do determiners, prepositions and
forms of address; one name must hold all the words of the other (*Macron* and *Emmanuel Macron*,
*le président de la Commission européenne* and *Commission européenne*). *y*, *i* and *ï* are one
letter, since transliterations of one name alternate between them (*Tokaïev* and *Tokayev*,
*Andreï* and *Andrey*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dires.typography import without_accents

_DETERMINERS = {"le", "la", "les", "l", "un", "une", "de", "du", "des", "d"}
_POSSESSIVES = {"son", "sa", "ses", "leur"}
_ADDRESS = {"president", "m", "mme"}
_UNINFORMATIVE: Final = _DETERMINERS | _POSSESSIVES | _ADDRESS


def same_name(gold: str | Sequence[str] | None, predicted: str | None) -> bool:
    """Whether `predicted` names the actor `gold`; where `gold` is a list, any of its names."""
    if not gold or not predicted:
        return False
    if not isinstance(gold, str):
        return any(same_name(name, predicted) for name in gold)
    a, b = _words(gold), _words(predicted)
    return bool(a and b) and (a <= b or b <= a)


def plain(value: object) -> str:
    """`value` as text without case, accents, typographic apostrophes and extra spaces."""
    return " ".join(without_accents(str(value).replace("’", "'").lower()).split())


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", plain(name))
    return frozenset(word.replace("y", "i") for word in words if word not in _UNINFORMATIVE)
