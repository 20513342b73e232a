"""What the text has said before: the day that *à 22 heures* or *le lendemain* refers back to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dires.dates.lexer import Token
from dires.dates.meaning import Fixed, Meaning, Moment, Span
from dires.dates.resolve import Resolved

# A night, or an hour after which the small hours are those of the next day.
_EVENING = re.compile(r"T(?:NI$|1[89]:|2[0-3]:)")
_SENTENCE_ENDS = (". ", "! ", "? ", "; ", "\n")


@dataclass(slots=True)
class Mentions:
    """The day, month and year last mentioned in lower-case `text`, moved on by `note`.

    `end` and `month_end` are where they were mentioned, `last` is the last day of whatever was
    mentioned last; `sentence` and `paragraph` begin where the text has come `at`.
    """

    text: str
    day: date | None = None
    end: int = 0
    night: bool = False
    month: date | None = None
    month_end: int = 0
    year: int | None = None
    last: date | None = None
    at: int = 0
    sentence: int = 0
    paragraph: int = 0

    def reach(self, start: int) -> None:
        """Come to the expression at `start`, perhaps in another sentence or paragraph."""
        for boundary in _SENTENCE_ENDS:
            place = self.text.rfind(boundary, self.at, start)
            if place >= 0:
                self.sentence = max(self.sentence, place + len(boundary))
        self.paragraph = max(self.paragraph, self.text.rfind("\n", self.at, start))
        self.at = start

    @property
    def same_sentence(self) -> bool:
        """Whether the day was named in the sentence reached."""
        return self.end > self.sentence

    @property
    def in_sentence(self) -> date | None:
        """The day that the sentence reached has named."""
        return self.day if self.same_sentence else None

    @property
    def month_in_sentence(self) -> date | None:
        """Where the day or month begins that the sentence reached named last."""
        return self.month if self.month_end > self.sentence else None

    @property
    def after_night(self) -> bool:
        """Whether the day of the sentence is a night, so that small hours are the next day's."""
        return self.same_sentence and self.night

    @property
    def in_paragraph(self) -> date | None:
        """The day that the paragraph reached named last."""
        return self.day if self.end > self.paragraph else None

    def note(self, meaning: Meaning, resolved: Resolved, token: Token) -> None:
        """Remember what an expression was resolved to."""
        if self._is_anchor(meaning) and resolved.first is not None:
            self.day, self.end = resolved.first, token.end
            self.night = _EVENING.search(resolved.value) is not None
        if resolved.first is not None and not isinstance(meaning, Fixed):
            self.year = resolved.first.year
            self.last = resolved.last
            known = isinstance(meaning, Moment) and meaning.unit in ("D", "M")
            self.month, self.month_end = resolved.first if known else None, token.end

    def _is_anchor(self, meaning: Meaning) -> bool:
        """Whether later expressions may refer back to this one.

        A part of the day that hangs on no day of its sentence says nothing about the next one.
        """
        if isinstance(meaning, Span):
            return self._is_anchor(meaning.start)
        if not isinstance(meaning, Moment) or meaning.unit != "D":
            return False
        return meaning.anchor != "sentence" or self.same_sentence
