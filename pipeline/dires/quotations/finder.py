"""Direct and indirect speech in plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dires.article import Quotation, Sentence
from dires.quotations import direct, indirect, marks
from dires.quotations.marks import Quoted
from dires.quotations.naming import speaker_name
from dires.quotations.reports import Context, Report
from dires.segmentation import segment
from dires.segmentation import sentences as split
from dires.typography import fold


def find(text: str, sentences: Sequence[Sentence] | None = None) -> tuple[Quotation, ...]:
    """Direct and indirect speech in `text`, in order of their offsets.

    `sentences` are those of `dires.segmentation`; without them they are computed, boilerplate
    left out. `speaker` is the speaker's name or description as it stands in `text`, None for a
    pronoun or where the text does not say; `cue` is the reporting verb or preposition. Offsets
    are half-open character offsets into `text`, quotation marks left out.
    """
    if sentences is None:
        sentences = split(text, [s for s in segment(text) if s.kind != "boilerplate"])
    return tuple(
        quotation(text, report, speaker_name(text, report.speaker))
        for report in locate(text, sentences)
    )


def locate(text: str, sentences: Sequence[Sentence]) -> list[Report]:
    """The reports behind `find`: with the places of speaker and cue in `text`."""
    context = Context(fold(text), sentences)
    quoted = marks.find(context.folded)
    spoken = direct.find(context, quoted)
    ends = [report.right for report in spoken]
    told = [report for report in indirect.find(context) if not _spoken(report, spoken, ends)]
    spoken = _retold(context, quoted, spoken, told)
    return sorted([*spoken, *told], key=lambda report: (report.start, -report.end))


def quotation(text: str, report: Report, speaker: str | None) -> Quotation:
    """`report` as a record, said by `speaker`."""
    cue = text[slice(*report.cue)] if report.cue and report.cue != report.speaker else None
    content = text[report.start : report.end]
    return Quotation(report.start, report.end, content, report.kind, speaker, cue)


def _spoken(report: Report, spoken: Sequence[Report], ends: Sequence[int]) -> bool:
    """Whether an indirect report is direct speech already, or is told inside it."""
    for place in range(bisect_right(ends, report.start), len(spoken)):
        other = spoken[place]
        if other.left >= report.end:
            return False
        cue = report.cue or (report.start, report.end)
        if other.left <= cue[0] < other.right or cue == other.cue:
            return True
        if other.left <= report.start and report.end <= other.right:
            return True
    return False


def _retold(
    context: Context, quoted: Sequence[Quoted], spoken: Sequence[Report], told: Sequence[Report]
) -> list[Report]:
    """`spoken` with the words quoted inside reported clauses, which have their speaker and cue."""
    by_place = {report.left: report for report in spoken}
    lefts = [stretch.left for stretch in quoted]
    for report in told:
        for stretch in quoted[bisect_left(lefts, report.start) : bisect_right(lefts, report.end)]:
            known = by_place.get(stretch.left)
            inner = direct.inside(context, stretch, report)
            if inner and (known is None or known.cue is None):
                by_place[stretch.left] = inner
    return list(by_place.values())
