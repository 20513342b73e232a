"""Expressions made of others: modifiers, parts of periods, intervals."""

from __future__ import annotations

from dataclasses import replace

from dires.dates import calendar
from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Fixed, Meaning, Moment, Nothing, Span


def fixed(words: Words, constants: Constants) -> Meaning:
    """A value given by the rule, or by the word itself (*mensuel*)."""
    value = constants.get("value") or words.first("set")
    if words.written[:1].isupper() and compiled(r"\s?[»\"]").match(words.following):
        return Nothing()
    return Fixed(constants["type"], value, constants.get("modifier"))


def modify(words: Words, constants: Constants) -> Meaning | None:
    """The same expression with a modifier."""
    for label in ("duration", "date", "day_date", "time", "other", "interval"):
        inner = words.first(label)
        if inner is None:
            continue
        modifier = constants.get("modifier") or words.first("approx") or words.first("part") or None
        if constants.get("modifier") == "keep":
            modifier = inner.modifier
        if inner.modifier in ("start", "mid", "end") and not constants.get("over"):
            modifier = inner.modifier
        changed: Meaning = replace(inner, modifier=modifier)
        if "toward" in constants and isinstance(changed, Moment) and changed.toward is None:
            changed = replace(changed, toward=constants["toward"])
        return changed
    return None


_SOME_HOUR = r" (?:midi|minuit|matin|soir|après-midi|à )"


def tomorrow(words: Words, constants: Constants) -> Meaning | None:
    """*l'école de demain*; *de demain midi*, *de demain à mardi* say which day."""
    return None if compiled(_SOME_HOUR).match(words.text, words.end) else fixed(words, constants)


def nearly(words: Words, constants: Constants) -> Meaning | None:
    """*depuis bientôt huit ans*; *depuis maintenant huit ans* are eight."""
    about = "bientôt" in words.text[words.start : words.end]
    return modify(words, {"modifier": "approx" if about else "keep"})


def nth_weekday(words: Words, constants: Constants) -> Meaning | None:
    """*le premier dimanche de mai*."""
    day, within = words.first("weekday"), words.first("date")
    if not isinstance(within, Moment) or within.unit not in ("M", "Y", "SEASON"):
        return None
    if day.weekday is None or day.day is not None or day.shift is not None:
        return None
    return replace(
        within, unit="D", within=within.unit, nth=words.first("ordinal"), weekday=day.weekday
    )


def nth_weekend(words: Words, constants: Constants) -> Meaning | None:
    """*le premier week-end de septembre*: that of the month's nth Saturday."""
    within = words.first("date")
    if not isinstance(within, Moment) or within.unit not in ("M", "Y", "SEASON"):
        return None
    nth = words.first("ordinal")
    return replace(within, unit="WE", within=within.unit, nth=nth, weekday=6)


def nth_day(words: Words, constants: Constants) -> Meaning | None:
    """*le dernier jour d'octobre*."""
    within = words.first("date")
    nth = words.first("ordinal") or words.first("rank")
    if not isinstance(within, Moment) or within.unit not in ("M", "Y"):
        return None
    return replace(within, unit="D", within=within.unit, nth=nth) if nth <= 31 else None


def bare_days(words: Words, constants: Constants) -> Meaning | None:
    """*du 3 au 5*: only where nothing follows that they could count."""
    start, end = words.first("from"), words.first("to")
    if not start < end or not words.ends:
        return None
    return Span(Moment("D", day=start), Moment("D", day=end))


_OTHER_YEAR = r" (?:scol|univ|fisc|civil|judici|litur)"


def _outer_year(words: Words) -> Moment | None:
    """The year that *l'année prochaine*, *la même année*, *l'année* (the running one) name."""
    if compiled(_OTHER_YEAR).match(words.text, words.end):
        return None
    year = words.first("outer", Moment("Y", shift=0))
    return year if isinstance(year, Moment) and (year.year or year.shift is not None) else None


def _within_year(inner: Moment, year: Moment) -> Moment:
    return replace(inner, year=year.year, shift=year.shift, anchor=year.anchor, toward=None)


def of_year(words: Words, constants: Constants) -> Meaning | None:
    """*au printemps de l'année prochaine*: a part of a year that other words name."""
    inner, year = words.first("inner"), _outer_year(words)
    if not isinstance(inner, Moment) or year is None:
        return None
    part_of_year = inner.month or inner.season or inner.holiday or inner.unit in ("Q", "HY")
    if not part_of_year or inner.year or inner.shift is not None or inner.weekday:
        return None
    modifier = words.first("part") or inner.modifier
    return replace(_within_year(inner, year), modifier=modifier)


def nth_half(words: Words, constants: Constants) -> Meaning | None:
    """*la première moitié de 2024*: its first six months."""
    rank, year = words.first("ordinal"), _outer_year(words)
    if year is None or rank not in (1, 2, -1):
        return None
    return _within_year(Moment("HY", nth=rank), year)


_FIRST_OR_LAST = r"\b(premier|première|dernier|dernière)s? (?:mois|trimestres) "


def months_of_year(words: Words, constants: Constants) -> Meaning | None:
    """*les neuf premiers mois de l'année*: from January to September."""
    length, year = words.first("duration"), _outer_year(words)
    text = words.text[words.start : words.end]
    months = {"M": 1, "Q": 3}.get(length.unit or "") if isinstance(length, Fixed) else None
    if year is None or months is None or not isinstance(length.amount, int):
        return None
    side = compiled(_FIRST_OR_LAST).search(text)
    count = length.amount * months
    beside = compiled(r"\b(?:suiv|précéd|pass|écoul)").search(text)
    if beside or not 1 < count < 12 or not (side or year.shift is not None):
        return None
    last = 12 if side and side[1].startswith("der") else count
    first, end = (Moment("M", month=number) for number in (last - count + 1, last))
    return Span(_within_year(first, year), _within_year(end, year))


def nth_part(words: Words, constants: Constants) -> Meaning | None:
    """*la première moitié de 2024*: the period with a modifier."""
    rank, within = words.first("ordinal"), words.first("date")
    halves = "MOITIÉ" in words.text[words.start : words.end].upper()
    fortnight = " quinzaine " in words.text[words.start : words.end]
    if fortnight and isinstance(within, Moment) and within.unit == "M" and rank in (1, 2, -1):
        day = replace(within, unit="D", modifier=None)
        if rank == 1:
            return Span(replace(day, day=1), replace(day, day=15))
        return Span(replace(day, day=16), replace(day, nth=-1, within="M"))
    part = {1: "start", -1: "end", 2: "end" if halves else "mid"}.get(rank, "mid")
    return replace(within, modifier=part) if isinstance(within, Moment) else None


def days_in_a_row(words: Words, constants: Constants) -> Meaning | None:
    """*mardi et mercredi*: two days that follow one another."""
    start, end = words.first("from"), words.first("to")
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return None
    if Moment("D", weekday=start.weekday) == start and Moment("D", weekday=end.weekday) == end:
        follows = start.weekday and end.weekday and (end.weekday - start.weekday) % 7 == 1
        closed = compiled(r"\b(?:ferm|ouvr|ouvert)\w+ (?:le |les )?$")
        habit = closed.search(words.text, max(0, words.start - 14), words.start)
        return Span(start, end) if follows and not habit else None
    dated = start.weekday and end.weekday and end.month and start.shift is None
    if dated and start.day and end.day == start.day + 1:
        return interval(words, constants)
    return None


def _other_day(day: Moment, number: int) -> Moment | None:
    """Another day of the month that *le 17 courant*, *le 3 du mois prochain* are days of."""
    return replace(day, nth=number) if day.within == "M" and day.nth and not day.weekday else None


def interval(words: Words, constants: Constants) -> Meaning | None:
    """From one date to another; what the first leaves out it takes from the second."""
    ends = [v for label in ("from", "to") for v in words.values.get(label, [])]
    if len(ends) < 2:
        return None
    start, end = ends[0], ends[-1]
    if isinstance(start, int) and isinstance(end, Moment) and end.unit in ("D", "T"):
        start = _other_day(end, start) or Moment("D", day=start, weekday=words.first("weekday"))
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return None
    if start.unit == "T" and end.unit == "D" and end.clock:
        return Span(replace(end, clock=start.clock, zone=start.zone), end)
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
