"""Where an incomplete date lies: the tense of its clause, read off the words around it.

A light reading of French verb endings; no parse. The verb nearest to the date decides.
"""

from __future__ import annotations

import re
from functools import cache

REACH = 110

_FUTURE = (
    r"(?!opéra|caméra|sahara|choléra|extra|infra|ultra|vrai|frais|contra|sierra|(?:dé)?clara|montra|r?entra|rencontra|déplora|demeura"
    r"|assura|retira|inaugura|compara|prépara|jura|dura|tira|livra|administra)"
    r"\w{2,}r(?:a|ai|as|ons|ez|ont)"
    r"|va|vont|allons|vais|doit|doivent|devons|devrait|devraient|prévue?s?|attendue?s?|programmée?s?"
    r"|prochaine?s?|rendez-vous|organise(?:nt)?|s'apprête(?:nt)?|compte(?:nt)?|prévoit|prévoient"
    r"|d'ici|vise(?:nt)?|souhaite(?:nt)?|propose(?:nt)?|futurs?|faudra|reprendra|convoquée?s?|se rend(?:ent)?|reçoit|reçoivent"
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
def _participle() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?!prévu|attendu|programmé|annoncée? pour|qualité|liberté|année|journée)"
        r"\w{2,}(?:ée?s?|[mrs]ise?s?|[cdlmnrtv]ue?s?) (?:le |ce |en |depuis )?$"
    )


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"[.;!?:]\s|\n|[«»]")


def _clause(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    left = max(0, start - reach)
    right = min(len(text), end + reach)
    for match in _boundary().finditer(text, left, start):
        left = match.end()
    stop = _boundary().search(text, end, right)
    return left, stop.start() if stop else right


def direction(text: str, start: int, end: int) -> int | None:
    """-1 past, +1 future, None unknown, for the date at `start`:`end` of folded lower text."""
    left, right = _clause(text, start, end, REACH)
    participle = _participle().search(text, left, start)
    best = None if participle is None else (start - participle.start() + 10, -1)
    for match in _cues().finditer(text, left, right):
        if match.start() < end and match.end() > start:
            continue
        before = match.end() <= start
        distance = start - match.end() if before else (match.start() - end) + 8
        sign = 1 if match["future"] else -1
        if best is None or distance < best[0]:
            best = (distance, sign)
    return best[1] if best else None


_EVENT = (
    r"(?:a|ont|ai|avons|avait|fut)(?: \w+){0,2}? \w{2,}(?:é|ée|és|ées|i|is|it|u|us|ert)"
    r"|(?:est|sont|suis|sommes) (?:all|arriv|entr|parti|venu|sorti|réuni|rendu|mort|décéd|né)\w{0,3}"
    r"|\w{2,}r(?:a|ai|ons|ez|ont)|annonce|annoncer|heureux|heureuse|ici|salue|parmi vous"
    r"|se rend|se rendent|doit|vote|élections?|rencontre|rencontrer|reçoit|dès|convenue?"
    r"|parole|hommage|présente|va|vont|allons|publie|publiée?s?|promulguée?s?|présentée?s?|signe"
)
EVENT_REACH = 45
BARE = 12


@cache
def _events() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_EVENT})(?![\w-])")


@cache
def _nowadays() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:qu'|lequel |laquelle |où |encore |(?:défis|monde|enjeux|société) d')$"
    )


def is_event(text: str, start: int, end: int) -> bool:
    """Whether *aujourd'hui* at `start`:`end` dates an event; otherwise it means nowadays."""
    left, right = _clause(text, start, end, EVENT_REACH)
    if _nowadays().search(text, left, start):
        return False
    if right - left - (end - start) < BARE:
        return True
    return any(
        match.end() <= start or match.start() >= end
        for match in _events().finditer(text, left, right)
    )
