"""Where an act stands, and how an actor is mentioned around it: what `signs` reads."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from spacy.tokens import Token

from dires.article import Actor
from dires.statements.verbs import lemma
from dires.statements.voices import Voice

# Words on either side of a mention whose nouns may describe the actor.
_BESIDE: Final = 7
_LABELS: Final = ("PER", "ORG", "LOC", "MISC")
_start: Final = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an actor is mentioned."""

    actor: Actor
    head: Token
    sentence: int
    paragraph: int
    is_subject: bool

    @property
    def start(self) -> int:
        """Its first character."""
        return self.actor.start


@dataclass(frozen=True)
class Named:
    """All mentions of one actor, in the order of the text; none of one that only rules name."""

    mentions: Sequence[Mention] = ()

    def last_before(self, at: int) -> Mention | None:
        """The last mention that starts before `at`."""
        return _last_before(self.mentions, at)

    def last_subject_before(self, at: int) -> Mention | None:
        """The last mention as a subject that starts before `at`."""
        return _last_before(self.as_subject, at)

    def first_from(self, at: int) -> Mention | None:
        """The first mention that starts at `at` or later."""
        place = bisect_left(self.mentions, at, key=_start)
        return self.mentions[place] if place < len(self.mentions) else None

    @cached_property
    def as_subject(self) -> Sequence[Mention]:
        """The mentions that are subjects."""
        return [mention for mention in self.mentions if mention.is_subject]

    @cached_property
    def label(self) -> str:
        """``PER`` … ``MISC``, ``role`` of who is described only, ``phrase`` where nobody is."""
        if not self.mentions:
            return "phrase"
        found = {mention.actor.label for mention in self.mentions}
        return next((label for label in _LABELS if label in found), "role")

    @cached_property
    def heads(self) -> set[str]:
        """The words that head its mentions, as lemmas."""
        return {lemma(mention.head) for mention in self.mentions}

    @cached_property
    def beside(self) -> Mapping[str, set[int]]:
        """The nouns near its mentions: their places by lemma."""
        found: dict[str, set[int]] = defaultdict(set)
        for mention in self.mentions:
            doc, i = mention.head.doc, mention.head.i
            for token in doc[max(0, i - _BESIDE) : i + _BESIDE + 1]:
                if token.pos_ == "NOUN":
                    found[lemma(token)].add(token.i)
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """What is asked once an act: where it stands, what its subject is, who is heard there.

    `way` and `own_kind` tell how the rules came to their holder, and what kind of phrase it is
    (None where they name nobody);
    `first_named` is who the text names first of all; `last` held the act before, in a paragraph
    before if `last_apart`.
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    way: str
    subject: Token | None
    subject_kind: str
    is_quoted: bool
    voice: Voice | None
    reporter: Actor | None
    last: Actor | None
    last_apart: bool
    own_kind: str | None
    first_named: str | None


def _last_before(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The last of `mentions`, which are in the order of the text, that starts before `at`."""
    place = bisect_left(mentions, at, key=_start)
    return mentions[place - 1] if place else None
