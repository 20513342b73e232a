"""What a text must hold for a rule to match it: found once, so that most rules are not tried.

A pattern of symbols and operators needs, for each item that is not optional, one of the item's
symbols; of alternatives, one that any of them needs.
"""

from __future__ import annotations

from collections.abc import Sequence

KEPT = 3
"""Sets of symbols kept a rule: the smallest, which tell most."""


def required(items: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Sets of symbols of which a match holds one each.

    `items` are operators (``( | ) ? * +``) and, for every class or word, the string of symbols
    that it may be.
    """
    needs, _ = _alternatives(items, 0)
    return tuple(sorted(map(frozenset, needs), key=len)[:KEPT])


def _alternatives(items: Sequence[str], at: int) -> tuple[list[str], int]:
    """The needs of the alternatives from `at` to their closing bracket, and where that is."""
    found: list[list[str]] = [[]]
    while at < len(items) and items[at] != ")":
        item = items[at]
        at += 1
        if item == "|":
            found.append([])
            continue
        needs = [item]
        if item == "(":
            needs, at = _alternatives(items, at)
            at += 1
        following = items[at] if at < len(items) else ""
        at += following in ("?", "*", "+")
        if following not in ("?", "*"):
            found[-1] += needs
    if len(found) == 1:
        return found[0], at
    return (["".join(min(one, key=len) for one in found)] if all(found) else []), at
