"""Promises that the text itself says were not kept are no pledges."""

from __future__ import annotations

import re
from functools import cache

from dires.resources import read_toml
from dires.statements.match import Match
from dires.statements.verbs import is_past
from dires.typography import fold


@cache
def _breaches() -> re.Pattern[str]:
    phrases = read_toml(__package__, "broken.toml")["phrases"]
    return re.compile("|".join(rf"\b(?:{phrase})\b" for phrase in phrases), re.IGNORECASE)


def is_broken(match: Match) -> bool:
    """Whether `match` is a past promise whose breach stands later in its sentence."""
    if match.rule.label != "pledge" or match.verb is None or not is_past(match.verb):
        return False
    sentence = match.anchor.sent
    rest = sentence.doc[match.cue_end : sentence.end]
    return bool(_breaches().search(fold(rest.text)))
