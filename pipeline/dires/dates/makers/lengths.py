"""Durations and repetitions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Fixed, Meaning, Moment, Nothing, Span

_UNIT_VALUES = {
    "S": "PT{}S", "MIN": "PT{}M", "H": "PT{}H", "D": "P{}D", "NI": "P{}D", "W": "P{}W",
    "WE": "P{}WE", "M": "P{}M", "Y": "P{}Y",
}  # fmt: skip


_MULTIPLES = {"2W": ("W", 2), "Q": ("M", 3), "HY": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100),
              "ML": ("Y", 1000)}  # fmt: skip


_TIMED = r"\b(?:train|bus|car|tgv|ter|vol|avion|bac|ferry|navette|messe|séance|journal) de $"
_HALVES = {"H": ("H", "MIN", 30), "MIN": ("MIN", "S", 30)}


def duration(words: Words, constants: Constants) -> Meaning | None:
    """A number of units: ``P3Y``, ``PT2H30M``; an unknown number is ``X`` (``PXD``)."""
    named = compiled(r" (?:Heures|Jours|Nuits|Minutes)$").search(words.written)
    if named and compiled(r" (?:d[eu] |d')").match(words.text, words.end):
        return Nothing()  # "les 24 Heures du Mans"
    unit = (
        words.first("unit") or words.first("period") or words.first("periods") or constants["unit"]
    )
    amount = words.first("number", words.first("about_number", constants.get("amount", "X")))
    before = words.text[max(0, words.start - 12) : words.start]
    if unit == "H" and amount in range(25) and compiled(_TIMED).search(before):
        return Moment("T", clock=f"{int(amount) % 24:02}:00")  # "le train de 17 heures"
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
    toward = constants.get("toward") or words.first("last") or words.first("next")
    return Fixed(type_, value, modifier, amount, unit, toward)


def about_one(words: Words, constants: Constants) -> Meaning | None:
    """*une bonne heure*, *une petite semaine*."""
    if words.text.endswith("demi-heure", words.start, words.end):
        return Fixed("DURATION", "PT30M", None, 0.5, "H")
    return duration(words, {"unit": words.all("UNIT")[0], "amount": 1})


def duration_tied(words: Words, constants: Constants) -> Meaning | None:
    """*les 30 jours passés*; *dix ans passés à la tête du parti* were spent there."""
    spent = compiled(r" (?:à|dans|en|au|aux|sur|avec|chez|comme|auprès|sous|loin)\b")
    if "passé" in words.written.lower() and spent.match(words.text, words.end):
        return None
    return duration(words, constants)


def duration_alone(words: Words, constants: Constants) -> Meaning | None:
    """``12"``: a length of time where the text is nothing else."""
    return duration(words, constants) if words.alone else None


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def duration_range(words: Words, constants: Constants) -> Meaning | None:
    """*huit à dix jours*: ``P8D/P10D``."""
    low, high = words.first("from"), words.first("to")
    is_day = words.text.endswith("le ", 0, words.start) and words.all("UNIT") == ["H"]
    if is_day or not low < high < 1000:
        return None
    ends = [
        duration(replace(words, values=words.values | {"number": [end]}), constants)
        for end in (low, high)
    ]
    values = [end.value for end in ends if isinstance(end, Fixed)]
    return Fixed("DURATION", "/".join(values))


_FINER = {"Y": "M", "M": "D", "W": "D", "D": "H"}


def two_units(words: Words, constants: Constants) -> Meaning | None:
    """*deux ans et six mois*: ``P2Y6M``; only of units of which the second divides the first."""
    (first, second), (unit, finer) = words.all("NUMBER"), words.all("UNIT")
    if _FINER.get(unit) != finer or not all(isinstance(n, int) for n in (first, second)):
        return None
    value = _UNIT_VALUES[unit].format(first) + _UNIT_VALUES[finer].format(second)[1:]
    return Fixed("DURATION", value)


def clock_length(words: Words, constants: Constants) -> Meaning | None:
    """*2 heures 30*, *1 h 30* as a length of time."""
    hours, minutes = (words.values["number"] + [0])[:2]
    return Fixed(
        "DURATION", f"PT{_plain(hours)}H{_plain(minutes)}M", None, hours + minutes / 60, "H"
    )


def habitual(words: Words, constants: Constants) -> Meaning | None:
    """*le mardi* at the end of a clause: every week; *le mardi 2*, *le mardi suivant* one day."""
    before = words.text[max(0, words.start - 2) : words.start]
    if not words.ends or not compiled(r"[\w,] $").search(before):
        return None  # "Le mardi, …" tells what happened then
    return weekly(words, constants)


_LASTING = (
    r"\b(?:dur|pren[dn]|pris|met|mi[st]|faut|fallu|attend|parl|occup|pendant|durant|en|après|passé|tenu|tient)"
    r"\w* (?:de |près de |plus de |environ |à peine |moins de )?$"
)


def clock_length_of(words: Words, constants: Constants) -> Meaning | None:
    """*une heure trente de retard*: a length, where what lasts is named."""
    before = words.text[max(0, words.start - 26) : words.start]
    lasting = compiled(_LASTING).search(before)
    if not (lasting or compiled(r" (?:de |du |d'|pour \d)").match(words.text, words.end)):
        return None
    hours, minutes = (words.values["number"] + [15])[:2]
    if minutes >= 60:
        return None
    value = f"PT{_plain(hours)}H{_plain(minutes)}M"
    return Fixed("DURATION", value, None, hours + minutes / 60, "H")


def minutes_length(words: Words, constants: Constants) -> Meaning | None:
    """*54 min 11 s*, *trois minutes vingt-huit*."""
    minutes, seconds = words.values["number"][:2]
    named = compiled(r"s$|sec\w*$|secondes?$").search(words.written)
    if seconds >= 60 or (seconds < 10 and not named):
        return None
    value = f"PT{_plain(minutes)}M{_plain(seconds)}S"
    return Fixed("DURATION", value, None, minutes + seconds / 60, "MIN")


_SEASONS = {"printemps": "SP", "été": "SU", "étés": "SU", "automne": "FA", "automnes": "FA",
            "hiver": "WI", "hivers": "WI"}  # fmt: skip


def every_season(words: Words, constants: Constants) -> Meaning:
    """*chaque été*: ``XXXX-SU``."""
    return Fixed("SET", f"XXXX-{_SEASONS[words.text[words.start : words.end].split()[-1]]}")


def every_day_of_year(words: Words, constants: Constants) -> Meaning:
    """*chaque 1er octobre*: ``XXXX-10-01``."""
    return Fixed("SET", f"XXXX-{words.first('month'):02}-{words.first('day'):02}")


_RATE_OF = r"(?:%|pour cent|euros?|dollars?|francs?|tonnes?|millions?|milliards?|€|\$) $"


def rate(words: Words, constants: Constants) -> Meaning | None:
    """*2 % l'an*."""
    before = words.text[max(0, words.start - 12) : words.start]
    unit = words.all("PERIOD")[0]
    known = compiled(_RATE_OF if unit == "Y" else r"\bfois $").search(before)
    if not known and unit == "Y" and words.ends:
        known = compiled(r"\d [^\W\d]+ $").search(before)  # "40 000 marcheurs l'an"
    return Fixed("SET", f"P1{unit}", None, 1, unit) if known else None


def each(words: Words, constants: Constants) -> Meaning | None:
    """*chaque année*, *tous les deux ans*, *par mois*."""
    unit = (words.all("UNIT") or words.all("PERIOD") or [None])[0]
    if unit is None:
        return None
    return _every(words, unit, words.first("number", 1))


LARGEST_TURN = 31
LARGEST_REVIEW = 10


def at_every(words: Words, constants: Constants) -> Meaning | None:
    """*aux cinq ans*, as Québec says for every five years; in words, where a clause ends."""
    amount = words.first("number")
    in_words = not compiled(r"\d").search(words.written)
    if not in_words or not words.ends or not 1 < amount <= LARGEST_REVIEW:
        return None
    return _every(words, words.first("unit"), amount)


def one_in(words: Words, constants: Constants) -> Meaning | None:
    """*un jour sur deux*: every second day."""
    count, of, unit = words.first("number"), words.first("of"), words.first("unit")
    if count != 1 or not 2 <= of <= LARGEST_TURN:
        return None
    return _every(words, unit, of)


def _every(words: Words, unit: str, amount: float) -> Meaning | None:
    values: dict[str, list[Any]] = {"unit": [unit], "number": [amount]}
    return duration(replace(words, values=values), {"type": "SET"})


def further_weekdays(words: Words, constants: Constants) -> Meaning | None:
    """*les lundis et jeudis*: the second."""
    before = words.text[max(0, words.start - 16) : words.start]
    joined = compiled(r"(?:[a-z]dis|dimanches)(?:,| et| ou) $").search(before)
    return weekly(words, constants) if joined else None


_HOURS_BESIDE = r",? (?:de |entre |à partir de |dès )?\d\d? ?(?:h|heures?)\b"
_OPEN_BEFORE = (
    r"(?:\b(?:ouvre|ouvert|ferm|accueil|horaire|départ|circul|accessible|permanence|la nuit|le soir"
    r"|le matin)\w*\W*|h\d{0,2},? )"
)


def weekdays_range(words: Words, constants: Constants) -> Meaning | None:
    """*du lundi au vendredi*: of every week where hours or what opens stand beside it."""
    if compiled(r" \d{1,2}(?:er)? (?!h)").match(words.text, words.end):
        return None  # "du mardi au jeudi 4 juillet"
    first, last = words.first("from"), words.first("to")
    if compiled(r"nuit $").search(words.text, max(0, words.start - 5), words.start):
        return None
    before = words.text[max(0, words.start - 40) : words.start]
    hours = compiled(_HOURS_BESIDE).match(words.text, words.end)
    if hours or compiled(rf"{_OPEN_BEFORE}[^.;\n]{{0,20}}$").search(before):
        return Fixed("SET", f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    return Span(Moment("D", weekday=first), Moment("D", weekday=last))


def weekly(words: Words, constants: Constants) -> Meaning:
    """A day of every week: ``XXXX-WXX-2``, with its part of the day."""
    if "weekday" not in words.values and "weekday_plural" not in words.values:
        part = words.first("daypart") or words.first("dayparts")
        return Fixed("SET", f"XXXX-XX-XXT{part}" if part else "XXXX-WXX-WE")
    weekday = words.first("weekday") or words.first("weekday_plural")
    value = f"XXXX-WXX-{weekday}"
    return Fixed("SET", value + (f"T{p}" if (p := words.first("daypart")) else ""))
