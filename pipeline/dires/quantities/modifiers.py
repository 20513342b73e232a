"""Words that bound or blur a number: *près de*, *au moins*, *jusqu'à* … (``modifiers.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dires.resources import read_toml

_WINDOW: Final = 40


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier read in a text; `of_years` says that it may as well belong to a date."""

    start: int
    end: int
    meaning: str
    of_years: bool = False


@cache
def _data() -> dict[str, Any]:
    return read_toml(__package__, "modifiers.toml")


def rules() -> list[dict[str, Any]]:
    """The modifiers as read from their data file, with their examples."""
    modifiers: list[dict[str, Any]] = _data()["modifier"]
    return modifiers


@cache
def _meanings(side: str) -> dict[str, str]:
    return {phrase: rule["name"] for rule in rules() for phrase in rule[side]}


@cache
def _before() -> re.Pattern[str]:
    phrases = sorted(_meanings("before"), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w'])(?:(?:de\s|d')(?=au))?(?P<phrase>{'|'.join(map(_spelled, phrases))})"
        r"\s*(?P<article>les\s|ces\s|la\s|le\s|des\s)?\Z"
    )


def _spelled(phrase: str) -> str:
    words = [re.escape(word) for word in phrase.split(" ")]
    words[-1] = r"(?:des?(?=\s)|d')" if words[-1] == "de" else words[-1] + r"(?=\s)"
    return r"\s".join(words)


@cache
def _after() -> re.Pattern[str]:
    phrases = sorted(_meanings("after"), key=len, reverse=True)
    spelled = "|".join(r"\s".join(map(re.escape, phrase.split(" "))) for phrase in phrases)
    return re.compile(rf"\s(?P<phrase>{spelled})(?!\w)(?!\s(?:\d|de\b|d'|que\b))")


def before(lowered: str, start: int) -> Modifier | None:
    """The modifier that ends right before `start`."""
    match = _before().search(lowered, max(0, start - _WINDOW), start)
    if match is None:
        return None
    phrase = re.sub(r"(?:des|d')\Z", "de", " ".join(match["phrase"].split()))
    of_years = phrase in _data()["years"]["before"]
    return Modifier(match.start(), start, _meanings("before")[phrase], of_years)


def after(lowered: str, end: int) -> Modifier | None:
    """The modifier that begins right after `end`."""
    match = _after().match(lowered, end)
    if match is None:
        return None
    return Modifier(end, match.end(), _meanings("after")[" ".join(match["phrase"].split())])
