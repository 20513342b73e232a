"""Who may hold an act, and what speaks for each: the features that `preference` weighs.

Candidates are nobody, whom the rules name, and every actor that is mentioned near the act or at
the head of the article. What speaks for an actor is where and how it is mentioned before: as a
subject, in the paragraph, as who was heard or acted last, by the noun that the act's subject is.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final

from spacy.tokens import Doc, Span, Token

from dires import layers
from dires.article import Actor, Participant, Segment, Statement
from dires.entities.people import first_name_gender
from dires.statements.actors import Actors, is_thing, may_act, names_people
from dires.statements.holders import Holding, acting_verb
from dires.statements.match import Match
from dires.statements.subjects import subject_of
from dires.statements.verbs import form, lemma
from dires.statements.voices import Voice, Voices

# Mentions before and after an act that are looked at; the rest is out of sight.
_BEFORE: Final = 80
_AFTER: Final = 20
# Words on either side of a mention whose nouns may describe the actor.
_BESIDE: Final = 7
_GENDERS: Final = {"Masc": "m", "Fem": "f", "il": "m", "elle": "f"}
_BESIDE_THE_TELLING: Final = frozenset(("byline", "caption", "boilerplate"))
_PRONOUNS: Final = frozenset(("il", "elle", "ils", "elles", "on"))
_LABELS: Final = ("PER", "ORG", "LOC", "MISC")
_start: Final = attrgetter("start")
_OWN: Final = "the rules' own"
_NOBODY: Final = {"nobody, though the rules name one": 1.0}
_NOBODY_AS_RULED: Final = {"nobody, as the rules say": 1.0, _OWN: 1.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may hold an act (`actor` None: nobody), with what speaks for and against it.

    `is_own` says that it is whom the rules chose.
    """

    actor: Actor | None
    is_own: bool
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Mention:
    actor: Actor
    head: Token
    sentence: int
    paragraph: int
    is_subject: bool

    @property
    def start(self) -> int:
        return self.actor.start


@dataclass(frozen=True)
class _Named:
    """All mentions of one actor, in the order of the text; none of one that only rules name."""

    mentions: Sequence[_Mention] = ()

    @cached_property
    def as_subject(self) -> Sequence[_Mention]:
        return [mention for mention in self.mentions if mention.is_subject]

    @cached_property
    def label(self) -> str:
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


_UNNAMED: Final = _Named()


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is asked once an act: where it stands, what its subject is, who is named there."""

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
        by_name: dict[str, list[_Mention]] = defaultdict(list)
        for mention in self._mentions:
            by_name[mention.actor.name].append(mention)
        self._named = {name: _Named(mentions) for name, mentions in by_name.items()}

    def of(
        self, match: Match, holding: Holding, span: Span, last: Statement | None
    ) -> list[Candidate]:
        """The candidates for the act that `match` found in `span`; `holding` is the rules'.

        `last` is the statement before. Nobody comes first.
        """
        scene = self._scene(match, holding, span, last)
        own = holding.holder
        found = [Candidate(None, own is None, _NOBODY if own else _NOBODY_AS_RULED)]
        names = self._names_near(scene)
        if own is not None and own.name not in names:
            names.append(own.name)
        for name in names:
            is_own = own is not None and own.name == name
            named = self._named.get(name, _UNNAMED)
            signs = (
                *(self._of_own(scene, named, own) if own is not None and is_own else ()),
                *(_where_nobody(scene, named) if own is None else ()),
                *self._by_place(scene, name, named),
                *_by_agreement(scene, name, named),
                *_by_speech(scene, name, named),
            )
            features = dict.fromkeys(signs, 1.0)
            features["times named"] = math.log1p(len(named.mentions))
            actor = own if is_own else self._actors.named(name, before=scene.start)
            found.append(Candidate(actor, is_own, features))
        return found

    # What there is to choose from

    def _spans(self) -> Iterable[tuple[Span, Actor]]:
        spans = self._doc.spans.get("mentions")
        return () if spans is None else zip(spans, self._actors.mentions, strict=True)

    def _mention(self, span: Span, actor: Actor) -> _Mention:
        is_subject = any(
            token.dep_ in ("nsubj", "nsubj:pass") and token.head not in span for token in span
        )
        return _Mention(
            actor, span.root, self._sentence(actor.start), self._paragraph(actor.start), is_subject
        )

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._breaks, at)

    def _names_near(self, scene: _Scene) -> list[str]:
        """Names of the actors in sight, the title's among them, by their first mention."""
        here = bisect_left(self._starts, scene.start)
        title = bisect_left(self._starts, self._breaks[0]) if self._breaks else 0
        first = max(title, here - _BEFORE)
        seen = (*self._mentions[:title], *self._mentions[first : here + _AFTER])
        return list(dict.fromkeys(mention.actor.name for mention in seen))

    # What is asked of the act

    def _scene(self, match: Match, holding: Holding, span: Span, last: Statement | None) -> _Scene:
        subject, kind = self._subject(match)
        between = self._actors.text[last.end : match.anchor.idx] if last is not None else ""
        return _Scene(
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

    # What speaks for each

    def _of_own(self, scene: _Scene, named: _Named, own: Actor) -> Iterator[str]:
        label, subject, phrase = named.label, scene.subject_kind, self._phrase_kind(own)
        yield _OWN
        yield f"own by {scene.way}"
        yield f"own, subject {subject}"
        yield f"own, {label}"
        yield f"own, {label}, subject {subject}"
        yield f"own, {phrase}"
        yield f"own, {phrase}, subject {subject}"

    def _by_place(self, scene: _Scene, name: str, named: _Named) -> Iterator[str]:
        subject, label = scene.subject_kind, named.label
        yield f"{label}, subject {subject}"
        before = _last_before(named.mentions, scene.start)
        if before is not None:
            yield f"paragraphs since: {_bucket(scene.paragraph - before.paragraph)}"
        else:
            yield "not named before"
            yield f"not named before, subject {subject}"
            if scene.paragraph == 0:
                yield f"not named before the title's, {label}, subject {subject}"
        as_subject = _last_before(named.as_subject, scene.start)
        if as_subject is not None:
            yield f"sentences since subject: {_bucket(scene.sentence - as_subject.sentence)}"
        following = _first_from(named.mentions, scene.start)
        if following is not None and following.start < scene.end:
            yield f"inside, subject {subject}"
        if named.mentions and named.mentions[0].paragraph == 0:
            yield "in the title"
        if self._mentions and name == self._mentions[0].actor.name:
            yield "named first of all"

    def _phrase_kind(self, own: Actor) -> str:
        """What kind of phrase the rules' holder is."""
        if own.label:
            return own.label
        if own.name in self._kinds:
            return f"role of a {self._kinds[own.name]}"
        span = self._doc.char_span(own.start, own.end, alignment_mode="expand")
        return _noun_kind(span.root) if span else "phrase"


def _where_nobody(scene: _Scene, named: _Named) -> Iterator[str]:
    yield f"where the rules name nobody by {scene.way}"
    yield f"where the rules name nobody, {named.label}, subject {scene.subject_kind}"


def _by_agreement(scene: _Scene, name: str, named: _Named) -> Iterator[str]:
    subject, label = scene.subject, named.label
    if subject is None:
        return
    gender = first_name_gender(name.split()[0]) if label == "PER" else None
    wanted = _gender(subject)
    if gender and wanted and scene.subject_kind not in ("name", "pronoun"):
        agrees = "agrees" if gender == wanted else "differs"
        yield f"gender {agrees}"
        yield f"gender {agrees}, subject {scene.subject_kind}"
    if subject.pos_ != "NOUN" or not named.mentions:
        return
    noun = lemma(subject)
    if noun in named.heads:
        yield "subject is the noun of a mention"
    if noun in name.lower().split():
        yield f"subject is in the name, {label}"
    if named.beside.get(noun, set()) - {subject.i}:
        yield f"subject stands beside the name, {label}"


def _by_speech(scene: _Scene, name: str, named: _Named) -> Iterator[str]:
    voice = scene.voice
    if voice is not None and voice.actor is not None and voice.actor.name == name:
        yield f"heard: {voice.path}"
    if scene.reporter is not None and scene.reporter.name == name:
        yield "reports"
    if scene.last is not None and scene.last.name == name:
        yield "held the act before" + (", in a paragraph before" if scene.last_apart else "")
    following = _first_from(named.mentions, scene.end) if scene.is_quoted else None
    if following is not None and following.sentence - scene.sentence <= 1:
        yield f"named after the quotation: {following.sentence - scene.sentence}"


def _last_before(mentions: Sequence[_Mention], at: int) -> _Mention | None:
    """The last of `mentions`, which are in the order of the text, that starts before `at`."""
    place = bisect_left(mentions, at, key=_start)
    return mentions[place - 1] if place else None


def _first_from(mentions: Sequence[_Mention], at: int) -> _Mention | None:
    """The first of `mentions`, which are in the order of the text, that starts at `at` or later."""
    place = bisect_left(mentions, at, key=_start)
    return mentions[place] if place < len(mentions) else None


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


def _gender(subject: Token) -> str | None:
    return _GENDERS.get(form(subject)) or _GENDERS.get(
        next(iter(subject.morph.get("Gender", [])), "")
    )


def _bucket(distance: int) -> str:
    if distance < 3:
        return str(max(distance, 0))
    return "3 to 5" if distance < 6 else "6 and more"
