"""Words that bound or blur a number: *près de*, *au moins*, *jusqu'à* … (``modifiers.toml``)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

_WINDOW: Final = 40


@cache
def rules() -> list[dict[str, Any]]:
    """The modifiers as read from their data file, with their examples."""
    text = resources.files(__package__).joinpath("modifiers.toml").read_text(encoding="utf-8")
    modifiers: list[dict[str, Any]] = tomllib.loads(text)["modifier"]
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
    if words[-1] == "de":
        words[-1] = "(?:de(?=\\s)|des(?=\\s)|d')"
    elif words[-1].endswith("à"):
        words[-1] += "(?=\\s)"
    else:
        words[-1] += "(?=\\s)"
    return r"\s".join(words)


@cache
def _after() -> re.Pattern[str]:
    phrases = sorted(_meanings("after"), key=len, reverse=True)
    spelled = "|".join(r"\s".join(map(re.escape, phrase.split(" "))) for phrase in phrases)
    return re.compile(rf"\s(?P<phrase>{spelled})(?!\w)(?!\s(?:\d|de\b|d'|que\b))")


def before(lowered: str, start: int) -> tuple[int, str] | None:
    """The modifier that ends right before `start`: where it begins, and its meaning."""
    match = _before().search(lowered, max(0, start - _WINDOW), start)
    if match is None:
        return None
    phrase = " ".join(match["phrase"].split())
    phrase = re.sub(r"(?:des|d')\Z", "de", phrase)
    return match.start(), _meanings("before")[phrase]


def after(lowered: str, end: int) -> tuple[int, str] | None:
    """The modifier that begins right after `end`: where it ends, and its meaning."""
    match = _after().match(lowered, end)
    if match is None:
        return None
    return match.end(), _meanings("after")[" ".join(match["phrase"].split())]
