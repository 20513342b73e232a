"""Gold records for a head, divided into what is trained on and what is measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from dires.training.config import Head, Source
from dires.training.standoff import Standoff


class Grouped(Protocol):
    """Something of a text; what is of one text is of one group."""

    @property
    def group(self) -> str:
        """What names the text."""


_Item = TypeVar("_Item", bound=Grouped)


class GoldSpan(NamedTuple):
    """A span to find; an optional one counts neither for nor against."""

    start: int
    end: int
    label: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A text and, by head, the spans to find in it."""

    source: str
    group: str
    text: str
    spans: Mapping[str, tuple[GoldSpan, ...]]


@dataclass(frozen=True, slots=True)
class Gold:
    """`train` and `dev` share no text."""

    train: list[Example]
    dev: list[Example]


def is_held_out(group: str, every: int) -> bool:
    """Whether `group` belongs to the one in `every` that is kept from training (0: none)."""
    return every > 0 and int(hashlib.md5(group.encode()).hexdigest(), 16) % every == 0


def read_gold(sources: Sequence[Source], heads: Mapping[str, Head]) -> Gold:
    """Read all `sources` for `heads`; what one of them holds out is trained on in none."""
    tables = [(source, list(_examples(source, heads))) for source in sources]
    train: list[Example] = []
    dev: list[Example] = []
    for source, example, is_kept in divided(tables):
        if is_kept:
            dev.append(example)
        else:
            train.extend([example] * source.repeat)
    return Gold(train, dev)


def divided(
    tables: Sequence[tuple[Source, Sequence[_Item]]],
) -> Iterator[tuple[Source, _Item, bool]]:
    """What is trained on and what is kept from it (True), without what is neither.

    What one source holds out is trained on in none; of a source that gives only what is new,
    nothing is trained on that came in one before it.
    """
    kept = {
        item.group
        for source, items in tables
        for item in items
        if is_held_out(item.group, source.held_out)
    }
    seen: set[str] = set()
    for source, items in tables:
        for item in items:
            if is_held_out(item.group, source.held_out):
                yield source, item, True
            elif item.group not in kept and not (source.only_new and item.group in seen):
                yield source, item, False
        seen.update(item.group for item in items)


def _examples(source: Source, heads: Mapping[str, Head]) -> Iterable[Example]:
    for number, record, names in annotated_records(source):
        fields = ["text", *(heads[name].field for name in names)]
        missing = [field for field in fields if field not in record]
        if missing:
            raise ValueError(f"{source.path}:{number}: no {missing[0]}")
        if names:
            group = group_of(source, number, record)
            spans = {name: _spans(record, heads[name]) for name in names}
            yield Example(source.name, group, record["text"], spans)


def group_of(source: Source, number: int, record: Mapping[str, Any]) -> str:
    """What names the text of `record`, line `number` of `source`."""
    return str(record.get(source.group, f"{source.name}:{number}"))


def annotated_records(source: Source) -> Iterable[tuple[int, dict[str, Any], tuple[str, ...]]]:
    """The records of `source`, each with its line and the heads that it has gold for.

    One that is annotated apart comes with these annotations, once for every stretch of it.
    """
    standoff = None if source.standoff is None else Standoff(source.standoff)
    for number, record in _records(source.path):
        read = [] if standoff is None else list(standoff.of(record))
        for one in read:
            yield number, one, (*source.heads, *source.standoff_heads)
        if not read:
            yield number, record, source.heads


def _records(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, json.loads(line)


def _spans(record: Mapping[str, Any], head: Head) -> tuple[GoldSpan, ...]:
    """The spans that `head` learns of `record`, in order; if it is sure, the optional ones too.

    What may also have a label of a sure head is optional for that head.
    """
    known = sorted(
        (span for item in record[head.field] if (span := _span(item, head)) is not None),
        key=lambda span: (span.start, -span.end),
    )
    if not head.sure:
        return tuple(_outermost(known))
    required = _outermost(span for span in known if not span.optional)
    return tuple(sorted([*required, *(span for span in known if span.optional)]))


def _span(item: Mapping[str, Any], head: Head) -> GoldSpan | None:
    end = item["start"] + 1 if head.starts else item["end"]
    if item["label"] in head.labels:
        return GoldSpan(item["start"], end, item["label"], bool(item.get("optional")))
    other = next((label for label in item.get("alt") or () if label in head.labels), None)
    return GoldSpan(item["start"], end, other, optional=True) if other and head.sure else None


def _outermost(spans: Iterable[GoldSpan]) -> list[GoldSpan]:
    found: list[GoldSpan] = []
    for span in spans:
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
