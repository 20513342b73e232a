"""Who may hold an act: nobody, whom the rules name, and every actor in sight.

In sight is who is mentioned near the act or at the head of the article. What speaks for each is
told by `signs`.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from dires import layers
from dires.article import Actor, Participant, Segment, Statement
from dires.statements.actors import Actors, is_thing, may_act, names_people
from dires.statements.holders import Holding, acting_verb
from dires.statements.match import Match
from dires.statements.scene import Mention, Named, Scene
from dires.statements.signs import NOBODY, NOBODY_AS_RULED, signs_of
from dires.statements.subjects import subject_of
from dires.statements.verbs import form
from dires.statements.voices import Voices

# Mentions before and after an act that are looked at; the rest is out of sight.
_BEFORE: Final = 80
_AFTER: Final = 20
_BESIDE_THE_TELLING: Final = frozenset(("byline", "caption", "boilerplate"))
_PRONOUNS: Final = frozenset(("il", "elle", "ils", "elles", "on"))
_UNNAMED: Final = Named()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may hold an act (`actor` None: nobody), with what speaks for and against it.

    `is_own` says that it is whom the rules chose.
    """

    actor: Actor | None
    is_own: bool
    features: Mapping[str, float]


class Candidates:
    """The candidates of the acts of one document."""

    def __init__(self, doc: Doc, actors: Actors, voices: Voices) -> None:
        self._doc = doc
        self._actors = actors
        self._voices = voices
        self._sentences = [sentence.start_char for sentence in doc.sents]
        self._breaks = [i for i, mark in enumerate(actors.text) if mark == "\n"]
        participants: tuple[Participant, ...] = layers.read(doc, "participants")
        self._kinds = {participant.name: participant.kind for participant in participants}
        told = _outside(layers.read(doc, "segments"))
        self._mentions = [
            self._mention(span, actor) for span, actor in self._spans() if told(actor.start)
        ]
        self._starts = [mention.actor.start for mention in self._mentions]
        by_name: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._mentions:
            by_name[mention.actor.name].append(mention)
        self._named = {name: Named(mentions) for name, mentions in by_name.items()}

    def of(
        self, match: Match, holding: Holding, span: Span, last: Statement | None
    ) -> list[Candidate]:
        """The candidates for the act that `match` found in `span`; `holding` is the rules'.

        `last` is the statement before. Nobody comes first.
        """
        scene = self._scene(match, holding, span, last)
        own = holding.holder
        found = [Candidate(None, own is None, NOBODY if own else NOBODY_AS_RULED)]
        names = self._names_near(scene)
        if own is not None and own.name not in names:
            names.append(own.name)
        for name in names:
            is_own = own is not None and own.name == name
            named = self._named.get(name, _UNNAMED)
            features = dict.fromkeys(signs_of(name, named, scene, is_own=is_own), 1.0)
            features["times named"] = math.log1p(len(named.mentions))
            actor = own if is_own else self._actors.named(name, before=scene.start)
            found.append(Candidate(actor, is_own, features))
        return found

    # What there is to choose from

    def _spans(self) -> Iterable[tuple[Span, Actor]]:
        spans = self._doc.spans.get("mentions")
        return () if spans is None else zip(spans, self._actors.mentions, strict=True)

    def _mention(self, span: Span, actor: Actor) -> Mention:
        is_subject = any(
            token.dep_ in ("nsubj", "nsubj:pass") and token.head not in span for token in span
        )
        return Mention(
            actor, span.root, self._sentence(actor.start), self._paragraph(actor.start), is_subject
        )

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)

    def _names_near(self, scene: Scene) -> list[str]:
        """Names of the actors in sight, the title's among them, by their first mention."""
        here = bisect_left(self._starts, scene.start)
        title = bisect_left(self._starts, self._breaks[0]) if self._breaks else 0
        first = max(title, here - _BEFORE)
        seen = (*self._mentions[:title], *self._mentions[first : here + _AFTER])
        return list(dict.fromkeys(mention.actor.name for mention in seen))

    # What is asked of the act

    def _scene(self, match: Match, holding: Holding, span: Span, last: Statement | None) -> Scene:
        subject, kind = self._subject(match)
        between = self._actors.text[last.end : match.anchor.idx] if last is not None else ""
        return Scene(
            start=span.start_char,
            end=span.end_char,
            sentence=self._sentence(match.anchor.idx),
            paragraph=self._paragraph(match.anchor.idx),
            way=holding.way,
            subject=subject,
            subject_kind=kind,
            is_quoted=self._voices.quoted_at(match.anchor) is not None,
            voice=self._voices.at(match.anchor),
            reporter=holding.reported_by,
            last=last.holder if last is not None else None,
            last_apart="\n" in between,
            own_kind=self._phrase_kind(holding.holder) if holding.holder is not None else None,
            first_named=self._mentions[0].actor.name if self._mentions else None,
        )

    def _subject(self, match: Match) -> tuple[Token | None, str]:
        """The subject of the act's verb, and what kind of word it is."""
        if match.verb is None:
            return None, "no verb"
        found = subject_of(acting_verb(match), active=match.rule.pos == "ADJ")
        token = found.token
        if found.first_person:
            return token, "first person"
        if token is None:
            return None, "no subject"
        if form(token) in _PRONOUNS:
            return token, form(token)
        if token.pos_ == "PRON":
            return token, "pronoun"
        mention = self._actors.mention_at(token)
        if mention is not None:
            return token, "name" if mention.label else "role"
        return token, _noun_kind(token)

    def _phrase_kind(self, own: Actor) -> str:
        """What kind of phrase the rules' holder is."""
        if own.label:
            return own.label
        if own.name in self._kinds:
            return f"role of a {self._kinds[own.name]}"
        span = self._doc.char_span(own.start, own.end, alignment_mode="expand")
        return _noun_kind(span.root) if span else "phrase"


def _outside(segments: Iterable[Segment]) -> Callable[[int], bool]:
    """Whether a place is part of the telling: in no byline, caption or boilerplate."""
    beside = [(s.start, s.end) for s in segments if s.kind in _BESIDE_THE_TELLING]
    return lambda at: not any(start <= at < end for start, end in beside)


def _noun_kind(token: Token) -> str:
    if is_thing(token):
        return "thing"
    if may_act(token):
        return "office"
    return "people" if names_people(token) else token.pos_
