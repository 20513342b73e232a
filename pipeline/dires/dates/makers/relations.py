"""What is counted from another date: *il y a trois ans*, *la semaine prochaine*."""

from __future__ import annotations

from dataclasses import replace

from dires.dates.makers.lengths import duration
from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Fixed, Meaning, Moment


def shift(words: Words, constants: Constants) -> Meaning | None:
    """A period counted from the publication (*il y a trois ans*) or from another date."""
    length = words.first("duration")
    if length is None:
        return Moment(**({"shift": words.first("deictic")} | constants))
    sign = constants["sign"]
    anchor = constants.get("anchor", "now")
    lasting = compiled(r" qu(?:e |')").match(words.text, words.end) and anchor in ("now", "then")
    if isinstance(length, Fixed) and (
        lasting or length.toward is not None or _stays(length, constants)
    ):
        # "voilà trois ans que", "trois jours plus tôt que prévu", "sous dix jours"
        return replace(length, modifier=length.modifier or constants.get("modifier"))
    if not isinstance(length, Fixed) or length.amount is None or length.unit is None:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Fixed("DATE", reference, constants.get("modifier"))
    unit, factor = {"2W": ("W", 2), "NI": ("D", 1), "ML": ("Y", 1000)}.get(
        length.unit, (length.unit, 1)
    )
    if unit == "CE":
        unit, factor = "Y", 100
    amount = length.amount * factor
    if unit == "W" and amount in (1, 2):
        unit, amount = "D", amount * 7
    if amount != int(amount):
        finer = {"Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "H": ("MIN", 60)}.get(unit)
        if finer is None:
            return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
        unit, amount = finer[0], amount * finer[1]
    modifier = constants.get("modifier") or length.modifier
    return Moment(unit, shift=sign * int(amount), anchor=anchor, modifier=modifier)


def _stays(length: Fixed, constants: Constants) -> bool:
    """*une heure plus tard*: the length itself is meant."""
    counted_on = constants.get("anchor") == "then" and length.unit in ("H", "MIN", "S")
    return counted_on and length.amount is not None


def period(words: Words, constants: Constants) -> Meaning:
    """A running, last or next period: *cette semaine*, *l'an dernier*, *le mois prochain*."""
    unit = constants.get("unit") or words.first("period")
    direction = constants.get("shift", 0)
    for label in ("last", "next", "previous", "following"):
        direction = words.first(label, direction)
    anchor = "then" if {"previous", "following"} & words.values.keys() else "now"
    anchor = constants.get("anchor", anchor)
    return Moment(unit, shift=direction, anchor=anchor, modifier=words.first("part") or None)


def whole(words: Words, constants: Constants) -> Meaning | None:
    """*toute la semaine*: the running one."""
    return Moment(words.all("PERIOD")[0], shift=0)


def same_day(words: Words, constants: Constants) -> Meaning | None:
    """*hier mardi*, *ce lundi 8 juillet*: one day named twice."""
    deictic: Moment = words.first("deictic")
    day: Moment = words.first("date")
    return deictic if deictic.shift is not None and day.shift is None else None


def weekday_of_week(words: Words, constants: Constants) -> Meaning | None:
    """*lundi de la semaine prochaine*."""
    shift = words.first("next") or words.first("last") or constants.get("shift", 0)
    return Moment("D", shift=shift, weekday=words.first("weekday"))


_FREE_AFTER = (
    r" (?:une?|les?|la|l'|aux?|à|en|dans|pour|contre|devant|sur|des?|du|d'|par|avec|chez|et|ou|que?"
    r"|qu'|où|son|sa|ses|leurs?|notre|nos|ils?|elles?|on|nous|vous|je|j'|ne|n'|se|s'|y)"
)
"""After *lundi en huit*: words that it does not count."""


def weekday_in(words: Words, constants: Constants) -> Meaning | None:
    """*lundi en huit*, *en quinze*: a week or two after that day."""
    days = {8: 7, 15: 14}.get(words.first("number"))
    counted = not (words.ends or compiled(_FREE_AFTER).match(words.text, words.end))
    if days is None or counted:
        return None
    return Moment("D", weekday=words.first("weekday"), toward=2, days=days)


def day_of_the_month(words: Words, constants: Constants) -> Meaning | None:
    """*le 1er du mois prochain*, *le 17 courant*."""
    day = words.first("day") or words.first("rank")
    if not 1 <= day <= 31:
        return None
    shift = words.first("next") or words.first("last") or 0
    return Moment("D", within="M", nth=day, shift=shift)


def day_after(words: Words, constants: Constants) -> Meaning:
    """*le lendemain*; *au lendemain du vote* is itself the day that the sentence speaks of."""
    if compiled(r" (?:du |de |des |d')").match(words.text, words.end):
        return Moment("D", shift=0, anchor="named")
    return Moment("D", shift=1, anchor="then")


_BESIDE = {"lendemain": 1, "surlendemain": 2, "veille": -1, "avant-veille": -2}


def beside(words: Words, constants: Constants) -> Meaning | None:
    """*au lendemain du 15 août*, *l'avant-veille de Noël*."""
    day = words.first("date")
    text = words.text[words.start : words.end]
    word = compiled(r"\b((?:sur)?lendemain|(?:avant-)?veille)\b").search(text)
    if word is None or not isinstance(day, Moment) or day.shift is not None:
        return None
    return replace(day, days=day.days + _BESIDE[word[1]])


def days_from(words: Words, constants: Constants) -> Meaning | None:
    """*six jours avant Noël*."""
    length, day = words.first("duration"), words.first("date")
    if not isinstance(length, Fixed) or not isinstance(day, Moment) or length.amount is None:
        return None
    days = {"D": 1, "W": 7}.get(length.unit or "", 0) * length.amount
    if not days or days != int(days) or day.shift is not None or length.type != "DURATION":
        return None
    before = " avant " in words.text[words.start : words.end]
    modifier = length.modifier
    return replace(day, days=day.days + int(-days if before else days), modifier=modifier)


def shift_bare(words: Words, constants: Constants) -> Meaning | None:
    """*deux jours après*: a day where the clause ends there; else, and in a title, a length."""
    in_title = words.text.find("\n", 0, words.start) < 0
    return shift(words, constants) if words.alone or (words.ends and not in_title) else None


def within(words: Words, constants: Constants) -> Meaning | None:
    """*dans les cinq ans*: a length that begins with the publication; no age."""
    return duration(words, {"toward": 1, "modifier": "before"}) if words.ends else None


def delay(words: Words, constants: Constants) -> Meaning | None:
    """*dans un délai de six mois*, *sous dix jours*: a length that begins with the publication."""
    length = words.first("duration")
    if not isinstance(length, Fixed):
        return None
    modifier = constants.get("modifier", length.modifier)
    return replace(length, toward=constants.get("toward", 1), modifier=modifier)


def new_year(words: Words, constants: Constants) -> Meaning | None:
    """*la nouvelle année*: the calendar's, not that of schools."""
    if compiled(r" (?:scol|universit|fiscal|académ|judici|de )").match(words.text, words.end):
        return None
    return Moment("Y", holiday="01-01")


def the_weekend(words: Words, constants: Constants) -> Meaning | None:
    """*le week-end*: the running one, where nothing says which."""
    if compiled(r" (?:du |de |des |d'|qui |où |suiv|préc|dern|proch|pass|\d)").match(
        words.text, words.end
    ):
        return None
    return Moment("WE", shift=0)


def end_of_week(words: Words, constants: Constants) -> Meaning | None:
    """*la fin de semaine dernière*, as Québec calls the weekend; alone it is any."""
    text = words.text[words.start : words.end]
    shift_ = words.first("last") or words.first("next") or 0
    if shift_ or text.startswith("cette"):
        return Moment("WE", shift=shift_)
    return None


def in_the_week(words: Words, constants: Constants) -> Meaning | None:
    """*dans la semaine*: the running one, unless another is named."""
    if compiled(r" (?:du |de |des |d'|qui |où |suiv|préc)").match(words.text, words.end):
        return None
    return Moment("W", shift=0)


def week_of(words: Words, constants: Constants) -> Meaning | None:
    """*la semaine du 6 octobre*: the week that holds the day."""
    day: Moment = words.first("day_date")
    unit: str = words.all("PERIOD")[0]
    return replace(day, unit=unit)
