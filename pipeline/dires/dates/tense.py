"""Where an incomplete date lies: the tense of its clause, read off the words around it.

A light reading of French verb endings; no parse. The verb nearest to the date decides.
"""

from __future__ import annotations

import re
from functools import cache

REACH = 110

_FUTURE = (
    r"\w{2,}(?:era|eront|erons|erez|ira|iront|irons|dra|dront|drons|tra|tront|trons|vra|vront)"
    r"|aura|auront|aurons|sera|seront|serons|fera|feront|ferons|pourra|pourront|saura|sauront"
    r"|va|vont|allons|doit|doivent|devons|devrait|devraient|prévue?s?|attendue?s?|programmée?s?"
    r"|prochaine?s?|rendez-vous|organise(?:nt)?|s'apprête(?:nt)?|compte(?:nt)?|prévoit|prévoient"
    r"|d'ici|vise(?:nt)?|souhaite(?:nt)?|propose(?:nt)?|futurs?|faudra|reprendra|convoquée?s?"
)
_PAST = (
    r"(?:a|ont|ai|avons|avait|avaient|eu|est|sont|était|étaient|fut|furent|été|ayant)"
    r"(?: \w+){0,2}? (?!prévu|attendu|programmé)\w{2,}(?:é|ée|és|ées|i|ie|is|it|ite|ites|u|ue|us"
    r"|ues|ert|erte|int|ort|orte|orts)"
    r"|(?:avait|avaient|était|étaient|fut|furent)|\w{3,}(?:èrent|irent|urent|aient)"
    r"|dernière?s?|depuis|né|née"
)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?![\w-])")


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"[.;!?:]\s|\n|[«»]")


def direction(text: str, start: int, end: int) -> int | None:
    """-1 past, +1 future, None unknown, for the date at `start`:`end` of folded lower text."""
    left = max(0, start - REACH)
    right = min(len(text), end + REACH)
    for match in _boundary().finditer(text, left, start):
        left = match.end()
    stop = _boundary().search(text, end, right)
    right = stop.start() if stop else right
    best: tuple[int, int] | None = None
    for match in _cues().finditer(text, left, right):
        if match.start() < end and match.end() > start:
            continue
        before = match.end() <= start
        distance = start - match.end() if before else (match.start() - end) + 8
        sign = 1 if match["future"] else -1
        if best is None or distance < best[0]:
            best = (distance, sign)
    return best[1] if best else None
