"""Where an incomplete date lies: the tense of its clause, read off the words around it.

A light reading of French verb endings (``tense.toml``); no parse. The cue nearest to the date
decides, and what stands before the date counts as a little nearer than what follows.
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter

from dires.resources import read_toml

REACH = 150
NEAR = 45
EVENT_REACH = 45
"""Characters on either side that are read."""
BARE = 12
"""A clause with no more characters than this beside the date says nothing of its tense."""
LATER = 8
ADJECTIVE = 10
COMMA = 12
"""Characters that a cue counts as farther away: behind the date, a participle, past a comma."""

# The capital first, what stands before it second: so the search goes from capital to capital.
_NAME = re.compile(r"[A-ZÀ-Þ](?:(?<=[^\W\dA-Z_], .)|(?<=[^\W\dA-Z_] .))[^\W\dA-Z_]+")


def direction(
    written: str, lowered: str, start: int, end: int, *, reach: int = REACH
) -> int | None:
    """-1 past, +1 future, None unknown, for the date at `start`:`end` of a text.

    Names are masked, for they may end like verbs: *La Jonquera*, *Samara*.
    """
    left, right = _clause(lowered, start, end, reach)
    text = _NAME.sub(lambda m: "x" * len(m[0]), written[left:right]).lower()
    if len(text) != right - left:
        text = lowered[left:right]
    left, start, end, right = 0, start - left, end - left, right - left
    cues = _patterns()
    participle = cues["participle"].search(text, left, start)
    if participle and cues["passive"].search(text, left, participle.start()):
        participle = None
    found = [] if participle is None else [(start - participle.start() + ADJECTIVE, -1)]
    found += [(start - m.end(), 1) for m in cues["purpose"].finditer(text, left, start)]
    found += [
        (start - m.end() + _apart(text, m.end(), start), _side(m))
        for m in cues["tense"].finditer(text, left, start)
    ]
    behind = cues["tense"].search(text, end, right)
    if behind:
        distance = behind.start() - end + LATER + _apart(text, end, behind.start())
        found.append((distance, _side(behind)))
    found += [(0, 1) for m in cues["put_off"].finditer(text, left, end) if m.end() > start - 1]
    return min(found, key=itemgetter(0))[1] if found else None


def _apart(text: str, start: int, end: int) -> int:
    """What a comma between verb and date adds to their distance."""
    return COMMA if "," in text[start:end] else 0


def _side(match: re.Match[str]) -> int:
    return 1 if match["future"] else -1


def is_event(text: str, start: int, end: int) -> bool:
    """Whether *aujourd'hui* at `start`:`end` dates an event; otherwise it means nowadays."""
    left, right = _clause(text, start, end, EVENT_REACH)
    cues = _patterns()
    if text.endswith("même", start, end):
        return True
    if cues["nowadays"].search(text, left, start):
        return False
    if right - left - (end - start) < BARE:
        return True
    return any(
        match.end() <= start or match.start() >= end
        for match in cues["event"].finditer(text, left, right)
    )


def _clause(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The stretch around `start`:`end` up to `reach`, a sentence end or a quotation mark."""
    boundary = _patterns()["boundary"]
    left = max(0, start - reach)
    right = min(len(text), end + reach)
    for match in boundary.finditer(text, left, start):
        left = match.end()
    stop = boundary.search(text, end, right)
    return left, stop.start() if stop else right


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = read_toml(__package__, "tense.toml")
    words = {name: "|".join(members) for name, members in data.items()}
    whole = r"(?<![\w-])(?:{})(?![\w-])"
    future = rf"(?!(?:{words['not_future']})(?!\w))(?:{words['future']})"
    return {
        "boundary": re.compile(r"[.;!?:]\s|\n|[«»]"),
        "tense": re.compile(whole.format(f"(?P<future>{future})|(?P<past>{words['past']})")),
        "event": re.compile(whole.format(words["event"])),
        "purpose": re.compile(rf"(?<!\w)(?:{words['purpose']})(?!\w)"),
        "participle": re.compile(rf"(?<!\w)(?:{words['participle']})$"),
        "put_off": re.compile(rf"(?<!\w)(?:{words['put_off']})"),
        "passive": re.compile(rf"(?<!\w)(?:{words['passive']})(?: \w+){{0,3}}? $"),
        "nowadays": re.compile(rf"(?<!\w)(?:{words['nowadays']})$"),
    }
