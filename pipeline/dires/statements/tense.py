"""Future and conditional, by the ending: the two tenses that French marks with *-r-*.

The stock tagger reads *doublerons* as a present and *reprendraient* as an imperfect. The endings
leave no doubt once the verbs whose stem itself ends in *-r* (*assurer*, *tirer*, *livrer*) are
set aside.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STEM = (
    r"(?:.+e|s?au|clu|.*(?:pou|ve|cou|que|vau|fau|vou|dé?choi)r|.*tt|.*[aeo]î?t|.*(?:en|oin|ain|ein|on|"
    r"er|or|ou|au)d|.*(?:de|ce|i|mou|leu|u)v|.*i|.*(?:au|sau|clu|plu))"
)
_FUTURE = re.compile(rf"^{_STEM}r(?:ai|as|a|ons|ez|ont)$")
_CONDITIONAL = re.compile(rf"^{_STEM}r(?:ais|ait|ions|iez|aient)$")
# Stems in -r of verbs in -er, whose present, imperfect or past looks like a future.
_STEMS_IN_R = re.compile(
    r"^(?:(?:re|sou|é|at)?ti|(?:cha|sur)?vi|ci"
    r"|.*(?:[ao]dm|dés|insp|asp|exp|consp|resp|transp|déch|soup)i"
    r"|.*(?:liv|ouv|couv|œuv|nav|se[vr]|bar|nar|ter|ent|mon|cont|filt|cent|fond|cad|gend|poud)"
    r"|.*(?:ass|mes|j|d|proc|fig|caric|rass|cens|struct|capt|tort|mur|épu)u"
    r"|.*[éèê])r(?:ai|as|a|ons|ez|ais|ait|ions|iez|aient)$"
)
_SHORT = frozenset(("ira", "irai", "iras", "irons", "irez", "iront", "irait", "iraient"))


@lru_cache(maxsize=65_536)
def is_future_form(form: str) -> bool:
    """Whether `form` (folded, lower case) is a simple future."""
    if form in _SHORT:
        return not form.endswith(("ait", "aient"))
    return bool(_FUTURE.match(form)) and not _STEMS_IN_R.match(form)


@lru_cache(maxsize=65_536)
def is_conditional_form(form: str) -> bool:
    """Whether `form` (folded, lower case) is a present conditional."""
    if form in _SHORT:
        return form.endswith(("ait", "aient"))
    return bool(_CONDITIONAL.match(form)) and not _STEMS_IN_R.match(form)
