"""Dates of the calendar: days, months, years, seasons, decades, centuries."""

from __future__ import annotations

from dataclasses import replace

from dires.dates import calendar
from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Fixed, Meaning, Moment, Span

TWO_DIGIT_PIVOT = 50


def moment(words: Words, constants: Constants) -> Meaning | None:
    """A calendar date or period from its parts, each under its own label."""
    fields: Constants = {
        name: words.first(name)
        for name in ("month", "day", "weekday", "season", "holiday", "daypart")
        if name in words.values
    }
    if "seasonal" in words.values:
        fields["season"] = words.first("seasonal")
    if "weekday_short" in words.values:
        fields["weekday"] = words.first("weekday_short")
    fields["year"] = _year(words)
    for label in ("last", "next", "previous", "following"):
        if label in words.values:
            fields["toward"] = words.first(label)
    if "part" in words.values:
        fields["modifier"] = words.first("part") or None
    if "full_month" in words.values:
        fields["month"] = words.first("full_month")
    made = Moment(**(fields | constants))
    if made.month is not None and not 1 <= made.month <= 12:
        return None
    if made.day and made.month and not calendar.exists(made.year, made.month, made.day):
        return None
    return made


_BEFORE_MONTH = (
    r"(?:^|[\n.«»:(]|\b(?:en|de|d'|depuis|dès|avant|après|d'ici|fin|début|mi|entre|et|à"
    r"|courant))[ -]?$"
)


def month(words: Words, constants: Constants) -> Meaning | None:
    """A bare month, unless its capital shows a name (*Mars*, *Avril*) and no preposition a date."""
    written = words.written.lstrip()
    if written[:1].isupper() and not written.isupper():
        before = words.text[max(0, words.start - 10) : words.start]
        after = words.after
        if after[:1].isupper() or not compiled(_BEFORE_MONTH).search(before):
            return None
    return moment(words, constants)


def day_of_month(words: Words, constants: Constants) -> Meaning | None:
    """*le 12 février*; a year that follows was refused with it (29 February 2023)."""
    return (
        None if compiled(r" \d{4}(?!\d)").match(words.text, words.end) else moment(words, constants)
    )


_PLURAL = (
    r" (?!dans|mais|sous|vers|après|depuis|alors|mars|lors|sans|puis|plus|tous|près)"
    r"[^\W\d_]{3,}s\b"
)
"""What *jeudi 12 personnes* counts."""


def weekday_day(words: Words, constants: Constants) -> Meaning | None:
    """*le lundi 8*; *mardi trois heures durant* names no day of the month."""
    counted = r" ?(?:h\b|heures?|jours?|mois|ans|semaine|minute|fois|%)"
    if compiled(counted).match(words.following) or compiled(_PLURAL).match(words.text, words.end):
        return None
    return moment(words, constants)


def week_number(words: Words, constants: Constants) -> Meaning | None:
    """*semaine 42*: an ISO week."""
    number = words.first("number")
    if not 1 <= number <= 53 or not words.ends:
        return None
    return Moment("W", year=_year(words), nth=number)


def _year(words: Words) -> int | None:
    if "year" in words.values:
        return int(words.first("year"))
    if "short_year" in words.values:
        return century_of(words.first("short_year"))
    return None


def century_of(short: int) -> int:
    """The year that two digits mean: up to 49 of this century."""
    return short + (2000 if short < TWO_DIGIT_PIVOT else 1900)


SPOKEN_YEARS = range(36, 100)


def short_year(words: Words, constants: Constants) -> Meaning | None:
    """*en 68*, *en soixante-huit*: a year of the last century, where a clause ends."""
    number = words.first("number")
    if number not in SPOKEN_YEARS or not words.ends:
        return None
    before = words.text[max(0, words.start - 12) : words.start]
    taken = compiled(r"(?:taille|pointure|départements?|dans le) $").search(before)
    return None if taken else Moment("Y", year=1900 + int(number))


def decade(words: Words, constants: Constants) -> Meaning | None:
    """*les années 1990*, *les années 90*, *les années quatre-vingt*."""
    value = words.first("year")
    if value is None:
        value = words.first("number")
        if value % 10 or not 10 <= value <= 90:
            return None
        value += 1900
    return (
        Moment("DE", year=value)
        if value % 10 == 0
        else Span(Moment("Y", year=value), Moment("Y", year=value))
    )


def decades(words: Words, constants: Constants) -> Meaning | None:
    """*les années 1990 et 2000*, or single years: *les années 2013 et 2014*."""
    first, last = words.first("from"), words.first("to")
    unit = "DE" if first % 10 == 0 and last % 10 == 0 else "Y"
    return Span(Moment(unit, year=first), Moment(unit, year=last)) if first < last else None


_BARE_DAY_ENDS = (
    r"(?: ?[,;:!?)»\n]|\.(?!\d)| au (?:soir|matin)| (?:et|puis|à|au|en|dans|chez|devant|pour|contre"
    r"|avec|après|avant|mais|où|par)\b(?! \d)| et le \d|$)"
)
_NUMBER_CALLED = r"\b(?:appel|compos|joindre|numéro|télépho|contact|faire|fait|faites)\w* $"


def bare_day(words: Words, constants: Constants) -> Meaning | None:
    """*le 5*: only where nothing follows that it could count, nor a number is called."""
    before = words.text[max(0, words.start - 16) : words.start]
    ends = compiled(_BARE_DAY_ENDS).match(words.text, words.end)
    if not ends or compiled(_NUMBER_CALLED).search(before):
        return None
    return Moment("D", day=words.first("day"), **constants)


_PUT_OFF = (
    r"\b(?:fix|report|repouss|renvoy|ajourn|décal|diffèr|différ|avanc|prolong|convoqu|programm|maint)"
    r"\w+ (?:\w+ ){0,2}$"
)


def day_put_off(words: Words, constants: Constants) -> Meaning | None:
    """*reporté au 28*."""
    before = words.text[max(0, words.start - 36) : words.start]
    return bare_day(words, constants) if compiled(_PUT_OFF).search(before) else None


_EVENT = (
    r"\b(?:réunion|séance|scrutin|arrêté|vote|match|rencontre|communiqué|décision|jugement|audience|grève"
    r"|manifestation|mobilisation|conseil|rendez-vous|attaque|attentat|élection|conférence|cérémonie"
    r"|journée|concert|débat|sommet|assemblée|incendie|accident|lettre|courrier)s? $"
)


def day_of_event(words: Words, constants: Constants) -> Meaning | None:
    """*la séance du 27*."""
    before = words.text[max(0, words.start - 16) : words.start]
    counted = compiled(r" ?(?:[%€/-]|au |rue|h\b|heure)").match(words.following)
    named = compiled(_EVENT).search(before)
    return Moment("D", day=words.first("day")) if named and not counted else None


def marked(words: Words, constants: Constants) -> Meaning | None:
    """*T3 2024*, *S1 2025*."""
    return nth(replace(words, values=words.values | {"rank": words.values["number"]}), constants)


_BEFORE_CHRIST = r" (?:av\.?|avant) (?:j\.? ?-? ?c\b|jésus|notre ère)"


def century(words: Words, constants: Constants) -> Meaning | None:
    """*XXIe siècle*: its value is the years' first two digits, ``20``."""
    value = words.first("roman") or words.first("rank") or words.first("ordinal")
    if compiled(_BEFORE_CHRIST).match(words.text, words.end):
        return Fixed("DATE", f"BC{value - 1:02}")
    return Moment("CE", year=(value - 1) * 100) if 0 < value <= 22 else None


def nth(words: Words, constants: Constants) -> Meaning | None:
    """A counted part of a period: *premier semestre 2024*, *dernier lundi de mai*."""
    rank = words.first("ordinal") or words.first("rank") or words.first("roman")
    unit = constants["unit"]
    if rank not in (-1, 1, 2, 3, 4)[: 5 if unit == "Q" else 3]:
        return None
    return Moment(unit, year=_year(words), nth=rank, toward=constants.get("toward"))


def years(words: Words, constants: Constants) -> Meaning | None:
    """``2021-2027``, ``2024/25``."""
    first = words.values["from"][0]
    second = words.values["to"][0]
    if second < 100:
        second += first - first % 100
    if not 1000 <= first < second <= 2199 or second - first > 150:
        return None
    return Span(Moment("Y", year=first), Moment("Y", year=second))
