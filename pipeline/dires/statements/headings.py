"""Who speaks in a text, by its heading: *Déclaration de Mme X, ministre de …, sur …*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dires.article import Actor
from dires.resources import read_toml
from dires.typography import fold

# A first line longer than this is no heading.
_LONGEST = 500
_TITLES = r"(?:(?:m|mm)\.|mmes?|messieurs|mesdames|monsieur|madame)\s+"
_QUOTED_HEADING = re.compile(r"^(?P<who>[^:«\"]{3,60}?)\s*:\s*[«\"]")


def heading_of(text: str, title: str | None) -> str:
    """What stands above the text: its title, else its first line where that is short."""
    first = text.lstrip().partition("\n")[0].strip()
    title = title or ""
    says_so = (line for line in (title, first) if _names_speakers(_plain(line)))
    return next(says_so, title)[:_LONGEST]


def _names_speakers(plain: str) -> bool:
    return bool(_opening().match(plain) or _dialogue().search(plain))


def speakers_of(heading: str, mentions: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who speaks under `heading`, in its order; empty where it does not say.

    People that the heading names, else the body or the offices that issue the text.
    """
    plain = _plain(heading)
    opening = _opening().match(plain)
    if opening is None:
        quoted = _QUOTED_HEADING.match(plain)
        asked = _dialogue().search(plain)
        who = quoted["who"] if quoted else plain[asked.end() :] if asked else ""
        return _people_in(who, mentions)[:1]
    end = _end_of_speakers(plain, opening.end())
    people = _people_in(plain[opening.end() : end], mentions)
    if people:
        return people
    name = heading[opening.end() : end].strip(" ,.")
    known = next((m for m in mentions if _plain(m.text) == _plain(name)), None)
    return (known or Actor(0, len(name), name, name),) if name else ()


def is_joint(heading: str) -> bool:
    """Whether several parties speak as one: *Déclaration commune*, *Communiqué conjoint*."""
    opening = _opening().match(_plain(heading))
    return (
        opening is not None
        and re.search(r"\b(?:commune?s?|conjointe?s?)\b", opening[0]) is not None
    )


def _people_in(phrase: str, mentions: Sequence[Actor]) -> tuple[Actor, ...]:
    """The people whose names stand in `phrase`, in its order."""
    found: dict[str, tuple[int, Actor]] = {}
    for mention in mentions:
        words, place = _plain(mention.text), phrase.find(_plain(mention.text))
        by_name = mention.label == "PER" and words in _plain(mention.name)
        if by_name and place >= 0 and " et " not in mention.name:
            found.setdefault(mention.name, (place, mention))
    return tuple(actor for _, actor in sorted(found.values(), key=lambda pair: pair[0]))


def _end_of_speakers(plain: str, start: int) -> int:
    found = _topic().search(plain, start)
    return found.start() if found else len(plain)


def _plain(text: str) -> str:
    return fold(text).lower()


@cache
def _words() -> dict[str, list[str]]:
    return read_toml(__package__, "voices.toml")


def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(_words()[name], key=len, reverse=True)))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[^:\n]{{2,40}}\s:\s)?"
        rf"(?:extraits?\s+(?:d'une?|de la|de l'|du)\s*)?(?:{_any('genres')})"
        rf"(?:\s+(?:{_any('genre_adjectives')}))*"
        rf"\s+(?:de la\s+|de l'|du\s+|des\s+|de\s+|d')(?:{_TITLES})?"
    )


@cache
def _dialogue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('dialogues')})(?=\s)")


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{_any('topics')})\b|\s(?:{_any('strong_topics')})\s|[.]\s*$")
