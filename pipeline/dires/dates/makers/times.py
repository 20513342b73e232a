"""Hours and parts of the day."""

from __future__ import annotations

from dataclasses import replace

from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Fixed, Meaning, Moment, Span


def clock(words: Words, constants: Constants) -> Meaning | None:
    """An hour of the day: ``T14:30``, with ``Z`` or an offset where a zone is named.

    *3 h 12 min 40 s* is a length of time.
    """
    length = compiled(_LENGTH).fullmatch(words.first("clock", ""))
    if length:
        return _length(*length.groups())
    lasting = compiled(r"(\d+)h(\d\d)").fullmatch(words.first("clock", ""))
    if lasting and compiled(_LASTING_OF).match(words.text, words.end):
        return _length(lasting[1], lasting[2], None)
    before = words.text[max(0, words.start - 4) : words.start]
    named = compiled(r"(?:\b(?:de|du|le|la) |-)$").search(before)
    if words.written in ("Minuit", "Midi") and named:
        return None  # "le col de Minuit"
    read = _hour(words)
    if "clock" not in words.values and compiled(_OF).match(words.text, words.end):
        return None
    if read is None:
        return None
    hour, minute, seconds = read
    zone = words.first("zone")
    if "civil_zone" in words.values:
        zone = words.first("civil_zone")
        if not words.written[-3:].isupper():
            return None
    if zone == "Z" and "offset" in words.values:
        sign = "-" if compiled(r"-\s?\d+$").search(words.written) else "+"
        zone = f"{sign}{words.first('offset'):02}:00"
    at = f"{hour % 24:02}:{minute:02}{seconds}"
    made = Moment("T", clock=at, zone=zone, modifier=nearness(words))
    return replace(made, **constants)


_NEARNESS = {
    "before": r"avant",
    "after": r"après|plus tard que",
    "start": r"dès|à partir de|à compter de",
    "approx": r"vers(?: les)?|sur les? coups? de|alentours de|environs de|autour de|environ",
}
_AN_HOUR = r"(?:midi|minuit|\d|\w+ heure)"


def nearness(words: Words) -> str | None:
    """The modifier that stands before an hour: *vers*, *peu avant*, *dès 18 heures*."""
    text = words.text[words.start : words.end]
    for name, cue in _NEARNESS.items():
        if compiled(rf"\b(?:{cue}) {_AN_HOUR}").search(text):
            return name
    return None


_LASTING_OF = (
    r" (?:de |d')(?!l'|la |ce |cet|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain"
    r"|hier)[^\W\d]"
)
_LENGTH = r"(\d+)h(\d+)min(?:(\d+)s?)?"


def _length(hours: str, minutes: str, seconds: str | None) -> Meaning:
    value = f"PT{int(hours)}H{int(minutes)}M" + (f"{int(seconds)}S" if seconds else "")
    return Fixed("DURATION", value, None, int(hours) + int(minutes) / 60, "H")


def _hour(words: Words) -> tuple[int, int, str] | None:
    """Hour, minute and ``:SS`` that the words name, on the clock of twenty-four hours."""
    seconds = ""
    if "clock" in words.values:
        written = words.first("clock")
        numbers = compiled(r"\d+").findall(written)
        hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
        seconds = f":{numbers[2]}" if len(numbers) > 2 else ""
        half = compiled(r"[ap](?=\.?m)").search(written)
        if half and hour <= 12:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
    elif "noon" in words.values:
        hour, minute = int(words.first("noon")[:2]), words.first("minute", 0)
    else:
        hour, minute = words.first("hour"), words.first("minute", 0)
    part = words.first("daypart")
    if hour < 12 and (part == "EV" or (part == "AF" and hour < 8)):
        hour += 12
    text = words.text[words.start : words.end]
    minute += words.first("added", 0) or _FRACTIONS.get(text.rsplit(" et ", 1)[-1].split(" ")[0], 0)
    if "moins" in text:
        minute -= words.first("minus", 15)
        hour, minute = (hour - 1) % 24, minute + 60
    if not (0 <= minute < 60 and 0 <= hour <= 24) or (hour == 24 and minute):
        return None
    return hour, minute, seconds


_FRACTIONS = {"quart": 15, "demi": 30, "demie": 30}


def clock_and(words: Words, constants: Constants) -> Meaning | None:
    """*sept heures et dix*: an hour only where nothing follows that is counted."""
    if not compiled(r"\s?(?:[,.;:)!?\n]|du |de l'|dans |ce |cet |$)").match(words.text, words.end):
        return None
    return clock(words, constants)


def clock_open_range(words: Words, constants: Constants) -> Meaning | None:
    """``9h-12``: the second hour without its mark."""
    start = clock(words, {})
    if not isinstance(start, Moment) or not words.written[-1].isdigit():
        return None
    return Span(start, Moment("T", clock=f"{words.first('to') % 24:02}:00"))


_OF = r" (?:de |du |d')"


NIGHTFALL = 17


def clock_range(words: Words, constants: Constants) -> Meaning | None:
    """*de 10 heures à 13 heures 30*, *9-11h*, *entre midi et deux*."""
    start, end = words.first("from", 12), words.first("to")
    if "clock" in words.values:
        last = clock(words, {})
        afternoon = start < 12 and "p" in words.first("clock")
        first = Moment("T", clock=f"{start + 12 * afternoon:02}:00")
        return Span(first, last) if isinstance(last, Moment) and start < 24 else None
    if end is None:
        end = 12 if words.first("noon") == "12:00" and start < 12 else 24
    elif "noon" in words.values and end < 12:
        end += 12
    minutes = words.values.get("minute", [])
    overnight = start >= NIGHTFALL and end < 12
    reversed_ = start >= end and not overnight
    if reversed_ or len(minutes) > 1 or compiled(_OF).match(words.text, words.end):
        return None
    minute = minutes[0] if minutes else 0
    last_hour = f"{end % 24:02}:{minute:02}"
    return Span(Moment("T", clock=f"{start:02}:00"), Moment("T", clock=last_hour))


def at(words: Words, constants: Constants) -> Meaning | None:
    """A date with a part of the day or an hour: *hier soir*, *mardi vers 15 heures*."""
    base = words.first("date") or words.first("day_date") or Moment("T")
    if not isinstance(base, Moment):
        return None
    daypart = words.first("daypart") or constants.get("daypart") or None
    part = words.first("part") or (
        "start" if " tôt" in words.text[words.start : words.end] else None
    )
    inner = words.first("time")
    changes: Constants = {}
    if base.daypart and isinstance(inner, Moment) and inner.modifier:
        before = words.text[words.start : words.end]
        if compiled(r", (?:vers|un |peu|juste|dès|à partir|avant|après|aux|sur)").search(before):
            return None  # "jeudi soir, vers 19 heures": two expressions
    if isinstance(inner, Moment):
        if inner.clock and base.unit not in ("D", "T"):
            return None
        hour = inner.clock
        if hour and base.daypart == "EV" and "05" <= hour < "12":
            hour = f"{int(hour[:2]) + 12}{hour[2:]}"
        changes = {"clock": hour, "zone": inner.zone, "daypart": inner.daypart}
        part = part or inner.modifier or nearness(words)
    if daypart:
        changes["daypart"] = daypart
    modifier = constants.get("modifier") or part or base.modifier
    return replace(base, modifier=modifier, **changes)


HOURS = range(25)


def at_hours(words: Words, constants: Constants) -> Meaning | None:
    """*demain, 9 heures*: an hour that looks like a length of time, where a clause ends with it."""
    base, length = words.first("date"), words.first("duration")
    if not isinstance(base, Moment) or base.unit != "D" or base.clock or not words.ends:
        return None
    whole = isinstance(length, Fixed) and length.unit == "H" and length.amount in HOURS
    if not whole or not words.written.endswith(("heures", "heure")) or length.modifier:
        return None
    return replace(
        base,
        clock=f"{int(length.amount) % 24:02}:00",
        daypart=None,
        modifier=nearness(words) or base.modifier,
    )


def weekday_hours(words: Words, constants: Constants) -> Meaning | None:
    """*jusqu'à mardi 6 heures*."""
    hour, minute = words.first("hour"), words.first("minute", 0)
    goes_on = compiled(r" (?:à|au|jusqu'à|jusqu'au) [^\W\d]").match(words.text, words.end)
    if not (words.ends or goes_on):
        return None
    at = f"{hour % 24:02}:{minute:02}"
    return replace(Moment(**constants), weekday=words.first("weekday"), clock=at)


_DAILY = r"(?:^|[,;:(\n]|ouverte?s?|fermée?s?|jours?|matins?|soirs?|[a-z]{2,5}di|dimanche) ?$"


def daily_hours(words: Words, constants: Constants) -> Meaning | None:
    """*ouvert de 9 à 12 heures*; *un retard de 3 à 4 heures* is a length of time."""
    before = words.text[max(0, words.start - 14) : words.start]
    return clock_range(words, constants) if compiled(_DAILY).search(before) else None


def day_hours(words: Words, constants: Constants) -> Meaning | None:
    """*mercredi de 9 heures à 17 heures*: hours that were found as those of any day."""
    day, hours = words.first("date"), words.first("interval")
    if not isinstance(day, Moment) or not isinstance(hours, Span) or hours.start.unit != "T":
        return None
    return _between(day, hours.start, hours.end)


def this_daypart(words: Words, constants: Constants) -> Meaning | None:
    """*ce soir*, *cette nuit*; *cette soirée* is an event."""
    if compiled(r"cette soirée$").match(words.text, words.start, words.end):
        return None
    return Moment(**({"daypart": words.first("daypart")} | constants))


def the_daypart(words: Words, constants: Constants) -> Meaning | None:
    """*toute la matinée*, *au matin* that no day follows; *tout un soir* and *au soir* are any."""
    part = words.first("daypart")
    named = compiled(r" (?:de|du|des|d'|le|\d)").match(words.text, words.end)
    vague = part in ("EV", "NI") or (
        compiled(r"au ").match(words.text, words.start) and part != "MO"
    )
    return None if named or vague else Moment(daypart=part, **constants)


def dawn(words: Words, constants: Constants) -> Meaning | None:
    """*à l'aube*, unless it is the beginning of something else."""
    if compiled(r" (?:de|du|des|d')").match(words.text, words.end):
        return None
    return Moment("D", shift=0, anchor="sentence", daypart="MO", modifier="start")


_THAT = {"matin-là": "MO", "soir-là": "EV", "nuit-là": "NI"}


def that_daypart(words: Words, constants: Constants) -> Meaning:
    """*ce soir-là*: of the day mentioned before."""
    part = _THAT[words.text[words.start : words.end].split()[-1]]
    return Moment("D", shift=0, anchor="then", daypart=part)


def this_day(words: Words, constants: Constants) -> Meaning | None:
    """*dans la journée*, unless it is that of a date or an event."""
    if compiled(_OF).match(words.text, words.end):
        return None
    return Moment(**constants)


def part_of_day(words: Words, constants: Constants) -> Meaning | None:
    """*lundi en fin de journée*: the evening; its beginning and middle are parts of the day."""
    day, part = words.first("date"), words.first("part") or None
    if not isinstance(day, Moment):
        return None
    return replace(day, modifier=part, daypart="EV" if part == "end" else day.daypart)


def part_of_this_day(words: Words, constants: Constants) -> Meaning | None:
    """*en fin de journée*; *la fin de la journée d'action* is that of an event."""
    if compiled(r" (?:de|du|des|d')").match(words.text, words.end):
        return None
    part = words.first("part") or None
    evening = "EV" if part == "end" else None
    return replace(Moment(**constants), modifier=part, daypart=evening)


def clocks_at(words: Words, constants: Constants) -> Meaning | None:
    """*lundi de 12 h à 14 h*."""
    day, start, end = (words.first(label) for label in ("date", "from", "to"))
    joined = compiled(_TO_HOUR).search(words.text, words.start + 2, words.end)
    if not joined or not all(isinstance(part, Moment) for part in (day, start, end)):
        return None
    return _between(day, start, end)


def _between(day: Moment, start: Moment, end: Moment) -> Span:
    """The hours from `start` to `end` of `day`."""
    return Span(
        replace(day, clock=start.clock, zone=start.zone),
        replace(day, clock=end.clock, zone=end.zone),
    )


_TO_HOUR = r"(?:\bà|\bet|-) ?(?:midi|minuit|\d|\w+ heure)"


def clock_interval(words: Words, constants: Constants) -> Meaning | None:
    """*de 7 h 30 à 9 heures*; two hours with nothing between them are two."""
    start, end = words.first("from"), words.first("to")
    joined = compiled(_TO_HOUR).search(words.text, words.start + 2, words.end)
    if not joined or not isinstance(start, Moment) or not isinstance(end, Moment):
        return None
    return Span(start, replace(end, modifier=None))


def bare_day_at(words: Words, constants: Constants) -> Meaning | None:
    """*le 16 à 18 h*."""
    time: Moment = words.first("time")
    later = compiled(r" (?:dès|partir|après) ").search(words.text, words.start, words.end)
    modifier = "after" if later else time.modifier
    return Moment("D", day=words.first("day"), clock=time.clock, zone=time.zone, modifier=modifier)


def night_bare(words: Words, constants: Constants) -> Meaning | None:
    """*dans la nuit du 3 au 4*."""
    first, last = words.first("from"), words.first("to")
    follows = last == first + 1 or last == 1
    return Moment("D", day=first, daypart="NI") if words.ends and follows else None


def night(words: Words, constants: Constants) -> Meaning | None:
    """*la nuit de lundi à mardi*: the night that starts on the first day."""
    start, end = words.first("from"), words.first("day_date")
    if isinstance(start, int):
        start = replace(end, day=start, weekday=None)
    return replace(start, daypart="NI") if isinstance(start, Moment) else None
