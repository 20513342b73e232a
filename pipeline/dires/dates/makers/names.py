"""Days and seasons with names of their own: *Noël*, *le 14-Juillet*, *l'été 2023*."""

from __future__ import annotations

from dires.dates.makers.points import moment
from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Meaning, Nothing


def feast(words: Words, constants: Constants) -> Meaning | None:
    """A feast, unless a capital after it shows a first name (*Noël Mamère*)."""
    written = words.written
    name = written[:1].isupper() and words.after[:1].isupper() and words.spaced
    return None if name else moment(words, constants)


def named_weekday(words: Words, constants: Constants) -> Meaning | None:
    """A weekday, unless its capital within a sentence shows a name (*son chat Vendredi*)."""
    capital = words.written[:1].isupper() and not words.written.isupper()
    before = words.text[max(0, words.start - 12) : words.start]
    goes_on = compiled(_GOES_ON).match(words.text, words.end)
    named = compiled(_OWNED_BEFORE).search(before) and not goes_on
    return Nothing() if capital and named else moment(words, constants)


_GOES_ON = r" (?:à (?:midi|minuit|\d)|vers |matin|midi|soir|après-midi|prochain|dernier|\d)"
_OWNED_BEFORE = (
    r"(?:\b(?:son|sa|ma|mon|ta|ton|leur|notre|chat|chien|chatte|chienne|jument|cheval|de|et|avec|à|que"
    r"|qu'|d'|comme|par|pour|contre|sur|appelle|surnommé|baptisée?)) ?$"
)


def saint(words: Words, constants: Constants) -> Meaning | None:
    """*à la Saint-Michel*: not where it goes on as a name, nor after a street."""
    written = words.written
    name = words.after[:1].isupper() and words.spaced and "year" not in words.values
    return None if name or not compiled(r"\bSaint").search(written) else moment(words, constants)


_DATES_BY_KINGS = r"(?:avant|après|d'ici|jusqu'aux?|depuis|pour|dès|vers|de|passés?) $"


def kings(words: Words, constants: Constants) -> Meaning | None:
    """*après les Rois*: Epiphany, with its capital and after a preposition."""
    before = words.text[max(0, words.start - 9) : words.start]
    named = compiled(_DATES_BY_KINGS).search(before) and words.written.endswith("Rois")
    more = words.after[:1].isupper() or compiled(r" (?:mages|de|du|des)").match(
        words.text, words.end
    )
    return moment(words, constants) if named and not more else None


_MOVABLE = {"mardi gras": -47, "mercredi des": -46, "jeudi saint": -3, "samedi saint": -1}


def movable(words: Words, constants: Constants) -> Meaning | None:
    """Days counted from Easter that have a weekday in their name: *le Mardi gras*."""
    text = words.text[words.start : words.end]
    days = next(days for name, days in _MOVABLE.items() if text.startswith(name))
    return moment(words, constants | {"holiday": days})


_SEASON_OF = r" (?:arabe\b|de (?:la(?! même année)|sa|son|leur|ses) |de l'(?!an|été))"


def season(words: Words, constants: Constants) -> Meaning | None:
    """A season, unless it is part of a name: *le Printemps de Bourges*, *le printemps arabe*."""
    named = compiled(_SEASON_OF).match(words.text, words.end)
    capital = compiled(r"[A-ZÉ]\w+$").search(words.written)
    of = compiled(r" d[eu']").match(words.following)
    before = words.text[max(0, words.start - 2) : words.start]
    titled = capital and compiled(r"[«\"] ?$").search(before)
    owned = compiled(r" (?:de |d')[A-ZÉÈ]").match(words.following)
    if titled or named or owned or (capital and of):
        return None
    return moment(words, constants)


def beside_season(words: Words, constants: Constants) -> Meaning | None:
    """*l'été suivant*, *le printemps d'avant*."""
    earlier = compiled(r"(?:précédent|avant)$").search(words.text[words.start : words.end])
    return moment(words, constants | {"toward": -1 if earlier else 1})


_OTHER_CALENDAR = r" (?:lunaire|chinois|juif|perse|persan|musulman|tibétain|khmer|lao|orthodoxe)"


def new_years_day(words: Words, constants: Constants) -> Meaning | None:
    """*le Nouvel An*, but of no other calendar (*le Nouvel An lunaire*)."""
    other = compiled(_OTHER_CALENDAR).match(words.text, words.end)
    return None if other else moment(words, constants)


def season_of_year(words: Words, constants: Constants) -> Meaning | None:
    """*l'été 2023*; *les Jeux d'hiver de 2030* have a year only."""
    games = words.text[max(0, words.start - 2) : words.start].endswith("d'")
    return None if games and " de " in words.written else moment(words, constants)


def capital(words: Words, constants: Constants) -> Meaning | None:
    """A feast whose name is also a common noun: *l'Ascension*, *l'Assomption*."""
    return moment(words, constants) if compiled(r"'\s?[A-ZÉ]").search(words.written) else None


NAMED_DAYS = {(11, 9)}
"""Days whose hyphenated name has become that of an event."""


def hyphenated_day(words: Words, constants: Constants) -> Meaning | None:
    """*le 14-Juillet*, a day of every year; *le 11-Septembre* is the event of 2001."""
    before = words.text[max(0, words.start - 12) : words.start]
    stop = compiled(r"\b(?:station|métro|arrêt|rue|place|café) $").search(before)
    if stop or (words.first("day"), words.first("month")) in NAMED_DAYS:
        return Nothing()
    return moment(words, constants)
