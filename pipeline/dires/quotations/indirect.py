"""Indirect speech: reported clauses (*X a déclaré que …*) and named sources (*selon X, …*)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dires.quotations import speakers, verbs
from dires.quotations.reports import Context, Report, Span, source, word_count
from dires.quotations.verbs import Verb, lexicon

_THAT = re.compile(
    r"(?:,[^,.;:«»]{3,60},)?(?:\s(?:à|au|aux|dans|lors|sur|devant|en)\s[^,.;:«»]{2,60}?)?,?\s*"
    r"(?:(?<=\s)que\s|(?<=\s)qu'|(?<=\s)(?:ne pas )?(?=(?:avoir|être|vouloir|pouvoir|devoir"
    r"|souhaiter|craindre|regretter|refuser|espérer)\b))"
)
_JOINED = re.compile(r",?\s(?:et|mais|puis)\s(?:(?:il|elle|ils|elles|que)\s)?$|,\s$")
_CLOSERS = ' .!?…;:,»")'
_LEAST = 3
_REACH = 2000


def find(context: Context) -> Iterator[Report]:
    """The indirect speech of a text, sentence by sentence."""
    for sentence in context.sentences:
        start, end = sentence.start, sentence.end
        yield from _clauses(context.folded, start, end)
        yield from _sources(context.folded, start, end)


def _clauses(folded: str, start: int, end: int) -> Iterator[Report]:
    said: list[Verb] = list(verbs.find(folded, start, end))
    for place, verb in enumerate(said):
        that = None if verb.pronoun else _THAT.match(folded, verb.end, end)
        if that:
            stop = end
            for later in said[place + 1 : place + 4]:
                joined = _JOINED.search(folded[max(that.end(), later.start - 20) : later.start])
                if joined and _THAT.match(folded, later.end, end):
                    stop = max(that.end(), later.start - 20) + joined.start()
                    break
            stop = min(stop, that.end() + _REACH)
            speaker = _subject(folded, verb, start)
            yield from _report(folded, that.end(), stop, (verb.start, verb.end), speaker)
        elif verb.finite and folded.endswith(", ", start, verb.start):
            yield from _parenthetical(folded, start, end, verb)


def _parenthetical(folded: str, start: int, end: int, verb: Verb) -> Iterator[Report]:
    """*Le pont rouvrira lundi, a indiqué le préfet.*"""
    start, end = max(start, verb.start - _REACH), min(end, verb.end + _REACH)
    speaker = speakers.after(folded, verb, end)
    if speaker is None or (not verb.pronoun and not _is_actor(folded, verb.end, speaker)):
        return
    rest = folded[max(verb.end, speaker[1]) : end]
    stop = verb.start if word_count(rest) < 12 or "," not in rest else end
    yield from _report(folded, start, stop, (verb.start, verb.end), speaker)


def _sources(folded: str, first: int, last: int) -> Iterator[Report]:
    if folded[last - 1] == "?":
        return
    for match in source().finditer(folded, first, last):
        start, end = max(first, match.start() - _REACH), min(last, match.end() + _REACH)
        speaker = speakers.noun_phrase(folded, match.end(), end)
        if speaker is None:
            continue
        opens = word_count(folded[start : match.start()]) < 2
        comma = folded.find(",", speaker[1], end)
        if opens and comma >= 0:
            yield from _report(folded, comma + 1, end, match.span(), speaker)
        elif not opens:
            yield from _report(folded, start, match.start(), match.span(), speaker)


def _subject(folded: str, verb: Verb, start: int) -> Span | None:
    start = max(start, verb.start - _REACH)
    if verb.finite:
        return speakers.before(folded, verb, start)
    return speakers.of_main_clause(folded, start, verb)


def _report(folded: str, start: int, end: int, cue: Span, speaker: Span | None) -> Iterator[Report]:
    content = folded[start:end]
    start += len(content) - len(content.lstrip(" ,"))
    end = start + len(folded[start:end].rstrip(_CLOSERS))
    if word_count(folded[start:end]) >= _LEAST:
        yield Report(start, end, "indirect", start, end, cue, speaker)


def _is_actor(folded: str, left: int, speaker: Span) -> bool:
    """Whether the phrase behind the verb is somebody who speaks, and not what is spoken of."""
    words = folded[left : speaker[1]]
    return speakers.NAME.match(words.lstrip()) is not None or _actors().search(words) is not None


@cache
def _actors() -> re.Pattern[str]:
    nouns = "|".join(lexicon()["words"]["actors"].split())
    return re.compile(rf"^\s*(?:\w+ |l'|d'){{1,2}}(?:{nouns})s?\b", re.IGNORECASE)
