"""One set of names out of several sources, the same through the whole article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dires.entities.cleaning import NOT_NAMES, Name, noise
from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.people import kind_in_context
from dires.entities.words import Words, plain

# Which source names the kind where two find the same span.
_RANK = {"lexicon": 4, "first name": 3, "pattern": 2, "model": 1, "article": 0}
_WEIGHT = {"lexicon": 100, "first name": 20, "pattern": 10}
# Votes from which on a kind is told by the text and not only by the model.
_SURE = 10


def choose(names: Iterable[Name]) -> list[Name]:
    """The longest names that do not overlap, in order; of equal spans the surer source."""
    taken: set[int] = set()
    chosen = []
    for name in sorted(names, key=lambda n: (n.start - n.end, -_RANK[n.source], n.start)):
        place = range(name.start, name.end)
        if taken.isdisjoint(place):
            taken.update(place)
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.start)


def spread(words: Words, names: list[Name]) -> list[Name]:
    """Names found once, everywhere in the article; one kind for one written form.

    Surnames of people named in full are people. A written form gets the kind that most of its
    mentions have, those of the lexicon and of built names first.
    """
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        key = _key(words, name)
        votes[key][name.label] += _WEIGHT.get(name.source, 1)
        told = kind_in_context(words, name)
        if told:
            votes[key][told] += _WEIGHT["pattern"]
    people = [form for form, kinds in votes.items() if kinds.most_common(1)[0][0] == "PER"]
    given = {form[0] for form in people if len(form) > 1 and votes[form]["PER"] >= _SURE}
    for form, kinds in list(votes.items()):
        if len(form) > 1 and form[0] in given:
            kinds["PER"] += _SURE
    for form in people:
        surname = _surname(form)
        if surname and not _is_known(surname):
            votes[surname]["PER"] += votes[form].total() + 1
    surnames = {surname for form in people if (surname := _surname(form))}
    found = _found_again(words, votes, surnames)
    return choose([*(_voted(words, n, votes) for n in names), *found])


def _is_known(form: tuple[str, ...]) -> bool:
    known = lexicon().look_up(" ".join(word.capitalize() for word in form))
    return known is not None and not known.doubtful


def _key(words: Words, name: Name) -> tuple[str, ...]:
    return tuple(plain(w) for w in words.text[name.start : name.end])


def _voted(words: Words, name: Name, votes: dict[tuple[str, ...], Counter[str]]) -> Name:
    return replace(name, label=votes[_key(words, name)].most_common(1)[0][0])


def _surname(form: tuple[str, ...]) -> tuple[str, ...]:
    """The family name in a full name: all after the first name, from a particle or the last."""
    if len(form) < 2:
        return ()
    for i in range(1, len(form) - 1):
        if form[i] in grammar()["particles"]:
            return form[i:]
    return form[-1:]


def _found_again(
    words: Words, votes: dict[tuple[str, ...], Counter[str]], surnames: set[tuple[str, ...]]
) -> Iterator[Name]:
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in votes:
        by_first[form[0]].append(form)
    for forms in by_first.values():
        forms.sort(key=len, reverse=True)
    for i, text in enumerate(words.text):
        if not text[0].isupper():
            continue
        for form in by_first.get(plain(text), ()):
            end = i + len(form)
            if end > len(words) or words.lines[end - 1] != words.lines[i]:
                continue
            if tuple(plain(w) for w in words.text[i:end]) != form:
                continue
            if len(form) == 1 and not _may_be_name(words, i, form in surnames):
                continue
            yield Name(i, end, votes[form].most_common(1)[0][0], "article")
            break


def _may_be_name(words: Words, i: int, surname: bool) -> bool:
    """Whether the one capitalised word `i` is a name here too."""
    word = plain(words.text[i])
    if len(word) < 3 or word in noise().common or word in lexicon().adjectives:
        return False
    return surname or not (words.first[i] and words.pos[i] in NOT_NAMES)
