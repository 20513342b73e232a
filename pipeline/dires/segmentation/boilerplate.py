"""Page furniture around an article: newsletter boxes, sharing bars, menus, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dires.resources import read_toml
from dires.segmentation.lines import Block

_LONGEST = 400
_LINK = 160
_SENTENCE_END = re.compile(r"[.!?…:;]\s*[»\")]?$")


@cache
def rules() -> dict[str, re.Pattern[str]]:
    """The rules of ``boilerplate.toml`` by name; a rule must match a whole lower-cased line."""
    return {rule["name"]: re.compile(rule["pattern"]) for rule in _data()}


@cache
def _data() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = read_toml(__package__, "boilerplate.toml")["line"]
    return entries


@cache
def _matcher() -> tuple[re.Pattern[str], frozenset[str]]:
    alternatives = "|".join(f"(?P<{name}>{rule.pattern})" for name, rule in rules().items())
    return re.compile(alternatives), frozenset(r["name"] for r in _data() if r.get("section"))


def rule_of(line: str) -> str | None:
    """The name of the rule that makes the folded `line` boilerplate, or None."""
    if len(line) > _LONGEST:
        return None
    match = _matcher()[0].fullmatch(line.strip().lower())
    return match.lastgroup if match else None


def find(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the blocks that are boilerplate.

    A block that opens a section (*Sur le même sujet*) takes the links after it along: those
    that follow without a blank line, a list of them after a blank line, or all that is left of
    the text when nothing but links follows.
    """
    found: set[int] = set()
    sections = _matcher()[1]
    links = [_is_link(block) for block in blocks]
    tail = len(blocks)
    while tail and (links[tail - 1] or rule_of(blocks[tail - 1].text)):
        tail -= 1
    for index, block in enumerate(blocks):
        rule = rule_of(block.text)
        if rule is None:
            continue
        found.add(index)
        if rule not in sections:
            continue
        after = index + 1
        if after >= tail:
            found.update(range(after, len(blocks)))
            break
        stop = _end_of_list(blocks, links, after)
        if stop > after and (not blocks[after].gap or stop - after > 1):
            found.update(range(after, stop))
    return found


def _is_link(block: Block) -> bool:
    return len(block.text) <= _LINK and not _SENTENCE_END.search(block.text)


def _end_of_list(blocks: Sequence[Block], links: Sequence[bool], first: int) -> int:
    stop = first
    while stop < len(blocks) and links[stop] and (stop == first or not blocks[stop].gap):
        stop += 1
    return stop
