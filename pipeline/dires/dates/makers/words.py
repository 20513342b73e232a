"""The words that a rule matched, as the makers get them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

Constants = dict[str, Any]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern compiled when it is first needed, so that importing stays quick."""
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Words:
    """A match: values by label, where it stands in lower-case `text`, all its values by
    class, and the words as `written`, with what comes `after`."""

    values: dict[str, list[Any]]
    text: str
    start: int
    end: int
    all: dict[str, list[Any]]
    written: str
    after: str

    def first(self, label: str, default: Any = None) -> Any:
        """The first value under `label`."""
        found = self.values.get(label)
        return found[0] if found else default
