"""Who is heard at a place of the text.

Inside quotation marks it is the quotation's speaker; in a text that is itself somebody's word (a
speech, an interview, a joint declaration, a communiqué) whoever its heading names, as far as the
turns go.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dires import layers
from dires.article import Actor, Quotation, Segment
from dires.statements.actors import Actors
from dires.statements.headings import heading_of, is_joint, speakers_of
from dires.statements.turns import turns_of
from dires.typography import fold

_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
_INTERVIEWERS = re.compile(r"\b(?:propos|entretien) (?:recueillis?|réalisé)\b", re.IGNORECASE)
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
        speakers = speakers_of(heading, actors.mentions) or _by_byline(doc, actors)
        self._joint = is_joint(heading)
        self._turns = list(turns_of(actors.text, speakers))
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
        if speaker is not None:
            return Voice(speaker, "speaker of the text", joint=self._joint)
        return Voice(None, "speaker of the quotation") if direct is not None else None

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

    def around(self, token: Token) -> Quotation | None:
        last = bisect_right(self._starts, token.idx)
        for quotation in reversed(self._quotations[max(0, last - _NESTED) : last]):
            if token.idx < quotation.end:
                return quotation
        return None


def _by_byline(doc: Doc, actors: Actors) -> tuple[Actor, ...]:
    """Who signs a text in the first person; empty for news."""
    folded = fold(actors.text)
    rate = len(_FIRST_PERSON.findall(folded)) * 1000 / max(1, folded.count(" "))
    if rate < _FIRST_PERSON_RATE:
        return ()
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    bylines = [(s.start, s.end) for s in segments if s.kind == "byline"]
    people = [actor for actor in actors.mentions if actor.label == "PER"]
    signed = [p for p in people if any(a <= p.start < b for a, b in bylines)]
    if _INTERVIEWERS.search(folded):
        # The byline names who asked; who answers is introduced before anybody else.
        signed = [person for person in people if person not in signed]
    return tuple(signed[:1])
