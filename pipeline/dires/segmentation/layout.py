"""What a line looks like: byline, dateline, caption, salutation."""

from __future__ import annotations

import re
from functools import cache

from dires.resources import read_toml
from dires.typography import fold

_LONGEST_BYLINE = 160
_LONGEST_CAPTION = 300


@cache
def rules() -> dict[str, dict[str, re.Pattern[str]]]:
    """The patterns of ``layout.toml``: kind → name → pattern, on folded text."""
    data = read_toml(__package__, "layout.toml")
    compiled: dict[str, dict[str, re.Pattern[str]]] = {}
    for rule in data["rule"]:
        pattern = rule["pattern"].replace("{date}", data["date"]).replace("{hour}", data["hour"])
        compiled.setdefault(rule["kind"], {})[rule["name"]] = re.compile(fold(pattern))
    return compiled


def is_byline(line: str) -> bool:
    """Whether the whole folded `line` names an author, an agency, or a place and date."""
    if len(line) > _LONGEST_BYLINE:
        return False
    return any(rule.fullmatch(line) for rule in rules()["byline"].values())


def is_caption(line: str) -> bool:
    """Whether the folded `line` is the text or the credit of a picture."""
    if len(line) > _LONGEST_CAPTION:
        return False
    known = rules()
    return any(rule.fullmatch(line) for rule in known["caption"].values()) or any(
        rule.search(line) for rule in known["caption_credit"].values()
    )


def is_salutation(line: str) -> bool:
    """Whether the folded `line` opens or closes a speech (*Mesdames et Messieurs*)."""
    return any(rule.match(line) for rule in rules()["salutation"].values())


def dateline_end(paragraph: str) -> int:
    """Where the dateline that opens the folded `paragraph` ends; 0 where there is none."""
    for rule in rules()["dateline"].values():
        match = rule.match(paragraph)
        if match:
            return match.end()
    return 0
