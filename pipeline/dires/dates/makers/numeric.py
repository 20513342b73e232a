"""Dates in digits: ``15/03/2024``, ``2024-07-04``, ``03 07 19``, ``11/2017``."""

from __future__ import annotations

import re
from dataclasses import replace

from dires.dates import calendar
from dires.dates.makers.points import century_of, moment
from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Meaning, Moment, Nothing


def slashed(words: Words, constants: Constants) -> Meaning | None:
    """``31/10`` after an article: the month in two digits, or nothing that it is a part of."""
    clock = compiled(r" à \d").match(words.text, words.end)
    if not (clock or words.alone) and not compiled(r"/\s?\d\d$").search(words.written):
        return None
    return moment(words, constants)


def slashed_bare(words: Words, constants: Constants) -> Meaning | None:
    """``22/04``: the month with its zero, or the whole text; otherwise a fraction."""
    if not (compiled(r"/0\d$").search(words.written) or words.alone):
        return None
    return moment(words, constants) if words.apart else None


def spaced(words: Words, constants: Constants) -> Meaning | None:
    """``03 07 19``, ``le 18 08 1978``: three numbers in a row, not part of a longer row."""
    written = words.written
    long_year = "year" in words.values
    article = not written[0].isdigit()
    padded = compiled(r"^\d\d \d\d \d\d$").match(written)
    if not compiled(r"\d\d? \d").search(written) or not words.apart:
        return None
    sure = long_year or words.alone or padded or (article and "short_year" in words.values)
    day_and_month = article and compiled(r" \d\d$").search(written) and words.ends
    return moment(words, constants) if sure or day_and_month else None


def iso(words: Words, constants: Constants) -> Meaning | None:
    """``2024-07-04``, ``2024-07-04T10:30``."""
    day, _, time = words.first("iso").upper().partition("T")
    made = _calendar_day(*(int(part) for part in day.split("-")))
    if time and isinstance(made, Moment):
        clock, zone = time[:5], compiled(r"Z|[+-]\d\d:\d\d$").search(time)
        return replace(made, clock=clock, zone=zone[0] if zone else None)
    return made


def numeric(words: Words, constants: Constants) -> Meaning | None:
    """``15/03/2024``, ``15-03-24``: the day first, as French writes it."""
    day, month, year_ = re.split(r"[/.-]", words.first("numeric"))
    if len(year_) == 2 and "." in words.first("numeric") and not constants:
        return None
    value = int(year_) if len(year_) == 4 else century_of(int(year_))
    return _calendar_day(value, int(month), int(day))


def _calendar_day(year_: int, month: int, day: int) -> Meaning | None:
    if not 1 <= year_ <= 9999 or not calendar.exists(year_, month, day):
        return None
    return Moment("D", year=year_, month=month, day=day)


_DOCUMENT = (
    r"(?:rapport|spécial|n ?°|numéro|décret|arrêté|affaire|dossier|loi|avis|règlement|directive"
    r"|décision|résolution|circulaire) $"
)


def month_slash_year(words: Words, constants: Constants) -> Meaning | None:
    """``11/2017``, unless it numbers a document (*le rapport spécial 02/2022*)."""
    before = words.text[max(0, words.start - 16) : words.start]
    return Nothing() if compiled(_DOCUMENT).search(before) else moment(words, constants)


def moment_at_end(words: Words, constants: Constants) -> Meaning | None:
    """*octobre 98*, *au soir du 18*; not if the number counts what follows (*en mai 40 tonnes*)."""
    return moment(words, constants) if words.ends else None
