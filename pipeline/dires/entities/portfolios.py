"""Ministers' portfolios: *ministre de l'Europe et des Affaires étrangères*.

What a ministry is in charge of is part of the ministry's name, and no name of its own beside
a minister's function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dires.entities.cleaning import Name
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain

_FUNCTIONS = frozenset({"ministre", "ministres", "vice-ministre", "secretaire", "secretaires"})
_OF = frozenset({"de", "du", "des", "d'", "a", "au", "aux"})
_LINKS = _OF | {"la", "le", "l'", "les", "et"}
_MAX_WORDS = 25


def portfolio_end(words: Words, head: int, people: Iterable[int] = ()) -> int:
    """The word after the portfolio that follows word `head`; ``head + 1`` where none does.

    `people` are the first words of people's names, which end it.
    """
    people = set(people)
    line = words.lines[head]
    end = i = head + 1
    opened = False
    while i < min(len(words), head + _MAX_WORDS) and words.lines[i] == line and i not in people:
        word = plain(words.text[i])
        following = plain(words.text[i + 1]) if i + 1 < len(words) else ""
        if word in _OF:
            opened = True
        elif word == "," and opened and following in {"de", "du", "des", "d'"}:
            pass
        elif word.startswith("charge") or word in {"d'etat", "delegue", "deleguee", "delegues"}:
            end = i + 1
        elif words.pos[i] in {"NOUN", "PROPN", "ADJ"} and (
            opened or words.pos[i] == "ADJ" or word in {"etat"}
        ):
            if word in grammar()["outside_names"]:
                break
            end = i + 1
        elif word not in _LINKS:
            break
        i += 1
    return end if opened else head + 1


def without_portfolios(words: Words, names: list[Name]) -> Iterator[Name]:
    """`names` without those that are only what a minister is in charge of."""
    people = {name.start for name in names if name.label == "PER"}
    inside: dict[int, int] = {}
    for i, text in enumerate(words.text):
        if plain(text) not in _FUNCTIONS or (
            i and plain(words.text[i - 1]) in {"premier", "premiere", "premiers"}
        ):
            continue
        for j in range(i + 1, portfolio_end(words, i, people)):
            inside.setdefault(j, i)
    for name in names:
        if name.start not in inside or name.label == "PER":
            yield name
        elif name.source == "lexicon":
            known = lexicon().look_up(words.span(name.start, name.end))
            first = all(plain(w) in _LINKS for w in words.text[inside[name.start] + 1 : name.start])
            if not first or (known and known.country):
                yield name
