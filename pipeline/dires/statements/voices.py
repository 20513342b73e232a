"""Who is heard at a place of the text.

Inside quotation marks it is the quotation's speaker, in a that-clause the subject of the
reporting verb, and in a text in the first person (a speech, an interview, an opinion piece) the
person whom title, byline or the last turn names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dires import layers
from dires.article import Actor, Quotation, Segment
from dires.statements.actors import Actors
from dires.typography import fold

_SPEECH_TITLE = re.compile(
    r"\b(?:déclaration|discours|allocution|message|entretien|interview|intervention|tribune|"
    r"conférence de presse|point de presse|communiqué|lettre|réponse|propos|vœux)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
# How many first-person words in a thousand words make a text one in the first person.
_FIRST_PERSON_RATE = 8
_HEAD_LENGTH = 400


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
            quotation
            for quotation in layers.read(doc, "quotations")
            if quotation.kind == "direct"
        )
        self._starts = [quotation.start for quotation in self._quotations]
        self._turns = _turns(doc, actors)

    def quoted_at(self, token: Token) -> Quotation | None:
        """The direct quotation around `token`."""
        index = bisect_right(self._starts, token.idx) - 1
        for quotation in reversed(self._quotations[max(0, index - 3) : index + 1]):
            if quotation.start <= token.idx < quotation.end:
                return quotation
        return None

    def at(self, token: Token) -> Voice | None:
        """Who is heard at `token`, None where it is the journalist."""
        quotation = self.quoted_at(token)
        if quotation is not None:
            speaker = quotation.speaker
            actor = self._actors.named(speaker, before=quotation.start) if speaker else None
            if speaker and actor is None:
                actor = Actor(quotation.start, quotation.start, "", speaker)
            return Voice(actor, "speaker of the quotation")
        current = None
        for start, actor in self._turns:
            if start > token.idx:
                break
            current = actor
        return Voice(current, "speaker of the text") if current else None


def _turns(doc: Doc, actors: Actors) -> list[tuple[int, Actor]]:
    """Offsets from which a person speaks in the first person, in order; empty for news."""
    folded = fold(doc.text)
    words = max(1, folded.count(" "))
    if len(_FIRST_PERSON.findall(folded)) * 1000 < _FIRST_PERSON_RATE * words:
        return []
    title = fold(doc._.title or "")
    head = folded[:_HEAD_LENGTH]
    if not (_SPEECH_TITLE.search(title) or _SPEECH_TITLE.search(head)):
        return []
    people = [actor for actor in actors.mentions if actor.label == "PER"]
    first = next((actor for actor in people if actor.start < _HEAD_LENGTH), None)
    turns = [(0, first)] if first else []
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    by_start = {actor.start: actor for actor in people}
    for segment in segments:
        actor = by_start.get(segment.start)
        rest = folded[actor.end : segment.end] if actor else ""
        if actor and segment.kind in ("heading", "paragraph") and len(rest.strip(" :.-")) == 0:
            turns.append((segment.end, actor))
    return turns
