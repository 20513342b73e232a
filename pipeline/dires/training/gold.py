"""Gold records for a head, divided into what is trained on and what is measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dires.training.config import Source


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the spans (start, end, label) that `head` is to find in it.

    `optional` spans count neither for nor against, and are learnt like the others.
    """

    source: str
    head: str
    group: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    optional: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """`train` and `dev` share no text."""

    train: list[Example]
    dev: list[Example]


def is_held_out(group: str, every: int) -> bool:
    """Whether `group` belongs to the one in `every` that is kept from training (0: none)."""
    return every > 0 and int(hashlib.md5(group.encode()).hexdigest(), 16) % every == 0


def read_gold(sources: Sequence[Source]) -> Gold:
    """Read all `sources`; what one of them holds out is trained on in none."""
    tables = [(source, list(_examples(source))) for source in sources]
    held = {
        example.group
        for source, examples in tables
        for example in examples
        if is_held_out(example.group, source.held_out)
    }
    train: list[Example] = []
    dev: list[Example] = []
    seen: set[str] = set()
    for source, examples in tables:
        for example in examples:
            if source.only_new and example.group in seen:
                continue
            if is_held_out(example.group, source.held_out):
                dev.append(example)
            elif example.group not in held:
                train.extend([example] * source.repeat)
        seen.update(example.group for example in examples)
    return Gold(train, dev)


def _examples(source: Source) -> Iterable[Example]:
    with source.path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            record: dict[str, Any] = json.loads(line)
            if "text" not in record or source.field not in record:
                raise ValueError(f"{source.path}:{number}: no text or no {source.field}")
            spans = sorted(record[source.field], key=lambda s: (s["start"], -s["end"]))
            outermost = _outermost(spans)
            yield Example(
                source.name,
                source.head,
                str(record.get(source.group, f"{source.name}:{number}")),
                record["text"],
                tuple((span["start"], span["end"], span["label"]) for span in outermost),
                tuple(bool(span.get("optional")) for span in outermost),
            )


def _outermost(spans: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of spans in order, those that do not begin inside the one before."""
    found: list[dict[str, Any]] = []
    for span in spans:
        if not found or span["start"] >= found[-1]["end"]:
            found.append(span)
    return found
