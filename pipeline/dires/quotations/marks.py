"""Stretches between quotation marks, and lines of dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[«»“”„\"]|<<|>>|\n\s*\n|\n")
_OPEN = {"«": "»", "“": "”", "„": "”", "<<": ">>"}
_CLOSE = frozenset(_OPEN.values())
_NEXT = re.compile(r"[«»“”]|<<|>>")
_STOP = re.compile(r"[.!?…]")
_DASH = re.compile(r"^[ ]*-\s?(?=[A-ZÀ-ÝŒ])", re.MULTILINE)
_LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between marks (`start`, `end`), and the marks included (`left`, `right`)."""

    start: int
    end: int
    left: int
    right: int


def find(folded: str) -> list[Quoted]:
    """The outermost quoted stretches of a folded text, in order.

    An opening mark at the head of a further paragraph continues the quotation. A quotation that
    is never closed ends with the sentence before the next opening mark, or with its paragraph. A
    straight mark that has no partner in its paragraph marks nothing.
    """
    found: list[Quoted] = []
    stack: list[tuple[str, int, int]] = []
    straight: int | None = None
    line_start = 0
    for match in _MARK.finditer(folded):
        mark = match.group()
        if mark.isspace():
            line_start = match.end()
            straight = None
            if stack and not _goes_on(folded, match.end(), stack[0]):
                found.append(_unclosed(folded, stack[0], match.start()))
                stack.clear()
        elif mark == '"':
            if stack:
                continue
            if straight is None:
                straight = match.start() if _may_open(folded, match) else None
            elif match.start() > straight + 1:
                found.append(_trim(folded, straight + 1, match.start(), straight, match.end()))
                straight = None
        elif mark in _OPEN and not (mark == "“" and stack and stack[-1][0] == "”"):
            repeated = bool(stack) and not folded[line_start : match.start()].strip()
            if stack and not repeated and not _nested(folded, match):
                found.append(_unclosed(folded, stack[0], match.start()))
                stack.clear()
            if not repeated:
                stack.append((_OPEN[mark], match.start(), match.end()))
        elif stack and mark in _CLOSE:
            while len(stack) > 1 and stack[-1][0] != mark:
                stack.pop()
            if stack[-1][0] == mark:
                _, left, start = stack.pop()
                if not stack:
                    found.append(_trim(folded, start, match.start(), left, match.end()))
    if stack:
        found.append(_unclosed(folded, stack[0], len(folded)))
    return [quoted for quoted in found if quoted.start < quoted.end]


def dialogue(folded: str) -> Iterator[tuple[int, int]]:
    """Lines that begin with a dash and a capital: (start after the dash, end)."""
    for match in _DASH.finditer(folded):
        end = folded.find("\n", match.end())
        yield match.end(), end if end >= 0 else len(folded)


def _may_open(folded: str, match: re.Match[str]) -> bool:
    before = folded[match.start() - 1] if match.start() else " "
    return not before.isalnum() and before not in ".,;!?"


def _goes_on(folded: str, paragraph: int, opened: tuple[str, int, int]) -> bool:
    """Whether the quotation goes on in the next paragraph: its closing mark comes first there."""
    following = _NEXT.search(folded, paragraph, min(len(folded), opened[1] + _LONGEST))
    if following is None:
        return False
    if following.group() == opened[0]:
        return True
    again = _OPEN.get(following.group()) == opened[0]
    return again and not folded[paragraph : following.start()].strip()


def _nested(folded: str, inner: re.Match[str]) -> bool:
    """Whether two closing marks follow an inner opening mark, one for each."""
    first = _NEXT.search(folded, inner.end(), min(len(folded), inner.end() + _LONGEST))
    if first is None or first.group() not in _CLOSE:
        return True
    second = _NEXT.search(folded, first.end(), min(len(folded), first.end() + _LONGEST))
    return second is not None and second.group() in _CLOSE


def _unclosed(folded: str, opened: tuple[str, int, int], limit: int) -> Quoted:
    _, left, start = opened
    end = limit
    if not folded.startswith("\n", limit) and limit < len(folded):
        end = max((m.end() for m in _STOP.finditer(folded, start, limit)), default=start)
    return _trim(folded, start, end, left, end)


def _trim(folded: str, start: int, end: int, left: int, right: int) -> Quoted:
    inner = folded[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    return Quoted(start, max(start, end), left, right)
