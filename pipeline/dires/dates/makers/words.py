"""The words that a rule matched, as the makers get them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dires.dates.lexer import Token

Constants = dict[str, Any]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern compiled when it is first needed, so that importing stays quick."""
    return re.compile(pattern)


@dataclass(slots=True)
class Words:
    """A match: values by label, where it stands in lower-case `text`, all its tokens, and the
    words as `written`, with what comes `after` and, with its spaces, `following`."""

    values: dict[str, list[Any]]
    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    written: str
    following: str

    @property
    def apart(self) -> bool:
        """Whether no other number stands right beside the words."""
        before = compiled(r"\d[\s.,/-]*$").search(self.text, max(0, self.start - 4), self.start)
        return before is None and compiled(r"[\s/-]*\d").match(self.text, self.end) is None

    @property
    def spaced(self) -> bool:
        """Whether a space and no mark follows."""
        return self.text[self.end : self.end + 1] == " "

    @property
    def alone(self) -> bool:
        """Whether the text is nothing but these words."""
        return len(self.text.strip(" \n.!?")) == self.end - self.start

    @property
    def ends(self) -> bool:
        """Whether a clause or the text ends here."""
        return compiled(r"\s?(?:[,;:)!?\n]|\.(?!\d)|$)").match(self.text, self.end) is not None

    @property
    def after(self) -> str:
        """The beginning of the next word or mark."""
        return self.following.lstrip()[:1]

    def first(self, label: str, default: Any = None) -> Any:
        """The first value under `label`."""
        found = self.values.get(label)
        return found[0] if found else default

    def all(self, name: str) -> list[Any]:
        """The values of all words of the class `name`, labelled or not."""
        return [token.values[name] for token in self.tokens if name in token.values]
