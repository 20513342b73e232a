"""From blocks of lines to the segments of an article."""

from __future__ import annotations

import re
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
_SIGNATURE = re.compile(r"[A-ZÀ-Ý][\w'-]+(?: (?:[A-ZÀ-Ý][\w'-]*\.?|de|du|d'[A-ZÀ-Ý]\w+)){1,3}")
_INTERVIEW = re.compile(r"(?:Q|R|Question|Réponse)\s?[-.:]\s?")
_SENTENCE_END = re.compile(r"[.!?…]\s?[»\")\]]*$")
_OPEN_END = re.compile(r"[,;:]\s?$")
_STOP_INSIDE = re.compile(r"[.!?…] +[A-ZÀ-Ý]")
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
    _set_headings(found, kinds)
    _set_signature(found, kinds)
    _set_title(found, kinds, fold(title) if title else None)
    return kinds


def _own_kind(block: Block) -> str:
    """The kind that the block shows by itself; headings depend on what follows."""
    if is_caption(block.text):
        return "caption"
    return "byline" if is_byline(block.text) else "paragraph"


def _set_headings(found: Sequence[Block], kinds: list[str]) -> None:
    """Mark the headings; a run of more than a few that look like one is a list."""
    interview = sum(_is_turn(block.text) for block in found) > 1
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    likely = {i for i in body[:-1] if _looks_like_heading(found[i], interview=interview)}
    for alike, group in groupby(body, key=likely.__contains__):
        run = list(group)
        listed = len(run) > _STACKED_HEADINGS
        for index in run if alike else ():
            if not listed or _SPEAKER.fullmatch(found[index].text):
                kinds[index] = "heading"


def _set_signature(found: Sequence[Block], kinds: list[str]) -> None:
    """A bare name on the last line of an article that has a body is its author's."""
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    if len(body) > 1 and _SIGNATURE.fullmatch(found[body[-1]].text):
        kinds[body[-1]] = "byline"


def _looks_like_heading(block: Block, *, interview: bool) -> bool:
    text = block.text
    if len(text) > _LONGEST_HEADING or _OPEN_END.search(text) or not _HEADING_START.match(text):
        return False
    if _INTERVIEW.match(text) or is_salutation(text):
        return False
    if text.endswith("?"):
        short = len(text) <= _LONGEST_QUESTION and not _STOP_INSIDE.search(text)
        return short and not interview and block.gap > 0
    return not _SENTENCE_END.search(text)


def _is_turn(text: str) -> bool:
    return _INTERVIEW.match(text) is not None or _SPEAKER.fullmatch(text) is not None


def _set_title(found: Sequence[Block], kinds: list[str], title: str | None) -> None:
    top = [i for i, kind in enumerate(kinds) if kind not in ("boilerplate", "byline")][:_TOP]
    if title:
        given = [i for i in top if _same(found[i].text, title)]
        if given:
            for index in given:
                kinds[index] = "title"
            return
    if not top or top[0] != _first_own(kinds):
        return
    first = top[0]
    if _looks_like_title(first, top[1:], found, kinds):
        kinds[first] = "title"
        for index in top[1:3]:
            if found[index].text == found[first].text:
                kinds[index] = "title"


def _first_own(kinds: Sequence[str]) -> int:
    return next(i for i, kind in enumerate(kinds) if kind not in ("boilerplate", "byline"))


def _looks_like_title(
    first: int, others: Sequence[int], found: Sequence[Block], kinds: Sequence[str]
) -> bool:
    text = found[first].text
    if not others or len(text) > _LONGEST_TITLE or kinds[first] == "caption":
        return False
    if _is_turn(text) or is_salutation(text) or _OPEN_END.search(text):
        return False
    following = max(len(found[i].text) for i in others)
    if text.endswith("."):
        return len(text) <= 80 and not _STOP_INSIDE.search(text) and following > 2 * len(text)
    return not text[0].islower() and following > 60


def _same(line: str, title: str) -> bool:
    if len(line) > 2 * len(title) + 10:
        return False
    a, b = " ".join(line.lower().split()), " ".join(title.lower().split())
    return a == b or (
        len(a) > 10 and (b.startswith(a) or SequenceMatcher(None, a, b).ratio() > 0.8)
    )
