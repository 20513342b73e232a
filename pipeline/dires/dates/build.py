"""What the rules' ``make`` names: functions from matched words to meanings.

Each takes the matched `Words` and the rule's constants, and returns a meaning, or None where the
words are no time expression after all (31 June, the year in *2000 euros*).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from dires.dates import calendar
from dires.dates.lexicon import number_values
from dires.dates.meaning import Fixed, Meaning, Moment, Nothing, Span

Constants = dict[str, Any]
TWO_DIGIT_PIVOT = 50


@dataclass(frozen=True, slots=True)
class Words:
    """A match: values by label, where it stands in `text`, and all its values by class."""

    values: dict[str, list[Any]]
    text: str
    start: int
    end: int
    all: dict[str, list[Any]]

    def first(self, label: str, default: Any = None) -> Any:
        """The first value under `label`."""
        found = self.values.get(label)
        return found[0] if found else default


def number(words: Words, constants: Constants) -> int | None:
    """The value of a number in words: *deux cent mille*, *soixante et onze*, *quatre-vingt-dix*."""
    total = group = 0
    last = 10**9
    for value in words.all["NUMBER_WORD"]:
        if value == 1000:
            total, group, last = total + max(group, 1) * 1000, 0, 1000
        elif value == 100:
            if group % 100 > 9 or (group % 100 == 0 and group):
                return None
            group, last = group - group % 10 + max(group % 10, 1) * 100, 100
        elif value == 20 and last == 4:
            group, last = group + 76, 80
        elif value < last and (value < 10 or last >= 100 or last in (60, 80)) or _fits(value, last):
            group, last = group + value, value
        else:
            return None
    return total + group


def _fits(value: int, last: int) -> bool:
    return last == 10 and 7 <= value <= 9


def nothing(words: Words, constants: Constants) -> Meaning:
    """A false positive."""
    return Nothing()


def fixed(words: Words, constants: Constants) -> Meaning:
    """A value given by the rule, or by the word itself (*mensuel*)."""
    value = constants.get("value") or words.first("set")
    return Fixed(constants["type"], value, constants.get("modifier"))


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
        fields["modifier"] = words.first("part")
    made = Moment(**(fields | constants))
    if made.month is not None and not 1 <= made.month <= 12:
        return None
    if made.day and made.month and not calendar.exists(made.year, made.month, made.day):
        return None
    return made


def _year(words: Words) -> int | None:
    if "year" in words.values:
        return int(words.first("year"))
    if "short_year" in words.values:
        return _century(words.first("short_year"))
    return None


def _century(short: int) -> int:
    return short + (2000 if short < TWO_DIGIT_PIVOT else 1900)


_COUNTED = re.compile(
    r"\s?(?:par (?:an|mois|jour)|%|€|\$|°|[a-z]{1,3}[²³]|(?:km|kg|mw|gw|kw|ha|fcfa|cfa|usd|eur)\b"
    r"|(?:milli|euro|dollar|franc|livre|mètre|tonne|hectare|kilomètre|habitant|personne|emploi"
    r"|salarié|soldat|homme|femme|enfant|mort|bless|manifestant|logement|entreprise|place|poste"
    r"|élève|étudiant|policier|gendarme|militaire|agent|participant|exemplaire|voix|point|fois"
    r"|cas|lits?|pages?|lieux|véhicule|voiture|migrant|réfugié|victime|ménage|famille|école"
    r"|commune|association|candidat|délégué|membre|visiteur|spectateur|œuvre|mots|signe)\w*)"
)
_AMOUNT = re.compile(
    r"(?:plus|moins|près|dizaines?|centaines?|total|nombre|hauteur) (?:de|d')\s?$"
    r"|\b(?:environ|quelque|quelques|presque|no|page|pages|article|route|les|ces|nos|ses"
    r"|leurs)\s$|(?:[+~<>=°]|[$€£])\s?$|\d[.,]?$|\d $"
)


def year(words: Words, constants: Constants) -> Meaning | None:
    """A bare year, unless something is counted."""
    value = words.first("year")
    if not 1700 <= value <= 2150 and not constants.get("sure"):
        return None
    before = words.text[max(0, words.start - 22) : words.start].replace("\n", " ")
    if re.search(r"\b(?:vision|agenda)(?: [^\W\d]+)? $", before) and not constants:
        return None
    if not re.search(r"\b(?:en|année) $", before) and (
        _COUNTED.match(words.text, words.end) or _AMOUNT.search(before)
    ):
        return None
    return Moment("Y", year=value)


def iso(words: Words, constants: Constants) -> Meaning | None:
    """``2024-07-04``."""
    numbers = [int(part) for part in words.first("iso").split("-")]
    return _calendar_day(*numbers)


def numeric(words: Words, constants: Constants) -> Meaning | None:
    """``15/03/2024``, ``15-03-24``: the day first, as French writes it."""
    day, month, year_ = re.split(r"[/.-]", words.first("numeric"))
    if len(year_) == 2 and "." in words.first("numeric"):
        return None
    value = int(year_) if len(year_) == 4 else _century(int(year_))
    return _calendar_day(value, int(month), int(day))


def _calendar_day(year_: int, month: int, day: int) -> Meaning | None:
    if not 1 <= year_ <= 9999 or not calendar.exists(year_, month, day):
        return None
    return Moment("D", year=year_, month=month, day=day)


def shift(words: Words, constants: Constants) -> Meaning | None:
    """A period counted from the publication (*il y a trois ans*) or from another date."""
    duration = words.first("duration")
    if duration is None:
        return Moment(**({"shift": words.first("deictic")} | constants))
    sign = constants["sign"]
    anchor = constants.get("anchor", "now")
    if not isinstance(duration, Fixed) or duration.amount is None or duration.unit is None:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Fixed("DATE", reference, constants.get("modifier"))
    unit, factor = {"2W": ("W", 2), "NI": ("D", 1), "ML": ("Y", 1000)}.get(
        duration.unit, (duration.unit, 1)
    )
    if unit == "CE":
        unit, factor = "Y", 100
    amount = duration.amount * factor
    if unit == "W" and amount in (1, 2):
        unit, amount = "D", amount * 7
    if amount != int(amount):
        finer = {"Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "H": ("MIN", 60)}.get(unit)
        if finer is None:
            return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
        unit, amount = finer[0], amount * finer[1]
    modifier = constants.get("modifier") or duration.modifier
    return Moment(unit, shift=sign * int(amount), anchor=anchor, modifier=modifier)


def nth(words: Words, constants: Constants) -> Meaning | None:
    """A counted part of a period: *premier semestre 2024*, *dernier lundi de mai*."""
    rank = words.first("ordinal") or words.first("rank")
    unit = constants["unit"]
    if rank not in (-1, 1, 2, 3, 4)[: 5 if unit == "Q" else 3]:
        return None
    return Moment(unit, year=_year(words), nth=rank, toward=constants.get("toward"))


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


def century(words: Words, constants: Constants) -> Meaning | None:
    """*XXIe siècle*: its value is the years' first two digits, ``20``."""
    value = words.first("roman") or words.first("rank") or words.first("ordinal")
    return Moment("CE", year=(value - 1) * 100) if 0 < value <= 22 else None


_UNIT_VALUES = {
    "S": "PT{}S", "MIN": "PT{}M", "H": "PT{}H", "D": "P{}D", "NI": "P{}D", "W": "P{}W",
    "WE": "P{}WE", "M": "P{}M", "Y": "P{}Y",
}  # fmt: skip
_MULTIPLES = {"2W": ("W", 2), "Q": ("M", 3), "HY": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100),
              "ML": ("Y", 1000)}  # fmt: skip
_HALVES = {"Y": ("Y", "M", 6), "H": ("H", "MIN", 30), "MIN": ("MIN", "S", 30)}


def duration(words: Words, constants: Constants) -> Meaning | None:
    """A number of units: ``P3Y``, ``PT2H30M``; an unknown number is ``X`` (``PXD``)."""
    unit = (
        words.first("unit") or words.first("period") or words.first("periods") or constants["unit"]
    )
    amount = words.first("number", words.first("about_number", constants.get("amount", "X")))
    modifier = "approx" if "about_number" in words.values else None
    modifier = constants.get("modifier", modifier)
    type_ = constants.get("type", "DURATION")
    if amount == "X":
        value = {"DE": "PXDE", "CE": "PXCE", "ML": "PXML", "Q": "PXQ"}.get(unit)
        value = value or _UNIT_VALUES[_MULTIPLES.get(unit, (unit, 1))[0]].format("X")
        return Fixed(type_, value, modifier, None, unit)
    if constants.get("half"):
        if unit in _HALVES:
            whole, finer, count = _HALVES[unit]
            value = _UNIT_VALUES[whole].format(_plain(amount))
            value += _UNIT_VALUES[finer].format(count)[1:].removeprefix("T" if "T" in value else "")
            return Fixed(type_, value, modifier, amount + 0.5, unit)
        amount += 0.5
    base, factor = _MULTIPLES.get(unit, (unit, 1))
    value = _UNIT_VALUES[base].format(_plain(amount * factor))
    return Fixed(type_, value, modifier, amount, unit)


def clock_length(words: Words, constants: Constants) -> Meaning | None:
    """*2 heures 30*, *1 h 30* as a length of time."""
    hours, minutes = (words.values["number"] + [0])[:2]
    return Fixed(
        "DURATION", f"PT{_plain(hours)}H{_plain(minutes)}M", None, hours + minutes / 60, "H"
    )


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def modify(words: Words, constants: Constants) -> Meaning | None:
    """The same expression with a modifier."""
    for label in ("duration", "date", "time", "other", "interval"):
        inner = words.first(label)
        if inner is None:
            continue
        modifier = constants.get("modifier") or words.first("approx") or words.first("part")
        if constants.get("modifier") == "keep":
            modifier = inner.modifier
        if inner.modifier in ("start", "mid", "end") and not constants.get("over"):
            modifier = inner.modifier
        changed = replace(inner, modifier=modifier)
        if "toward" in constants and isinstance(changed, Moment) and changed.toward is None:
            changed = replace(changed, toward=constants["toward"])
        return changed
    return None


def period(words: Words, constants: Constants) -> Meaning:
    """A running, last or next period: *cette semaine*, *l'an dernier*, *le mois prochain*."""
    unit = constants.get("unit") or words.first("period")
    direction = constants.get("shift", 0)
    for label in ("last", "next", "previous", "following"):
        direction = words.first(label, direction)
    anchor = "then" if {"previous", "following"} & words.values.keys() else "now"
    anchor = constants.get("anchor", anchor)
    return Moment(unit, shift=direction, anchor=anchor, modifier=words.first("part"))


def at(words: Words, constants: Constants) -> Meaning | None:
    """A date with a part of the day or an hour: *hier soir*, *mardi vers 15 heures*."""
    base = words.first("date") or words.first("day_date") or Moment("T")
    if not isinstance(base, Moment):
        return None
    daypart = words.first("daypart") or constants.get("daypart") or None
    inner = words.first("time")
    changes: Constants = {}
    if isinstance(inner, Moment):
        if inner.clock and base.unit not in ("D", "T"):
            return None
        changes = {"clock": inner.clock, "zone": inner.zone, "daypart": inner.daypart}
    if daypart:
        changes["daypart"] = daypart
    return replace(base, modifier=constants.get("modifier", base.modifier), **changes)


def clock(words: Words, constants: Constants) -> Meaning | None:
    """An hour of the day: ``T14:30``, with ``Z`` or an offset where a zone is named."""
    if "clock" in words.values:
        parts = re.split(r"[h:]", words.first("clock"))
        hour, minute = int(parts[0]), int(parts[1] or 0)
        seconds = f":{parts[2]}" if len(parts) > 2 else ""
    elif "noon" in words.values:
        hour, minute = map(int, words.first("noon").split(":"))
        minute, seconds = words.first("minute", 0), ""
    else:
        hour, minute, seconds = words.first("hour"), words.first("minute", 0), ""
    part = words.first("daypart")
    if hour < 12 and (part == "EV" or (part == "AF" and hour < 8)):
        hour += 12
    if hour > 24 or (hour == 24 and minute):
        return None
    zone = words.first("zone")
    if zone == "Z" and "offset" in words.values:
        zone = f"+{words.first('offset'):02}:00"
    return Moment("T", clock=f"{hour % 24:02}:{minute:02}{seconds}", zone=zone)


def interval(words: Words, constants: Constants) -> Meaning | None:
    """From one date to another; what the first leaves out it takes from the second."""
    ends = [v for label in ("from", "to") for v in words.values.get(label, [])]
    if len(ends) < 2:
        return None
    start, end = ends[0], ends[-1]
    if isinstance(start, int) and isinstance(end, Moment) and end.unit in ("D", "T"):
        start = Moment("D", day=start, weekday=words.first("weekday"))
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return None
    if start.unit in ("Y", "M", "D") and start.shift is None and end.shift is None:
        known = {
            name: getattr(end, name)
            for name in ("month", "year")
            if getattr(start, name) is None and getattr(end, name) is not None
        }
        if start.weekday is None or start.day is not None or start.month is not None:
            start = replace(start, **known) if start.unit != "Y" else start
        if start.month and start.day and not calendar.exists(start.year, start.month, start.day):
            return None
    if start.unit == "Y" and end.unit == "Y" and not (start.year or 0) < (end.year or 9999):
        return None
    return Span(start, end, constants.get("modifier"))


def years(words: Words, constants: Constants) -> Meaning | None:
    """``2021-2027``, ``2024/25``."""
    first = words.values["from"][0]
    second = words.values["to"][0]
    if second < 100:
        second += first - first % 100
    if not 1000 <= first < second <= 2199 or second - first > 150:
        return None
    return Span(Moment("Y", year=first), Moment("Y", year=second))


def night(words: Words, constants: Constants) -> Meaning | None:
    """*la nuit de lundi à mardi*: the night that starts on the first day."""
    start, end = words.first("from"), words.first("day_date")
    if isinstance(start, int):
        start = replace(end, day=start, weekday=None)
    return replace(start, daypart="NI") if isinstance(start, Moment) else None


def nth_weekday(words: Words, constants: Constants) -> Meaning | None:
    """*le premier dimanche de mai*."""
    day, within = words.first("weekday"), words.first("date")
    if not isinstance(within, Moment) or within.unit not in ("M", "Y", "SEASON"):
        return None
    if day.weekday is None or day.day is not None or day.shift is not None:
        return None
    return replace(within, unit="D", nth=words.first("ordinal"), weekday=day.weekday)


def duration_range(words: Words, constants: Constants) -> Meaning | None:
    """*huit à dix jours*: ``P8D/P10D``."""
    low, high = words.first("from"), words.first("to")
    if not low < high < 1000:
        return None
    ends = [
        duration(replace(words, values=words.values | {"number": [end]}), constants)
        for end in (low, high)
    ]
    values = [end.value for end in ends if isinstance(end, Fixed)]
    return Fixed("DURATION", "/".join(values))


def same_day(words: Words, constants: Constants) -> Meaning | None:
    """*hier mardi*, *ce lundi 8 juillet*: one day named twice."""
    deictic, day = words.first("deictic"), words.first("date")
    return deictic if deictic.shift is not None else None


def whole(words: Words, constants: Constants) -> Meaning | None:
    """*toute la semaine*: the running one."""
    return Moment(words.all["PERIOD"][0], shift=0)


_AGE_ENDS = re.compile(r"\s?(?:[,.;:)»\n]|et\b|qui\b|a\b|est\b|$)")


def age(words: Words, constants: Constants) -> Meaning | None:
    """An age that follows a name: *Sekou Baldé, 19 ans,*."""
    return Nothing() if _AGE_ENDS.match(words.text, words.end) else None


def weekday_of_week(words: Words, constants: Constants) -> Meaning | None:
    """*lundi de la semaine prochaine*."""
    shift = words.first("next") or words.first("last") or 0
    return Moment("D", shift=shift, weekday=words.first("weekday"))


def nth_part(words: Words, constants: Constants) -> Meaning | None:
    """*la première moitié de 2024*: the period with a modifier."""
    rank, within = words.first("ordinal"), words.first("date")
    halves = "MOITIÉ" in words.text[words.start : words.end].upper()
    part = {1: "start", -1: "end", 2: "end" if halves else "mid"}.get(rank, "mid")
    return replace(within, modifier=part) if isinstance(within, Moment) else None


def week_of(words: Words, constants: Constants) -> Meaning | None:
    """*la semaine du 6 octobre*: the week that holds the day."""
    return replace(words.first("day_date"), unit="W")


def each(words: Words, constants: Constants) -> Meaning | None:
    """*chaque année*, *tous les deux ans*, *par mois*."""
    unit = (words.all.get("UNIT") or words.all.get("PERIOD") or [None])[0]
    if unit is None:
        return None
    amount = words.first("number", 1)
    made = duration(replace(words, values={"unit": [unit], "number": [amount]}), {"type": "SET"})
    return made


def weekly(words: Words, constants: Constants) -> Meaning:
    """A day of every week: ``XXXX-WXX-2``, with its part of the day."""
    if "weekday" not in words.values and "weekday_plural" not in words.values:
        part = words.first("daypart") or words.first("dayparts")
        return Fixed("SET", f"XXXX-XX-XXT{part}" if part else "XXXX-WXX-WE")
    weekday = words.first("weekday") or words.first("weekday_plural")
    value = f"XXXX-WXX-{weekday}"
    return Fixed("SET", value + (f"T{p}" if (p := words.first("daypart")) else ""))


def number_token(value: int) -> dict[str, Any]:
    """The classes of a number in words, as the next level sees it."""
    return number_values(value)


MAKERS: dict[str, Callable[[Words, Constants], Meaning | int | None]] = {
    f.__name__: f
    for f in (
        age, at, duration_range, nth_part, same_day, week_of,
        weekday_of_week, whole, century, clock, clock_length, decade, duration, each, fixed, interval, iso, modify, moment,
        night, nothing, nth, nth_weekday, number, numeric, period, shift, weekly, year, years,
    )
}  # fmt: skip
