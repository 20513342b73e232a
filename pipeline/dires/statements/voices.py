"""Who is heard at a place of the text.

Inside quotation marks it is the quotation's speaker; in a text that is itself somebody's word (a
speech, an interview, a joint declaration, a communiqué) whoever its heading names, as far as the
turns go.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dires import layers
from dires.article import Actor, Quotation, Segment
from dires.statements.actors import Actors
from dires.statements.headings import heading_of, is_joint, speakers_of
from dires.statements.turns import turns_of
from dires.typography import fold

_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:je|j'|mon|ma|mes)\b", re.IGNORECASE)
_SELF = re.compile(r"(?:^|[.\n]\s*)Nous, (?P<who>[^,.;:!?«»\n]{5,200}),", re.MULTILINE)
_INTERVIEWERS = re.compile(r"\b(?:propos|entretien) (?:recueillis?|réalisé)\b", re.IGNORECASE)
# A line of its own: *par Anne Dupont*.
_SIGNATURE = re.compile(r"^\s*par [^\n.!?:]{4,60}$", re.MULTILINE | re.IGNORECASE)
# So many paragraphs that end in a question mark make an interview.
_QUESTIONS = re.compile(r"\?\s*$", re.MULTILINE)
_MANY_QUESTIONS = 3
# How many first-person words in a thousand make a text one in the first person.
_FIRST_PERSON_RATE = 8
# How many quotations may begin before a word inside the one that is around it.
_NESTED = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard (`actor` None: somebody unnamed) and how that is known.

    `joint` says that several parties speak as one.
    """

    actor: Actor | None
    path: str
    joint: bool = False


class Voices:
    """Voices of one document, looked up by token."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self._actors = actors
        quotations: tuple[Quotation, ...] = layers.read(doc, "quotations")
        self._direct = _Spans([q for q in quotations if q.kind == "direct"])
        self._indirect = _Spans([q for q in quotations if q.kind != "direct" and q.speaker])
        heading = heading_of(actors.text, doc._.title)
        speakers = speakers_of(heading, actors.mentions)
        # Answers may stand in quotation marks where the heading says who gives them.
        self._is_answered = bool(speakers)
        narrated = _narrated(actors.text, self._direct)
        if not speakers:
            speakers = _self_introduced(doc, actors) or _by_byline(doc, actors, narrated)
        elif speakers[0].label is None and _SINGULAR.search(narrated):
            speakers = _signers(doc, actors)[:1] or speakers
        self._joint = is_joint(heading)
        people = [actor for actor in actors.mentions if actor.label == "PER"]
        self._turns = list(turns_of(actors.text, speakers, people))
        self._turn_starts = [start for start, _ in self._turns]

    def quoted_at(self, token: Token) -> Quotation | None:
        """The direct quotation around `token`."""
        return self._direct.around(token)

    def at(self, token: Token) -> Voice | None:
        """Who is heard at `token`, None where it is the journalist."""
        turn = bisect_right(self._turn_starts, token.idx) - 1
        speaker = self._turns[turn][1] if turn >= 0 else None
        direct, indirect = self._direct.around(token), self._indirect.around(token)
        if direct is not None and direct.speaker:
            return Voice(self._speaker_of(direct), "speaker of the quotation")
        if indirect is not None:
            return Voice(self._speaker_of(indirect), "speaker of the reported clause")
        if direct is not None and not self._is_answered:
            return Voice(self._introduced(direct), "introduced before the quotation")
        if speaker is not None:
            return Voice(speaker, "speaker of the text", joint=self._joint)
        return None

    def _introduced(self, quotation: Quotation) -> Actor | None:
        """Who is spoken of where the quotation begins: *Anne Dupont est formelle : « … »*.

        The last person before a colon, else the first one of the sentence before.
        """
        text = self._actors.text
        paragraph = text.rfind("\n", 0, quotation.start) + 1
        lead = text[paragraph : quotation.start].rstrip(" \u00a0\u202f«“\"'")
        has_colon = lead.endswith(":")
        start = max(lead.rfind(mark, 0, len(lead) - 1) for mark in (". ", "! ", "? ", "» "))
        people = [
            actor
            for actor in self._actors.mentions
            if paragraph + start < actor.start < quotation.start and actor.label == "PER"
        ]
        if not people:
            return None
        return people[-1] if has_colon else people[0]

    def _speaker_of(self, quotation: Quotation) -> Actor | None:
        if quotation.speaker is None:
            return None
        known = self._actors.named(quotation.speaker, before=quotation.start)
        return known or Actor(quotation.start, quotation.start, "", quotation.speaker)


class _Spans:
    """Quotations looked up by place; they may be nested."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quotation.start for quotation in quotations]

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._quotations)

    def around(self, token: Token) -> Quotation | None:
        last = bisect_right(self._starts, token.idx)
        for quotation in reversed(self._quotations[max(0, last - _NESTED) : last]):
            if token.idx < quotation.end:
                return quotation
        return None


def _narrated(text: str, quotations: _Spans) -> str:
    """The folded text with its direct quotations blanked."""
    folded = list(fold(text))
    for quotation in quotations:
        folded[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    return "".join(folded)


def _by_byline(doc: Doc, actors: Actors, narrated: str) -> tuple[Actor, ...]:
    """Who signs a text in the first person; empty for news."""
    rate = len(_FIRST_PERSON.findall(narrated)) * 1000 / max(1, len(narrated.split()))
    if rate < _FIRST_PERSON_RATE:
        return ()
    signed = _signers(doc, actors)
    if _INTERVIEWERS.search(narrated) or len(_QUESTIONS.findall(narrated)) >= _MANY_QUESTIONS:
        # The byline names who asked; who answers is introduced before anybody else.
        people = (actor for actor in actors.mentions if actor.label == "PER")
        signed = tuple(person for person in people if person not in signed)
    return signed[:1]


def _signers(doc: Doc, actors: Actors) -> tuple[Actor, ...]:
    """The people whose names stand in bylines."""
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    bylines = [(s.start, s.end) for s in segments if s.kind == "byline"]
    bylines += [found.span() for found in _SIGNATURE.finditer(actors.text)]
    people = (actor for actor in actors.mentions if actor.label == "PER")
    return tuple(p for p in people if any(a <= p.start < b for a, b in bylines))


def _self_introduced(doc: Doc, actors: Actors) -> tuple[Actor, ...]:
    """Who speaks in *Nous, ministres de …, …*."""
    found = _SELF.search(fold(actors.text))
    span = doc.char_span(*found.span("who")) if found else None
    return (actors.of_phrase(span.root),) if span is not None else ()
