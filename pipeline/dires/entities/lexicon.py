"""Names that are known beforehand: ``lexicon.csv`` and ``countries.csv``.

The sources of each list are named in the files, in the comment above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dires.entities.words import Words, plain
from dires.resources import read_csv

# In `lexicon.csv`, among the aliases: the name is also an ordinary word, a first name or a family
# name, and stands only where the model too sees a name.
_DOUBTFUL = "?"
# Countries whose names are also first names or common words.
_DOUBTFUL_COUNTRIES = frozenset({"MU", "DM", "GD", "WS"})


@dataclass(frozen=True, slots=True)
class Known:
    """A known name; `country` is the ISO 3166 code of the country that it names or, where
    `capital` says so, is the capital of."""

    name: str
    label: str
    doubtful: bool = False
    country: str | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`forms` gives for the plain first word of every form the rest of the form and what it is.

    `adjectives` gives the country's code for every form of its adjective (*kazakhes* → ``KZ``),
    `countries` its usual name for the code.
    """

    forms: dict[str, list[tuple[str, str, Known]]]
    adjectives: dict[str, str]
    countries: dict[str, str]

    def look_up(self, name: str) -> Known | None:
        """What `name` is known as, if it is exactly a known form (case and accents aside)."""
        wanted = plain(name)
        for form, surface, known in self.forms.get(_first_word(wanted), ()):
            if form == wanted and _cased(name, surface):
                return known
        return None


def _first_word(form: str) -> str:
    for i, character in enumerate(form):
        if not character.isalnum():
            return form[:i]
    return form


def _inflected(adjective: str) -> set[str]:
    """Singular and plural."""
    return {adjective, adjective if adjective[-1] in "sxz" else adjective + "s"}


@cache
def lexicon() -> Lexicon:
    """Read the data files (once a process)."""
    entries: list[tuple[str, Known]] = []
    adjectives: dict[str, str] = {}
    countries: dict[str, str] = {}
    for row in read_csv(__package__, "countries.csv"):
        code = row["code"]
        countries[code] = row["name"]
        country = Known(row["name"], "LOC", code in _DOUBTFUL_COUNTRIES, country=code)
        for form in [row["name"], *filter(None, row["aliases"].split("|"))]:
            entries.append((form, country))
        if row["capital"] and row["capital"] != row["name"]:
            entries.append((row["capital"], Known(row["capital"], "LOC", False, code, True)))
        for adjective in filter(None, row["adjectives"].split("|")):
            for form in _inflected(adjective):
                adjectives.setdefault(plain(form), code)
    for row in read_csv(__package__, "lexicon.csv"):
        aliases = [a for a in row["aliases"].split("|") if a]
        known = Known(row["name"], row["label"], _DOUBTFUL in aliases)
        for form in [row["name"], *(a for a in aliases if a != _DOUBTFUL)]:
            entries.append((form, known))
    forms: dict[str, list[tuple[str, str, Known]]] = {}
    for surface, known in entries:
        form = plain(surface)
        forms.setdefault(_first_word(form), []).append((form, surface, known))
    for group in forms.values():
        group.sort(key=lambda item: -len(item[0]))
    return Lexicon(forms, adjectives, countries)


def find_known(words: Words) -> Iterator[tuple[int, int, Known]]:
    """Known names in `words` as word spans, longest at each place.

    What the form writes in capitals must stand in capitals; the text may have more of them.
    """
    forms = lexicon().forms
    plain_source = plain_text(words.source)
    last_word = {end: i for i, end in enumerate(words.ends)}
    done = 0
    for i, text in enumerate(words.text):
        if i < done:
            continue
        start = words.starts[i]
        for form, surface, known in forms.get(_first_word(plain(text)), ()):
            end = start + len(form)
            last = last_word.get(end)
            if (
                last is not None
                and plain_source[start:end] == form
                and words.lines[last] == words.lines[i]
                and _cased(words.source[start:end], surface)
            ):
                yield i, last + 1, known
                done = last + 1
                break


def _cased(written: str, surface: str) -> bool:
    return all(w.isupper() or not s.isupper() for w, s in zip(written, surface, strict=True))


def plain_text(text: str) -> str:
    """`text` in lower case without accents, character for character."""
    return "".join(_plain_character(c) for c in text)


@cache
def _plain_character(character: str) -> str:
    folded = plain(character)
    return folded if len(folded) == 1 else character
