"""Strings to try the dates and quantities stages on: random, mutated, and made to be slow."""

from __future__ import annotations

import random
from collections.abc import Iterator

from dires.dates.rules import grammar
from dires.quantities.lexicon import words

MARKS = list(" \n\t.,;:!?'’\"«»()[]-–—/%€$£°+*=_#@&§ \u00a0\u202f\u2009\u200b")
DIGITS = [
    "0",
    "1",
    "3",
    "12",
    "31",
    "98",
    "007",
    "1,5",
    "2.500",
    "12 000",
    "2024",
    "1999",
    "9" * 40,
]
ODD = ["é", "É", "ﬁ", "œ", "İ", "ß", "ǆ", "😀", "e\u0301", "\x00", "٣", "²", "½", "Ⅳ", "\u2028"]
UNITS = ["km", "m2", "°C", "M€", "Md€", "pour cent", "euros", "dollars", "tonnes", "kWh", "élèves"]


def vocabulary() -> list[str]:
    """All words that either stage knows something about, with marks, digits and odd characters."""
    numbers = (word for group in words().values() for word in group)
    known = [*grammar().lexicon, *numbers]
    return [*known, *MARKS * 10, *DIGITS * 20, *ODD, *UNITS * 5]


def fuzzed(count: int, seed: int) -> Iterator[str]:
    """`count` strings: mixtures of known words, mutated examples, random characters."""
    chance = random.Random(seed)
    known = vocabulary()
    examples = [e["text"] for level in grammar().levels for rule in level for e in rule.examples]
    for number in range(count):
        kind = number % 3
        if kind == 0:
            joint = chance.choice([" ", " ", " ", "", "-"])
            yield joint.join(chance.choices(known, k=chance.randint(1, 30)))
        elif kind == 1:
            yield _mutated(chance, " ".join(chance.choices(examples, k=chance.randint(1, 3))))
        else:
            points = (
                chance.choice([range(32, 127), range(160, 592), range(0x2000, 0x2100)])
                for _ in range(30)
            )
            yield "".join(chr(chance.choice(among)) for among in points)


def _mutated(chance: random.Random, text: str) -> str:
    characters = list(text)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(characters) + 1)
        match chance.randint(0, 3):
            case 0:
                characters[at:at] = chance.choice([*MARKS, *DIGITS, *ODD])
            case 1:
                del characters[at : at + chance.randint(1, 4)]
            case 2:
                characters[at : at + 1] = [c.swapcase() for c in characters[at : at + 1]]
            case _:
                other = chance.randrange(len(characters) + 1)
                low, high = sorted((at, other))
                characters[low:high] = characters[low:high] * 2 if high - low < 40 else []
    return "".join(characters)


HOSTILE = [
    "1 ", "1,", "1, ", "1\n", "9", "12.", "1 000 ", "2024-", "2024/", "1/", "1/2 ", "deux ",
    "deux-", "cent ", "mille ", "vingt et ", "un million de ", "des milliers de ", "10 à 20 ",
    "entre 1 et ", "1 % à ", "1 %", "12 € ", "18 et 6 % et ", "5 dont 3 ", "trois sur ", "environ ",
    "plus de ", "5 nouveaux grands ", "5 kilomètres par ", "quart de ", "1 milliard ", "le 3 ",
    "du 3 au ", "3 mars ", "les 1, ", "lundi ", "mardi soir ", "il y a ", "tous les ", "début ",
    "jusqu'à ", "3 jours et ", "aujourd'hui ", "mardi il a ", "12h", "de ", "à ", "d'", "a-", "a",
    " ", "\n", ". ", "(", "« ",
]  # fmt: skip
"""What a rule may begin with again and again without ever coming to an end."""
