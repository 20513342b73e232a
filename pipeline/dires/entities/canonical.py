"""What each name stands for: one canonical name for all forms of it in an article.

Forms belong together when the lexicon says so (*ONU*, *Nations unies*), when the text declares an
acronym (*Organisation de coopération de Shanghai (OCS)*), when one is the family name of another
(*Tokaïev*), or when they differ in spelling only (*Tokayev*). The canonical name is the fullest
form that the article itself gives; countries have their usual name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dires.entities.cleaning import Name
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.words import Words, plain

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def canonical_names(words: Words, names: Sequence[Name]) -> list[str]:
    """The canonical name of each of `names`."""
    groups = Groups()
    keys = [(squeeze(words.span(n.start, n.end)), n.label) for n in names]
    forms: dict[tuple[str, str], Counter[str]] = {}
    for name, key in zip(names, keys, strict=True):
        forms.setdefault(key, Counter())[words.span(name.start, name.end)] += 1
        groups.add(key)
    fixed: dict[tuple[str, str], str] = {}
    by_known: dict[str, tuple[str, str]] = {}
    for key, spellings in forms.items():
        known = lexicon().look_up(next(iter(spellings)))
        if known and known.label == key[1]:
            groups.join(by_known.setdefault(known.name, key), key)
            if known.country and not known.capital:
                fixed[key] = known.name
    for one, other in _declared(words, names, keys):
        groups.join(one, other)
    _join_people(groups, forms)
    _join_heads(groups, forms)
    return _full_forms(groups, keys, forms, fixed)


class Groups:
    """Sets of keys that mean the same (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}

    def add(self, key: tuple[str, str]) -> None:
        """Make `key` known."""
        self._parent.setdefault(key, key)

    def find(self, key: tuple[str, str]) -> tuple[str, str]:
        """The representative of `key`'s set."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        """Put both into one set."""
        self._parent[self.find(other)] = self.find(one)


def squeeze(form: str) -> str:
    """Letters and digits of `form`, plain, words apart by one space."""
    return _NOT_LETTERS.sub(" ", plain(form)).strip()


def _declared(
    words: Words, names: Sequence[Name], keys: Sequence[tuple[str, str]]
) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs *full name (ACRONYM)* or *ACRONYM (full name)* whose initials agree."""
    pairs = []
    for i in range(len(names) - 1):
        between = words.source[words.ends[names[i].end - 1] : words.starts[names[i + 1].start]]
        if between.strip() not in {"(", "( «", "(«"}:
            continue
        one, other = keys[i], keys[i + 1]
        if len(one[0]) < len(other[0]):
            one, other = other, one
        if one[1] == other[1] and is_acronym(other[0], one[0]):
            pairs.append((one, other))
    return pairs


def declared_acronyms(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """The acronyms in brackets after `names`: *Fonds vert pour le climat (FVC)*."""
    for name in names:
        if name.label == "PER" or name.end + 2 >= len(words):
            continue
        bracket, acronym, closing = words.text[name.end : name.end + 3]
        if bracket != "(" or closing != ")" or not acronym[0].isupper():
            continue
        full = squeeze(words.span(name.start, name.end))
        if is_acronym(squeeze(acronym), full):
            yield Name(name.end + 1, name.end + 2, name.label, "pattern")


def is_acronym(acronym: str, full: str) -> bool:
    """Whether the letters of `acronym` open the words of `full` in order (both plain)."""
    if " " in acronym or not 2 <= len(acronym) <= 10:
        return False
    initials = "".join(w[0] for w in full.split() if w not in grammar()["small_words"])
    if len(initials) < 2 or acronym[0] != initials[0]:
        return False
    # Letters of the acronym that open no word, and words without a letter, are few.
    at = matched = 0
    for letter in acronym:
        found = initials.find(letter, at)
        if found >= 0:
            matched += 1
            at = found + 1
    return matched >= 2 and matched >= len(initials) - 1 and matched >= len(acronym) - 2


def _join_people(groups: Groups, forms: dict[tuple[str, str], Counter[str]]) -> None:
    people = sorted((k for k in forms if k[1] == "PER"), key=lambda k: -len(k[0]))
    longer: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for short in people:
        first, last = short[0].split()[0], _sound(short[0].split()[-1])
        full = [k for k in dict.fromkeys(longer[first] + longer[last]) if _is_part(short[0], k[0])]
        # The same family name for two people of the article decides nothing.
        if len({groups.find(k) for k in full}) == 1:
            groups.join(full[0], short)
        longer[first].append(short)
        if last != first:
            longer[last].append(short)


def _join_heads(groups: Groups, forms: dict[tuple[str, str], Counter[str]]) -> None:
    """*l'Union* for *Union européenne*, where the article has one name that begins so."""
    longer: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in forms:
        if key[1] == "ORG" and " " in key[0]:
            longer[key[0].split()[0]].append(key)
    for key in forms:
        full = longer.get(key[0], []) if key[1] == "ORG" else []
        if len({groups.find(k) for k in full}) == 1:
            groups.join(full[0], key)


def _is_part(short: str, long: str) -> bool:
    """Whether `short` is `long` cut short, its family name, or another spelling of it."""
    short_words, long_words = short.split(), long.split()
    if len(short_words) > len(long_words):
        return False
    if len(short_words) > 1 and long_words[: len(short_words)] == short_words:
        return True
    if not same_spelling(short_words[-1], long_words[-1]):
        return False
    if len(short_words) == 1:
        return True
    if len(short_words) == len(long_words):
        return all(map(_agrees, short_words, long_words))
    return long_words[-len(short_words) :] == short_words or _agrees(short_words[0], long_words[0])


def _agrees(one: str, other: str) -> bool:
    return same_spelling(one, other) or (len(one) == 1 and other.startswith(one))


_SOUNDS = (
    ("y", "i"),
    ("ph", "f"),
    ("ou", "u"),
    ("w", "v"),
    ("ck", "k"),
    ("kh", "k"),
    ("tch", "ch"),
)


def same_spelling(one: str, other: str) -> bool:
    """Whether two plain words differ only in how a foreign name is transcribed."""
    return one == other or _sound(one) == _sound(other)


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word.replace("ie", "i").replace("ai", "a"))


def _full_forms(
    groups: Groups,
    keys: Sequence[tuple[str, str]],
    forms: dict[tuple[str, str], Counter[str]],
    fixed: dict[tuple[str, str], str],
) -> list[str]:
    members: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key in forms:
        members.setdefault(groups.find(key), []).append(key)
    chosen = {}
    for head, group in members.items():
        country = next((fixed[k] for k in group if k in fixed), None)
        fullest = max(group, key=lambda k: (_fullness(k[0]), sum(forms[k].values())))
        spellings = forms[fullest]
        best = max(spellings, key=lambda s: (not s.isupper(), spellings[s]))
        chosen[head] = country or best
    return [chosen[groups.find(key)] for key in keys]


def _fullness(form: str) -> int:
    """How many words `form` has, initials not counted."""
    return sum(len(word) > 1 for word in form.split())
