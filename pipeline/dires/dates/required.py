"""What a text must hold for a rule to match it: found once, so that most rules are not tried.

A pattern of symbols and operators needs, for each item that is not optional, one of the item's
symbols; of alternatives, one that any of them needs.
"""

from __future__ import annotations

from collections.abc import Sequence

KEPT = 3
"""Sets of symbols kept a rule: the rarest, which tell most."""


def required(
    items: Sequence[str], common: frozenset[str] = frozenset()
) -> tuple[frozenset[str], ...]:
    """Sets of symbols of which a match holds one each, the rarest first.

    `items` are operators (``( | ) ? * +``) and, for every class or word, the string of symbols
    that it may be. `common` symbols are those of words that stand in any sentence.
    """
    needs, _ = _alternatives(items, 0, common)
    ordered = sorted(needs, key=lambda need: _frequency(need, common))
    return tuple(map(frozenset, ordered[:KEPT]))


def _frequency(need: str, common: frozenset[str]) -> tuple[int, int]:
    """How often a set of symbols is met, for comparison: its common symbols count, then all."""
    return len(common.intersection(need)), len(need)


def _alternatives(items: Sequence[str], at: int, common: frozenset[str]) -> tuple[list[str], int]:
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
            needs, at = _alternatives(items, at, common)
            at += 1
        following = items[at] if at < len(items) else ""
        at += following in ("?", "*", "+")
        if following not in ("?", "*"):
            found[-1] += needs
    if len(found) == 1:
        return found[0], at
    if not all(found):
        return [], at
    rarest = [min(one, key=lambda need: _frequency(need, common)) for one in found]
    return ["".join(rarest)], at
