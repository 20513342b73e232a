"""Who a noun phrase means: the mentions that the entities stage resolved, by token."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from spacy.tokens import Doc, Token

from dires import layers
from dires.article import Actor
from dires.statements.verbs import form, is_verb, lemma

_INSIDE_NAME = frozenset(
    ("det", "amod", "nmod", "flat", "flat:name", "flat:foreign", "fixed", "nummod", "case")
)
_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'"))


@cache
def actor_nouns() -> frozenset[str]:
    """Nouns of offices and bodies that can decide (*gouvernement*, *ministre*), as lemmas."""
    text = resources.files("dires.statements").joinpath("actor_nouns.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["nouns"])


def may_act(noun: Token) -> bool:
    """Whether `noun` names a person, body or place, or an office that can decide."""
    return noun.ent_type_ in ("PER", "ORG", "LOC") or (
        noun.pos_ == "NOUN" and lemma(noun) in actor_nouns()
    )


class Actors:
    """Lookup of actors on one document.

    A token inside a mention means that mention's actor; a noun phrase that is no mention is an
    actor of its own, named as the text names it.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.mentions: tuple[Actor, ...] = layers.read(doc, "mentions")
        self._by_token: dict[int, Actor] = {}
        spans = doc.spans.get("mentions")
        pairs = zip(spans, self.mentions, strict=True) if spans is not None else ()
        for span, actor in sorted(pairs, key=lambda pair: len(pair[0])):
            for i in range(span.start, span.end):
                self._by_token[i] = actor

    def mention_at(self, token: Token) -> Actor | None:
        """The actor of the mention that covers `token`."""
        return self._by_token.get(token.i)

    def named(self, name: str, *, before: int) -> Actor | None:
        """The mention of `name` that ends last before character `before`, else the first one."""
        same = [actor for actor in self.mentions if actor.name == name]
        earlier = [actor for actor in same if actor.end <= before]
        return earlier[-1] if earlier else next(iter(same), None)

    def of_phrase(self, head: Token, *, before: int | None = None) -> Actor:
        """The actor that the noun phrase headed by `head` means, coordinated heads together.

        Nothing from token `before` on belongs to the phrase, whatever the parse says.
        """
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
        if mention is not None:
            return mention
        tokens = sorted(
            (token for token in _phrase(head) if before is None or token.i < before),
            key=lambda token: token.i,
        )
        while len(tokens) > 1 and (form(tokens[0]) in _ARTICLES or tokens[0].pos_ == "ADP"):
            tokens.pop(0)
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        text = self.text[start:end]
        return Actor(start=start, end=end, text=text, name=" ".join(text.split()))


def _coordinated(head: Token) -> list[Token]:
    heads = [head]
    for child in head.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            heads += _coordinated(child)
    return heads


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        is_word = not (child.is_punct or child.is_space or is_verb(child))
        if child.dep_ in _INSIDE_NAME and is_word:
            yield from _phrase(child)
