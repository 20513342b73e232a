"""What belongs to an act beside its holder: addressee, deadline, dates, quantities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from dires.article import Actor, Date, Quantity
from dires.statements.actors import Actors, is_thing
from dires.statements.constructions import preposition
from dires.statements.match import Match
from dires.statements.verbs import is_verb

_FAR_OBJECTS = ("obj", "iobj", "obl:arg", "obl", "obl:mod")
_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def inside(start: int, end: int, items: Sequence[Date | Quantity]) -> tuple[int, ...]:
    """Indices of the `items`, which are in the order of the text, that lie within ``start:end``."""
    first = bisect_left(items, start, key=_start)
    last = bisect_left(items, end, lo=first, key=_start)
    return tuple(i for i in range(first, last) if items[i].end <= end)


def _start(item: Date | Quantity) -> int:
    return item.start


def deadline_of(
    dates: Sequence[Date], indices: Sequence[int], *, content_start: int, published: str | None
) -> str | None:
    """The date by which the content is to be done: a bound (*d'ici 2030*) before any other.

    Dates before the content (when it was said) and dates past at publication never count. Of a
    period it is the end, of a time its day.
    """
    candidates = [
        dates[i]
        for i in indices
        if dates[i].type in ("DATE", "TIME")
        and dates[i].value not in _REFERENCES
        and dates[i].start >= content_start
        and not dates[i].text.lower().startswith(("depuis", "après"))
        and not _is_past(dates[i], published)
    ]
    if not candidates:
        return None
    bounded = [date for date in candidates if date.modifier == "before"]
    value = (bounded or candidates)[0].value.rpartition("/")[2]
    return value.partition("T")[0]


def _is_past(date: Date, published: str | None) -> bool:
    return bool(published and date.latest and date.latest < published)


def addressee_of(match: Match, actors: Actors, *, end: int) -> Actor | None:
    """Who is asked (proposal) or approved of (endorsement), where the content names them."""
    found = None
    if match.rule.label == "proposal":
        found = _asked(match, actors, end) or _wished_to_act(match, actors, end)
    elif match.rule.label == "endorsement":
        found = _first_actor(match.complement, actors, end)
    return found and (actors.state_of(found) or found)


def _asked(match: Match, actors: Actors, end: int) -> Actor | None:
    """The object of the cue, or its complement with *à*: *exhorte X à*, *demande à X de*."""
    for child in match.anchor.rights:
        if child.i >= end or child.dep_ not in _FAR_OBJECTS or child.pos_ in ("VERB", "ADJ"):
            continue
        if child.pos_ == "PRON" and actors.mention_at(child) is None:
            continue
        case = next((preposition(c) for c in child.lefts if c.dep_ == "case"), "")
        is_content = child == match.complement and case != ""
        if case not in ("", "à") or is_content or actors.is_date(child) or is_thing(child):
            continue
        if child.dep_ not in ("obj", "iobj") or _names_people(child, actors):
            return actors.of_phrase(child)
    return None


def _wished_to_act(match: Match, actors: Actors, end: int) -> Actor | None:
    """The subject of the content: *souhaite que X fasse*."""
    if match.complement == match.anchor or not is_verb(match.complement):
        return None
    for child in match.complement.lefts:
        if child.dep_ == "nsubj" and match.anchor.i < child.i < end:
            return actors.mention_at(child)
    return None


def _names_people(token: Token, actors: Actors) -> bool:
    return actors.mention_at(token) is not None or "Plur" in token.morph.get("Number", [])


def _first_actor(head: Token, actors: Actors, end: int) -> Actor | None:
    for i in range(head.i, end):
        mention = actors.mention_at(head.doc[i])
        if mention is not None and mention.label in ("PER", "ORG", "LOC"):
            return mention
    return None
