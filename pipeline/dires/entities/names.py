"""All names of an article, cleaned: the stage's first half."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dires.article import Entity
from dires.entities.canonical import canonical_names, declared_acronyms
from dires.entities.cleaning import Name, clean
from dires.entities.institutions import find_institutions, widen
from dires.entities.lexicon import find_known
from dires.entities.people import find_people
from dires.entities.portfolios import without_portfolios
from dires.entities.resolution import choose, spread
from dires.entities.words import Words


def find_names(words: Words, raw: Iterable[Name]) -> list[Name]:
    """The names in `words`, in order, none overlapping; `raw` is what a model found."""
    cleaned = list(clean(words, raw))
    seen = {i for name in cleaned for i in range(name.start, name.end)}
    known = [
        Name(start, end, entry.label, "lexicon")
        for start, end, entry in find_known(words)
        if not entry.doubtful or seen.issuperset(range(start, end))
    ]
    names = list(without_portfolios(words, choose([*cleaned, *known, *find_people(words)])))
    built = find_institutions(words, {name.start: name for name in names})
    wide = choose(widen(words, choose([*names, *built])))
    wide = choose([*wide, *declared_acronyms(words, wide)])
    return list(without_portfolios(words, spread(words, wide)))


def name_entities(words: Words, names: Sequence[Name], text: str) -> list[Entity]:
    """The record of each name; `text` is the article's own, unfolded."""
    canonical = canonical_names(words, names)
    return [
        Entity(start, end, text[start:end], name.label, full)
        for name, full in zip(names, canonical, strict=True)
        for start, end in [(words.starts[name.start], words.ends[name.end - 1])]
    ]
