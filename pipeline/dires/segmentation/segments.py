"""From blocks of lines to the segments of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from dires.article import Segment
from dires.segmentation import boilerplate
from dires.segmentation.layout import dateline_end, is_byline, is_caption, is_salutation
from dires.segmentation.lines import Block, blocks
from dires.typography import fold

_LONGEST_TITLE = 350
_LONGEST_HEADING = 160
_LONGEST_QUESTION = 100
_STACKED_HEADINGS = 3
_TOP = 8
_SPEAKER = re.compile(
    r"(?:M\. |Mme )?[A-ZÀ-Ý][A-ZÀ-Ý'-]+\.?(?: (?:[A-ZÀ-Ý][A-ZÀ-Ý'-]*\.?|de|du|la|le|et))*(?<!\.)"
)
_SIGNATURE = re.compile(
    r"[A-ZÀ-Ý][\w'-]+(?: (?:[A-ZÀ-Ý][\w'-]*\.?|de|du|d'[A-ZÀ-Ý]\w+)){1,3}(?<!\.)"
)
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])\s?[.)/-]|[A-ZÀ-Ý\W]+$")
_INTERVIEW = re.compile(r"(?:Q|R|Question|Réponse)\s?[-.:]\s?")
_SENTENCE_END = re.compile(r"[.!?…]\s?[»\")\]]*$")
_OPEN_END = re.compile(r"[,;:]\s?$")
_STOP_INSIDE = re.compile(r"[.!?…] +[A-ZÀ-Ý]")
_QUOTE = re.compile(r"[«“\"].{80}")
_HEADING_START = re.compile(r"[«\"'(]?\s?[A-ZÀ-Ý0-9]")


def segment(text: str, *, title: str | None = None) -> tuple[Segment, ...]:
    """Divide an article into title, headings, captions, bylines, paragraphs and boilerplate.

    `title` is the article's title where it is known from elsewhere; it helps to recognise the
    title line inside `text`. The segments are in order, do not overlap, carry no outer white
    space, and together hold every visible character. Offsets are half-open character offsets
    into `text`.
    """
    folded = fold(text)
    found = blocks(folded)
    kinds = _kinds(found, title)
    segments: list[Segment] = []
    for block, kind in zip(found, kinds, strict=True):
        start = block.start
        dateline = dateline_end(block.text) if kind == "paragraph" else 0
        if 0 < dateline < len(block.text):
            segments.append(Segment(start, start + len(block.text[:dateline].rstrip()), "byline"))
            start += dateline
        segments.append(Segment(start, block.end, kind))
    return tuple(segments)


def _kinds(found: Sequence[Block], title: str | None) -> list[str]:
    furniture = boilerplate.find(found)
    kinds = ["boilerplate" if i in furniture else _own_kind(b) for i, b in enumerate(found)]
    speakers = _speakers(found)
    _set_headings(found, kinds, speakers)
    _set_signature(found, kinds)
    _set_title(found, kinds, speakers, fold(title) if title else None)
    return kinds


def _own_kind(block: Block) -> str:
    """The kind that the block shows by itself; headings depend on what follows."""
    if is_caption(block.text):
        return "caption"
    return "byline" if is_byline(block.text) else "paragraph"


def _set_headings(found: Sequence[Block], kinds: list[str], speakers: frozenset[str]) -> None:
    """Mark the headings; a run of more than a few that look like one is a list."""
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    interview = len(speakers) > 1 or sum(bool(_INTERVIEW.match(found[i].text)) for i in body) > 1
    likely = {i for i in body[:-1] if _looks_like_heading(found[i])}
    for alike, group in groupby(body, key=likely.__contains__):
        run = list(group)
        listed = len(run) > _STACKED_HEADINGS
        for index in run if alike else ():
            text = found[index].text
            if text in speakers or (not listed and (not interview or _NUMBERED.match(text))):
                kinds[index] = "heading"


def _speakers(found: Sequence[Block]) -> frozenset[str]:
    """Lines that only name who speaks next: capitals, or the same short line again and again."""
    labels = Counter(b.text for b in found if len(b.text) <= 60 and _looks_like_heading(b))
    return frozenset(t for t, n in labels.items() if n > 2 or (n > 1 and _SPEAKER.fullmatch(t)))


def _set_signature(found: Sequence[Block], kinds: list[str]) -> None:
    """A bare name on the last line of an article that has a body is its author's."""
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    if len(body) > 1 and _is_signature(found[body[-1]].text):
        kinds[body[-1]] = "byline"


def _is_signature(text: str) -> bool:
    return _SIGNATURE.fullmatch(text) is not None and not is_salutation(text)


def _looks_like_heading(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_HEADING or _OPEN_END.search(text) or not _HEADING_START.match(text):
        return False
    if _INTERVIEW.match(text) or is_salutation(text) or _QUOTE.match(text):
        return False
    if text.endswith("?"):
        short = len(text) <= _LONGEST_QUESTION and not _STOP_INSIDE.search(text)
        return short and block.gap > 0
    return not _SENTENCE_END.search(text)


def _set_title(
    found: Sequence[Block], kinds: list[str], speakers: frozenset[str], title: str | None
) -> None:
    top = [i for i, kind in enumerate(kinds) if kind not in ("boilerplate", "byline")][:_TOP]
    if title:
        given = [i for i in top if _same(found[i].text, title)]
        if given:
            for index in given:
                kinds[index] = "title"
            return
    if not top or found[top[0]].text in speakers:
        return
    first = top[0]
    if _looks_like_title(first, top[1:], found, kinds):
        kinds[first] = "title"
        for index in top[1:3]:
            if found[index].text == found[first].text:
                kinds[index] = "title"


def _looks_like_title(
    first: int, others: Sequence[int], found: Sequence[Block], kinds: Sequence[str]
) -> bool:
    text = found[first].text
    if not others or len(text) > _LONGEST_TITLE or kinds[first] == "caption":
        return False
    if _INTERVIEW.match(text) or is_salutation(text) or _OPEN_END.search(text):
        return False
    following = max(len(found[i].text) for i in others)
    if _SENTENCE_END.search(text) and not text.endswith("?"):
        return (
            len(text) <= 80
            and not _STOP_INSIDE.search(text)
            and following > 2 * len(text)
            and not found[others[0]].gap
        )
    return not text[0].islower() and following > 60


def _same(line: str, title: str) -> bool:
    if len(line) > 2 * len(title) + 10:
        return False
    a, b = " ".join(line.lower().split()), " ".join(title.lower().split())
    return a == b or (
        len(a) > 10 and (b.startswith(a) or SequenceMatcher(None, a, b).ratio() > 0.8)
    )
