"""Direct speech: what stands between quotation marks and is said by somebody.

A quoted stretch is speech when a reporting verb or a source goes with it, when it continues a
quotation, or when it is a sentence by itself. What is left (a slogan, a title, a word held at
arm's length) is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dires.quotations import marks, speakers, verbs
from dires.quotations.marks import Quoted
from dires.quotations.reports import Context, Report, Span, is_clause, source, word_count
from dires.quotations.verbs import Verb

_FEW = 4
_SOME = 6
_WINDOW = 300
_COLON = re.compile(r"[^.!?…«»]{0,200}:\s*$")
_ADJACENT = re.compile(
    r"\s*$|(?:\s(?:à|au|aux|avec|lors|dans|sur|devant|en)\s[^.:;!?«»,]{1,60})?,?\s*(?:que|qu'|:)\s*$"
)
_SPEAKER_COLON = re.compile(
    rf"(?P<name>{speakers.NAME.pattern})(?:, [^,:]{{3,80}})?(?: \([^)]+\))?\s*:\s*$"
)
_QUOTED_SOURCE = re.compile(r"(?P<cue>\b[\w' ]{3,15}?) ?«\s?(?P<name>[^«»]{2,40}?)\s?»,?\s*$")
_FOR = re.compile(r"\b[Pp]our(?=\s(?:M\. |Mme |[A-ZÀ-Ý]|l[ea]s?\s|l'|lui,|elle,)[^,«»]{1,60},\s*$)")
_ATTRIBUTION = re.compile(rf"\s*\n\s*[-(]\s*(?P<name>{speakers.NAME.pattern})\s*(?:[,)\n]|$)")
_LEAD = re.compile(r"(?:\s?\[\d+\])*\s*[,.]?\s*(?:(?:ainsi|encore|aussi|tweete|alors) )?")
_ENDS = re.compile(r"[.!?…]\s*$")
_AFTER_END = re.compile(r"(?:\s?\[\d+\])*\s*(?:[.!?…]|\n|$)")


def find(context: Context, quoted: Sequence[Quoted]) -> list[Report]:
    """The direct speech among the `quoted` stretches and dialogue lines of a text, in order."""
    found: list[Report] = []
    folded = context.folded
    for stretch in quoted:
        report = _with_cue(context, stretch) or _without_cue(context, stretch, found)
        if report:
            found.append(report)
    found.extend(_dialogue(context, found))
    found.sort(key=lambda report: report.start)
    for place in range(len(found) - 1, 0, -1):
        first, second = found[place - 1 : place + 1]
        if not first.cue and not first.speaker and not folded[first.right : second.left].strip():
            found[place - 1] = replace(first, speaker=second.speaker)
    return found


def inside(context: Context, stretch: Quoted, told: Report) -> Report | None:
    """The words that a reported clause quotes, said by its speaker; None where they are few."""
    text = context.folded[stretch.start : stretch.end]
    if not told.start <= stretch.left < stretch.right <= told.end + 2:
        return None
    if word_count(text) < _FEW or not is_clause(text):
        return None
    return replace(
        told,
        start=stretch.start,
        end=stretch.end,
        kind="direct",
        left=stretch.left,
        right=stretch.right,
    )


def _with_cue(context: Context, quoted: Quoted) -> Report | None:
    for look in (_after, _inside, _before):
        place = look(context, quoted)
        if place:
            cue, speaker = place
            return Report(
                quoted.start, quoted.end, "direct", quoted.left, quoted.right, cue, speaker
            )
    return None


def _without_cue(context: Context, quoted: Quoted, found: list[Report]) -> Report | None:
    folded = context.folded
    text = folded[quoted.start : quoted.end]
    words = word_count(text)
    report = Report(quoted.start, quoted.end, "direct", quoted.left, quoted.right)
    attribution = _ATTRIBUTION.match(folded, quoted.right)
    if attribution and words >= _FEW:
        return replace(report, speaker=attribution.span("name"))
    if words < _FEW or not is_clause(text):
        return None
    start, _ = context.sentence(quoted.left)
    lead = folded[max(start, quoted.left - _WINDOW) : quoted.left].strip()
    whole = _ENDS.search(text) or _AFTER_END.match(folded, quoted.right)
    previous = found[-1] if found else None
    follows = start < previous.right if previous else False
    if previous and (follows or (whole and not lead)) and _continues(context, previous, quoted):
        return replace(report, speaker=previous.speaker)
    if not whole or words < _SOME or (lead and not lead.endswith(":")):
        return None
    opening = speakers.NAME.match(folded, start, quoted.left) if lead else None
    named = opening and " " in opening.group()
    return replace(report, speaker=opening.span()) if opening and named else report


def _continues(context: Context, previous: Report, quoted: Quoted) -> bool:
    """Whether no other sentence stands between the two quotations."""
    last = previous.right if previous.cue is None else max(previous.right, previous.cue[1])
    return context.index(quoted.left) - context.index(last - 1) <= 1


def _after(context: Context, quoted: Quoted) -> tuple[Span, Span | None] | None:
    """*« … », a déclaré Anne Dupont*; *« … », selon le préfet*."""
    folded = context.folded
    lead = _LEAD.match(folded, quoted.right)
    start = lead.end() if lead else quoted.right
    sentence_start, end = context.sentence(min(start, len(folded) - 1))
    if sentence_start >= quoted.right:
        return None
    end = min(end, start + _WINDOW)
    named = source().match(folded, start, end)
    if named:
        return named.span(), speakers.noun_phrase(folded, named.end(), end)
    verb = next((v for v in verbs.find(folded, start, min(end, start + 80)) if v.finite), None)
    if verb is None or verb.start != start or re.match(r"\s+(?:que\b|qu')", folded[verb.end : end]):
        return None
    if verb.pronoun:
        return (verb.start, verb.end), verb.pronoun
    text = folded[quoted.start : quoted.end]
    comma = "," in folded[quoted.right : start]
    if not comma and word_count(text) < _FEW and not _ENDS.search(text):
        return None
    return (verb.start, verb.end), speakers.after(folded, verb, end)


def _inside(context: Context, quoted: Quoted) -> tuple[Span, Span | None] | None:
    """*« Nous irons, a promis Anne Dupont, jusqu'au bout. »*"""
    folded = context.folded
    for verb in verbs.find(folded, quoted.start, quoted.end):
        if not verb.finite or not folded[quoted.start : verb.start].endswith((", ", "! ", "? ")):
            continue
        pronoun = verb.pronoun and folded[slice(*verb.pronoun)]
        speaker = speakers.after(folded, verb, quoted.end)
        if speaker is None or pronoun in ("je", "nous"):
            continue
        if pronoun or folded[speaker[1] : speaker[1] + 1] in (",", "."):
            return (verb.start, verb.end), speaker
    return None


def _before(context: Context, quoted: Quoted) -> tuple[Span, Span | None] | None:
    """*Anne Dupont a déclaré : « … »*; *Selon le préfet, « … »*."""
    folded = context.folded
    start, _ = context.sentence(quoted.left)
    if not folded[start : quoted.left].strip():
        start = _introduction(context, quoted)
    paper = _QUOTED_SOURCE.search(folded, start, quoted.left)
    if paper and source().match(folded, paper.start()):
        return paper.span("cue"), paper.span("name")
    start = max(start, quoted.left - 2 * _WINDOW)
    closed = max(folded.rfind(mark, start, quoted.left) for mark in '»”"')
    start = max(start, closed + 1)
    lead = folded[start : quoted.left]
    if not lead.strip():
        return None
    colon = lead.rstrip().endswith(":")
    text = folded[quoted.start : quoted.end]
    if word_count(text) < (2 if colon else _FEW) and not is_clause(text):
        return None
    for verb in reversed(list(verbs.find(folded, start, quoted.left))):
        between = folded[verb.end : quoted.left]
        if (_COLON if colon else _ADJACENT).match(between):
            return (verb.start, verb.end), _speaker(folded, verb, start, quoted.left)
    for named in chain(
        source().finditer(folded, start, quoted.left), _FOR.finditer(folded, start, quoted.left)
    ):
        speaker = speakers.noun_phrase(folded, named.end(), quoted.left)
        if speaker and len(folded[speaker[1] : quoted.left]) < _WINDOW / 3:
            return named.span(), speaker
    plain = _SPEAKER_COLON.match(lead.lstrip()) if colon else None
    if plain:
        offset = start + len(lead) - len(lead.lstrip())
        span = offset + plain.start("name"), offset + plain.end("name")
        return span, span
    return None


def _speaker(folded: str, verb: Verb, start: int, limit: int) -> Span | None:
    if verb.pronoun:
        return verb.pronoun
    if verb.finite:
        return speakers.before(folded, verb, start) or speakers.after(folded, verb, limit)
    return speakers.of_main_clause(folded, start, verb)


def _introduction(context: Context, quoted: Quoted) -> int:
    """The start of the sentence before, where it ends in a colon; else the quotation's."""
    index = context.index(quoted.left) - 1
    if index >= 0:
        sentence = context.sentences[index]
        if context.folded[sentence.start : sentence.end].endswith(":"):
            return sentence.start
    return quoted.left


def _dialogue(context: Context, found: list[Report]) -> Iterator[Report]:
    """Lines of dialogue that say by an inverted verb who speaks (*– Non, répond-il.*)."""
    ends = [report.right for report in found]
    for start, end in marks.dialogue(context.folded):
        place = bisect_right(ends, start)
        if place < len(ends) and found[place].left < end:
            continue
        line = Quoted(start, end, start, end)
        told = _inside(context, line)
        if told:
            cue, speaker = told
            stop = start + len(context.folded[start : cue[0]].rstrip(" ,"))
            yield Report(start, stop, "direct", start, end, cue, speaker)
