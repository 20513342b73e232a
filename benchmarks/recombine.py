"""As many articles as one likes: paragraphs of the corpus put together anew.

Numbers are changed and places invented, so that words that were never seen keep coming, as in
real archives. The same number gives the same article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from benchmarks.texts import texts

WORDS = 300
_DIGITS = re.compile(r"\d+")
_SYLLABLES = ("ba", "dé", "gou", "ka", "lo", "ma", "né", "ri", "sa", "tou", "va", "zo")
_MONTHS = ("janvier", "mars", "avril", "mai", "juin", "juillet", "septembre", "octobre")


def articles(count: int, *, words: int = WORDS) -> Iterator[dict[str, str]]:
    """`count` articles of about `words` words, as input records."""
    for number in range(count):
        yield article(number, words=words)


def article(number: int, *, words: int = WORDS) -> dict[str, str]:
    """Article `number`."""
    chance = random.Random(number)
    town = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
    day = f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(1990, 2030)}"
    chosen = [f"{town.upper()}, {day} –"]
    missing = words
    while missing > 0:
        paragraph = chance.choice(_paragraphs())
        chosen.append(_DIGITS.sub(lambda match: _other(match[0], chance), paragraph))
        missing -= len(paragraph.split())
    chosen[:2] = [" ".join(chosen[:2])]
    return {"id": f"article-{number:07}", "text": "\n\n".join(chosen)}


@cache
def _paragraphs() -> tuple[str, ...]:
    lines = (line.strip() for text in texts() for line in text.splitlines())
    return tuple(line for line in lines if len(line.split()) > 5)


def _other(digits: str, chance: random.Random) -> str:
    """Another number with as many digits; years, and what may be hours or days, are left."""
    return (
        digits
        if len(digits) in (1, 2, 4)
        else str(chance.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))
    )
