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
from dires.statements.headings import heading_of, speakers_of
from dires.statements.turns import turns_of
from dires.typography import fold

_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
# How many first-person words in a thousand make a text one in the first person.
_FIRST_PERSON_RATE = 8


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard (`actor` None: somebody unnamed) and how that is known."""

    actor: Actor | None
    path: str


class Voices:
    """Voices of one document, looked up by token."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self._actors = actors
        self._quotations: tuple[Quotation, ...] = tuple(
            quotation for quotation in layers.read(doc, "quotations") if quotation.kind == "direct"
        )
        self._starts = [quotation.start for quotation in self._quotations]
        self._turns = list(turns_of(doc.text, _speakers(doc, actors)))
        self._turn_starts = [start for start, _ in self._turns]

    def quoted_at(self, token: Token) -> Quotation | None:
        """The direct quotation around `token`."""
        index = bisect_right(self._starts, token.idx) - 1
        for quotation in reversed(self._quotations[max(0, index - 3) : index + 1]):
            if quotation.start <= token.idx < quotation.end:
                return quotation
        return None

    def at(self, token: Token) -> Voice | None:
        """Who is heard at `token`, None where it is the journalist."""
        turn = bisect_right(self._turn_starts, token.idx) - 1
        speaker = self._turns[turn][1] if turn >= 0 else None
        quotation = self.quoted_at(token)
        if quotation is not None and (quotation.speaker or speaker is None):
            return Voice(self._quoted(quotation), "speaker of the quotation")
        return Voice(speaker, "speaker of the text") if speaker else None

    def _quoted(self, quotation: Quotation) -> Actor | None:
        if quotation.speaker is None:
            return None
        known = self._actors.named(quotation.speaker, before=quotation.start)
        return known or Actor(quotation.start, quotation.start, "", quotation.speaker)


def _speakers(doc: Doc, actors: Actors) -> tuple[Actor, ...]:
    """Who the heading or the byline says is speaking; empty for news."""
    speakers = speakers_of(heading_of(doc.text, doc._.title), actors.mentions)
    if speakers:
        return speakers
    folded = fold(doc.text)
    rate = len(_FIRST_PERSON.findall(folded)) * 1000 / max(1, folded.count(" "))
    if rate < _FIRST_PERSON_RATE:
        return ()
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    bylines = [(s.start, s.end) for s in segments if s.kind == "byline"]
    return tuple(
        actor
        for actor in actors.mentions
        if actor.label == "PER" and any(a <= actor.start < b for a, b in bylines)
    )[:1]
