"""Who a noun phrase means: the mentions that the entities stage resolved, by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Final

from spacy.tokens import Doc, Token

from dires import layers
from dires.article import Actor, Date
from dires.entities.lexicon import lexicon
from dires.entities.words import plain
from dires.resources import read_toml
from dires.statements.introductions import Introductions
from dires.statements.verbs import form, is_verb, lemma

_start: Final = attrgetter("start")
_INSIDE_NAME = frozenset(
    ("det", "amod", "nmod", "flat", "flat:name", "flat:foreign", "fixed", "nummod", "case")
)
_OF = frozenset(("de", "du", "des", "d'"))
_ARTICLES = frozenset(
    ("le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "ce", "cet", "cette", "ces")
)


# What may stand before the name of a person (*le préfet, Mme. X*).
_COURTESY = frozenset(("m.", "mm.", "mme", "mme.", "mlle", "mmes", "monsieur", "madame", "."))
# Capitals that in the news mean the body that sits there oftener than their state.
_SEATS = frozenset(("Bruxelles",))


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists = read_toml(__package__, "actor_nouns.toml")
    return {name: tuple(words) for name, words in lists.items()}


@cache
def actor_nouns() -> frozenset[str]:
    """Nouns of offices and bodies that can decide (*gouvernement*, *ministre*), as lemmas."""
    return frozenset(_lists()["nouns"])


def may_act(noun: Token) -> bool:
    """Whether `noun` names a person, body or place, or an office that can decide."""
    return noun.ent_type_ in ("PER", "ORG", "LOC") or (
        noun.pos_ == "NOUN" and lemma(noun) in actor_nouns()
    )


@cache
def _thing_nouns() -> frozenset[str]:
    return frozenset(_lists()["things"])


def is_thing(noun: Token) -> bool:
    """Whether `noun` names what cannot decide: a text, a measure, something abstract."""
    if noun.pos_ != "NOUN" or may_act(noun):
        return False
    word = lemma(noun)
    is_abstract = word.endswith(_lists()["abstract_endings"]) and word not in _lists()["bodies"]
    return is_abstract or word in _thing_nouns()


def names_people(noun: Token) -> bool:
    """Whether `noun` names people by trade or belonging (*enseignants*, *peuple*)."""
    if noun.pos_ != "NOUN":
        return False
    word = lemma(noun)
    by_ending = "Plur" in noun.morph.get("Number", []) and word.endswith(_lists()["people_endings"])
    return word in _lists()["people"] or (by_ending and word not in _lists()["not_people"])


@cache
def signatory_nouns() -> frozenset[str]:
    """Nouns for the parties of a joint text (*les participants*), as lemmas."""
    return frozenset(_lists()["signatories"])


class Actors:
    """Lookup of actors on one document.

    A token inside a mention means that mention's actor; a noun phrase that is no mention is an
    actor of its own, named as the text names it.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.mentions: tuple[Actor, ...] = layers.read(doc, "mentions")
        self._dates: tuple[Date, ...] = layers.read(doc, "dates")
        self._by_name: dict[str, list[Actor]] = defaultdict(list)
        for mention in self.mentions:
            self._by_name[mention.name].append(mention)
        self._by_token: dict[int, Actor] = {}
        spans = doc.spans.get("mentions")
        pairs = zip(spans, self.mentions, strict=True) if spans is not None else ()
        for span, actor in sorted(pairs, key=lambda pair: len(pair[0])):
            for i in range(span.start, span.end):
                self._by_token[i] = actor
        self._introductions = Introductions(doc, self._by_token)

    def mention_at(self, token: Token) -> Actor | None:
        """The actor of the mention that covers `token`."""
        return self._by_token.get(token.i)

    def is_date(self, token: Token) -> bool:
        """Whether `token` stands in a date."""
        place = bisect_right(self._dates, token.idx, key=_start) - 1
        return place >= 0 and token.idx < self._dates[place].end

    def named(self, name: str, *, before: int) -> Actor | None:
        """The mention of `name` that ends last before character `before`, else the first one."""
        same = self._by_name.get(name, [])
        for place in reversed(range(bisect_left(same, before, key=_start))):
            if same[place].end <= before:
                return same[place]
        return same[0] if same else None

    def of_phrase(self, head: Token, *, before: int | None = None) -> Actor:
        """The actor that the noun phrase headed by `head` means, coordinated heads together.

        Nothing from token `before` on belongs to the phrase, whatever the parse says, unless
        `head` itself does.
        """
        if before is not None and head.i >= before:
            before = None
        heads = [token for token in _coordinated(head) if before is None or token.i < before]
        parts = [self._of_single(token, before) for token in heads]
        if len(parts) == 1:
            return parts[0]
        start, end = min(a.start for a in parts), max(a.end for a in parts)
        names = list(dict.fromkeys(actor.name for actor in parts))
        labels = {actor.label for actor in parts}
        return Actor(
            start=start,
            end=end,
            text=self.text[start:end],
            name=" et ".join(names),
            label=labels.pop() if len(labels) == 1 else None,
        )

    def _of_single(self, head: Token, before: int | None) -> Actor:
        mention = self.mention_at(head)
        if mention is not None and mention.label is not None:
            return mention
        tokens = _words(head, before)
        last = self.mention_at(tokens[-1])
        if last is not None and last.label == "PER" and last.start > head.idx:
            return last  # le chef de cabinet Jean Dupont
        known = self._named_after(tokens[-1]) or self._introductions.meant_by(head) or mention
        if known is not None:
            return known
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        text = self.text[start:end]
        return Actor(start=start, end=end, text=text, name=" ".join(text.split()))

    def owner_of(self, noun: Token) -> Actor | None:
        """Whose `noun` is: its complement with *de* or the country that its adjective names."""
        for child in noun.rights:
            mention = self.mention_at(child)
            is_of = any(form(case) in _OF for case in child.lefts if case.dep_ == "case")
            if is_of:
                return mention or self.owner_of(child)
            country = lexicon().countries.get(lexicon().adjectives.get(plain(form(child)), ""))
            if child.pos_ == "ADJ" and country:
                end = child.idx + len(child)
                return Actor(child.idx, end, child.text, country, "LOC")
        return None

    def state_of(self, actor: Actor) -> Actor | None:
        """The state that a capital stands for (*Ankara a promis*), None for other actors.

        Of several capitals (*Bamako et Nouakchott*) the states.
        """
        if actor.label == "LOC" and " et " in actor.name:
            parts = [self.state_of(replace(actor, name=n)) for n in actor.name.split(" et ")]
            names = [part.name for part in parts if part is not None]
            whole = len(names) == len(parts)
            return replace(actor, name=" et ".join(names)) if whole else None
        known = lexicon().look_up(actor.name) if actor.label == "LOC" else None
        if actor.name in _SEATS or known is None or not known.capital or known.country is None:
            return None
        return replace(actor, name=lexicon().countries[known.country])

    def _named_after(self, last: Token) -> Actor | None:
        """The name in apposition to the phrase that ends with `last`: *l'évêque de X, Paul Y*."""
        following = [t for t in self.doc[last.i + 1 : last.i + 5] if form(t) not in _COURTESY]
        enclosed = bool(following) and form(following[0]) == ","
        first = next(iter(following[enclosed:]), None)
        mention = self.mention_at(first) if first is not None else None
        if first is None or mention is None or mention.label not in ("PER", "ORG"):
            return None
        if mention.start != first.idx or not mention.text[0].isupper():
            return None
        closing = self.text[mention.end : mention.end + 2].strip()[:1]
        is_apposition = closing == "," if enclosed else mention.label == "PER" or closing != ","
        return mention if is_apposition else None


def _coordinated(head: Token) -> list[Token]:
    heads = [head]
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            heads += _coordinated(child)
    return heads


def _words(head: Token, before: int | None) -> list[Token]:
    """The words of the phrase of `head`, article and what follows a comma left out."""
    tokens = sorted(
        (token for token in _phrase(head) if before is None or token.i < before),
        key=lambda token: token.i,
    )
    while tokens[0] != head and (_is_outside(tokens[0], tokens[1])):
        tokens.pop(0)
    for place, (token, following) in enumerate(pairwise(tokens)):
        between = head.doc[token.i + 1 : following.i]
        if token.i >= head.i and any(form(t) in (",", "(", "«", ":") for t in between):
            return tokens[: place + 1]
    return tokens


def _is_outside(first: Token, second: Token) -> bool:
    """Whether the first word of a phrase is no part of its name: articles, numbers of items."""
    is_item = first.pos_ == "NUM" and form(second) in _ARTICLES
    return form(first) in _ARTICLES or first.pos_ == "ADP" or is_item


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        is_word = not (child.is_punct or child.is_space or is_verb(child))
        if child.dep_ in _INSIDE_NAME and is_word:
            yield from _phrase(child)
