"""People by what stands around them: first names, titles, appositions.

Where a model hesitates, the text often says what a name is: *la ministre X*, *X, le président de*,
*l'agence X*, *la ville de X*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dires.entities.cleaning import Name, is_title, noise
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain
from dires.resources import read_csv

_FUNCTION_REACH = 8
_NAME_REACH = 7


@cache
def first_names() -> dict[str, str]:
    """Plain first names with their gender: ``m``, ``f`` or empty."""
    return {plain(row["name"]): row["gender"] for row in read_csv(__package__, "first_names.csv")}


def first_name_gender(word: str) -> str | None:
    """Gender of a first name; of a double one (*Jean-Yves*) that of its first half."""
    names = first_names()
    word = plain(word)
    return names.get(word, names.get(word.partition("-")[0]) if "-" in word else None)


def find_people(words: Words) -> Iterator[Name]:
    """A first name and the capitalised words after it: *Bruno LE MAIRE*, *SONIA MABROUK*."""
    done = 0
    for i, text in enumerate(words.text):
        if i < done or not text[0].isupper() or first_name_gender(text) is None:
            continue
        end = _family_name(words, i + 1)
        if end > i + 1:
            yield Name(i, end, "PER", "first name")
            done = end


def _family_name(words: Words, start: int) -> int:
    """The word after the family name that starts at `start`; `start` where there is none."""
    end = i = start
    line = words.lines[start - 1]
    after_particle = False
    while i < min(len(words), start + _NAME_REACH) and words.lines[i] == line:
        text, word = words.text[i], plain(words.text[i])
        common = is_title(word) or word in noise().common
        if word in grammar()["particles"]:
            after_particle = True
        elif text[0].isupper() and len(text) > 1 and (after_particle or not common):
            end = i + 1
            after_particle = False
        elif not _is_initial(words, i):
            break
        i += 1
    return end


def _is_initial(words: Words, i: int) -> bool:
    """Whether word `i` is a letter or the stop of one: *George W. Bush*."""
    text = words.text[i]
    return (
        (len(text) == 1 and text.isupper())
        or (text == "." and len(words.text[i - 1]) == 1 and words.text[i - 1].isupper())
        or (len(text) == 2 and text[0].isupper() and text[1] == ".")
    )


def kind_in_context(words: Words, name: Name) -> str | None:
    """The kind that the words around `name` give it, if they do."""
    i = name.start - 1
    line = words.lines[name.start]
    if i >= 0 and words.lines[i] == line:
        before = plain(words.text[i])
        if words.text[i] == "«" and i > 0:
            i -= 1
            before = plain(words.text[i])
        if (
            before in {"de", "d'", "du"}
            and i > 0
            and noise().kinds.get(plain(words.text[i - 1])) == "LOC"
        ):
            return "LOC"
        if before in noise().kinds:
            return noise().kinds[before]
        if is_title(before) and before not in {
            "chef",
            "premier",
            "premiere",
            "general",
            "generale",
        }:
            return "PER"
        if before in lexicon().adjectives and i > 0 and is_title(plain(words.text[i - 1])):
            return "PER"
        if before == "," and _ends_function(words, i):
            return "PER"
    if name.end + 1 < len(words) and words.text[name.end] == "," and words.lines[name.end] == line:
        after = name.end + 1
        if plain(words.text[after]) in {"le", "la", "l'"} and after + 1 < len(words):
            after += 1
        if is_title(plain(words.text[after])):
            return "PER"
    return None


def _ends_function(words: Words, comma: int) -> bool:
    """Whether a function stands between a clause's head and `comma`: *Le président du X, Y*."""
    line = words.lines[comma]
    for i in range(comma - 1, max(-1, comma - _FUNCTION_REACH), -1):
        if words.lines[i] != line or words.text[i] in {",", "."} or words.pos[i] in {"VERB", "AUX"}:
            return False
        if (
            is_title(plain(words.text[i]))
            and i > 0
            and plain(words.text[i - 1]) in {"le", "la", "l'"}
        ):
            return True
    return False
