"""The statements of an article as an aligned list."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from dires.article import Actor, Article, Quantity, Statement
from dires.report import style
from dires.report.blocks import safe
from dires.report.wrapping import shorten, wrap

_LABEL_WIDTH = max(map(len, style.LABELS))
_GAP = 2
_QUOTED_LINES = 2
_TOWARDS = {"pledge": "to", "proposal": "to", "endorsement": "of"}
_MODIFIERS = {"approx": "about ", "more": "over ", "less": "under "}


def listing(article: Article, *, width: int, explain: bool) -> Iterator[Text]:
    """Lines of at most `width` cells: number, holder, label, then the words and the details.

    With `explain` the words are whole, and the reasons follow: the cue, how the holder was
    reached, and what every date and quantity was read from.
    """
    number_width = len(str(len(article.statements)))
    left = number_width + _LABEL_WIDTH + 3 * _GAP
    holders = [wrap(_holder(s), max(8, (width - left) // 3)) for s in article.statements]
    holder_width = max((cell_len(line.plain) for lines in holders for line in lines), default=0)
    right_width = max(8, width - left - holder_width)
    for number, (statement, holder) in enumerate(zip(article.statements, holders, strict=True), 1):
        look = style.LABELS[statement.label]
        columns = [
            (number_width, [Text(str(number).rjust(number_width), style=look)]),
            (holder_width, holder),
            (_LABEL_WIDTH, [Text(statement.label, style=look)]),
            (right_width, list(_right(article, statement, right_width, explain))),
        ]
        yield from _side_by_side(columns)
        if explain:
            indent = number_width + _GAP
            for reason in _reasons(article, statement):
                for line in wrap(Text(reason, style=style.QUIET), width - indent):
                    yield Text(" " * indent).append_text(line)
            yield Text()


def _holder(statement: Statement) -> Text:
    if statement.holder is None:
        return Text("nobody named", style=style.QUIET)
    return Text(safe(statement.holder.name), style=style.HOLDER)


def _side_by_side(columns: list[tuple[int, list[Text]]]) -> Iterator[Text]:
    for row in range(max(len(lines) for _, lines in columns)):
        line = Text()
        for width, lines in columns:
            cell = lines[row] if row < len(lines) else Text()
            line.append_text(cell)
            line.append(" " * (width - cell_len(cell.plain) + _GAP))
        line.rstrip()
        yield line


def _right(article: Article, statement: Statement, width: int, explain: bool) -> Iterator[Text]:
    words = " ".join(safe(article.text[statement.start : statement.end]).split())
    if explain:
        yield from wrap(Text(f"« {words} »"), width)
    else:
        yield from _quoted(words, width)
    details = " · ".join(_details(article, statement))
    if details:
        yield from wrap(Text(details, style=style.VALUE), width)


def _quoted(words: str, width: int) -> list[Text]:
    lines = shorten(Text(f"« {words}\u00a0»"), width, lines=_QUOTED_LINES)
    if lines[-1].plain.endswith("…"):
        lines = shorten(Text(f"« {words}"), width - 2, lines=_QUOTED_LINES)
        lines[-1].append(" »")
    return lines


def _details(article: Article, statement: Statement) -> Iterator[str]:
    if statement.deadline:
        yield f"deadline {statement.deadline}"
    for index in statement.quantities:
        yield quantity_text(article.quantities[index])
    if statement.addressee:
        yield f"{_TOWARDS[statement.label]} {safe(statement.addressee.name)}"
    if statement.modality != "asserted":
        yield statement.modality
    if statement.reported_by:
        yield f"reported by {safe(statement.reported_by.name)}"


def _reasons(article: Article, statement: Statement) -> Iterator[str]:
    yield f"cue « {safe(statement.cue.text)} »"
    for role, actor in (
        ("holder", statement.holder),
        ("addressee", statement.addressee),
        ("reported by", statement.reported_by),
    ):
        if actor:
            yield _reading(role, actor)
    for date in (article.dates[index] for index in statement.dates):
        modifier = f" ({date.modifier})" if date.modifier else ""
        yield f"date « {safe(date.text)} » → {date.value}{modifier}{_by_rule(date.rule)}"
    for quantity in (article.quantities[index] for index in statement.quantities):
        found = quantity_text(quantity)
        yield f"quantity « {safe(quantity.text)} » → {found}{_by_rule(quantity.rule)}"
    if statement.explanation:
        yield safe(statement.explanation)
    yield f"confidence {statement.confidence:.2f}"


def _reading(role: str, actor: Actor) -> str:
    meant = "" if actor.name == actor.text else f" → {safe(actor.name)}"
    return f"{role} « {safe(actor.text)} »{meant}"


def _by_rule(rule: str | None) -> str:
    return f", rule {rule}" if rule else ""


def quantity_text(quantity: Quantity) -> str:
    """A quantity in words: ``about 15 percent``, ``10–20 km``, ``600,000,000,000 USD``."""
    if quantity.low is not None and quantity.high is not None:
        number = f"{_number(quantity.low)}–{_number(quantity.high)}"
    elif quantity.value is not None:
        number = _number(quantity.value)
    else:
        number = safe(quantity.text)
    return f"{_MODIFIERS.get(quantity.modifier or '', '')}{number} {quantity.unit or ''}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
