"""Nouns by which somebody was introduced, so that the noun alone means him later.

*Le bourgmestre Fabrice Hanquet a parlé. Le bourgmestre promet …*; *Ludivine Roy, coroner, …*; *la
coordination Souffle du Hainaut*. Descriptions that the entities stage resolved are not looked up
here.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Token

from dires.article import Actor
from dires.statements.verbs import form, lemma

_DEFINITE = frozenset(("le", "la", "l'", "ce", "cet", "cette"))
_ARTICLES = frozenset(("le", "la", "l'", "un", "une"))


class Introductions:
    """Who was introduced by which noun, and where."""

    def __init__(self, doc: Doc, by_token: dict[int, Actor]) -> None:
        self._by_noun: defaultdict[str, list[tuple[int, Actor]]] = defaultdict(list)
        seen: set[int] = set()
        for i, actor in sorted(by_token.items()):
            if actor.start in seen or actor.label not in ("PER", "ORG"):
                continue
            if doc[i].idx != actor.start or not actor.text[:1].isupper():
                continue
            seen.add(actor.start)
            for noun in _nouns_beside(doc, i, actor.end):
                self._by_noun[lemma(noun)].append((noun.i, actor))

    def meant_by(self, noun: Token) -> Actor | None:
        """Who *le* `noun` means: the last one so introduced before it, else the first one after."""
        if not _is_bare_definite(noun):
            return None
        introduced = self._by_noun.get(lemma(noun), ())
        earlier = [actor for place, actor in introduced if place < noun.i]
        if earlier:
            return earlier[-1]
        return introduced[0][1] if introduced else None


def _nouns_beside(doc: Doc, start: int, end_char: int) -> list[Token]:
    """The noun before a name (*le maire X*), and the one in apposition after it (*X, maire de*)."""
    found = []
    if start and doc[start - 1].pos_ == "NOUN":
        found.append(doc[start - 1])
    end = start
    while end < len(doc) and doc[end].idx < end_char:
        end += 1
    after = [token for token in doc[end : end + 3] if not token.is_space]
    if after and form(after[0]) == ",":
        after = [token for token in after[1:] if form(token) not in _ARTICLES]
        if after and after[0].pos_ == "NOUN":
            found.append(after[0])
    return found


def _is_bare_definite(noun: Token) -> bool:
    """Whether `noun` stands with a definite article and without a complement of its own."""
    if noun.pos_ != "NOUN" or "Plur" in noun.morph.get("Number", []):
        return False
    has_article = any(form(child) in _DEFINITE for child in noun.lefts if child.dep_ == "det")
    return has_article and not any(child.dep_ in ("nmod", "acl:relcl") for child in noun.rights)
