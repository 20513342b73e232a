"""Typography that differs between sources, put into texts that are trained on.

What is changed keeps the length of the text or is cut out of it with the spans moved along: gold
that was tokenised stays aligned and the model sees text as newspapers print it.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import Final

from dires.training.gold import Example

# A space that tokenised corpora put where no newspaper does.
_SPURIOUS: Final = re.compile(
    r"(?<=\w) (?=[.,](?:\s|$))"  # before a full stop or comma
    r"|(?<=[(\[]) (?=\w)|(?<=\S) (?=[)\]])"  # inside brackets
    r"|(?<=\w') (?=\w)"  # after an elision
)
_GUILLEMETS: Final = str.maketrans("«»", '""')


def vary(example: Example, chance: random.Random) -> Example:
    """`example` as another source might have printed it."""
    if chance.random() < 0.7:
        example = _without_spurious_spaces(example)
    if chance.random() < 0.15:
        example = replace(example, text=example.text.translate(_GUILLEMETS))
    if chance.random() < 0.1:
        example = _with_loud_title(example)
    return example


def _with_loud_title(example: Example) -> Example:
    """The first line in capitals, where that keeps its length."""
    first, mark, rest = example.text.partition("\n")
    loud = first.upper()
    if not mark or len(loud) != len(first) or len(first) > 150:
        return example
    return replace(example, text=loud + mark + rest)


def _without_spurious_spaces(example: Example) -> Example:
    """Spaces before full stops and commas, and after elisions, taken out."""
    places = [match.start() for match in _SPURIOUS.finditer(example.text)]
    if not places:
        return example
    removed = 0
    shifts = [0] * (len(example.text) + 1)
    gaps = set(places)
    kept = []
    for i, character in enumerate(example.text):
        shifts[i] = removed
        if i in gaps:
            removed += 1
        else:
            kept.append(character)
    shifts[len(example.text)] = removed
    spans = {
        head: tuple(
            s._replace(start=s.start - shifts[s.start], end=s.end - shifts[s.end]) for s in found
        )
        for head, found in example.spans.items()
    }
    return replace(example, text="".join(kept), spans=spans)
