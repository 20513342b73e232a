"""Accuracy and speed of one system on articles with gold."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from benchmarks.peers.systems import Item, System
from dires.evaluation import stages
from dires.evaluation.figures import Score
from dires.evaluation.matching import iou

Article = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """Overlapping spans, right values, and megabytes a second of CPU time."""

    spans: Score
    values: Score
    speed: float


def measure(system: System, articles: Sequence[Article], layer: str) -> Result:
    """Run `system` over `articles`, once, after it has read one of them to warm up."""
    system(articles[0]["text"], articles[0]["published"])
    spans, values = Score(), Score()
    start = _cpu()
    found = [system(article["text"], article["published"]) for article in articles]
    seconds = _cpu() - start
    for article, items in zip(articles, found, strict=True):
        gold = article[layer]
        predicted = [_at_precision(item, gold) for item in items]
        scores = stages.MEASURES[layer](gold, predicted).scores
        spans += scores[f"{layer}.relaxed"]
        values += scores[f"{layer}.value"]
    size = sum(len(article["text"].encode()) for article in articles)
    return Result(spans, values, size / 1e6 / seconds)


def _cpu() -> float:
    """CPU seconds of this process and of those it has started and waited for."""
    return sum(os.times()[:4])


def _at_precision(item: Item, gold: Sequence[Mapping[str, Any]]) -> Item:
    """An instant written as precisely as the gold value it overlaps most (or as a day)."""
    instant = item.get("instant")
    if instant is None:
        return item
    best = max(gold, key=lambda g: iou(g, item), default=None)
    wanted = str(best["value"]) if best and iou(best, item) > 0 else ""
    return {**item, "value": _written(instant, wanted)}


def _written(instant: datetime, wanted: str) -> str:
    iso = instant.strftime("%Y-%m-%dT%H:%M")
    if re.fullmatch(r"\d{4}-W\d\d", wanted):
        year, week, _ = instant.isocalendar()
        return f"{year}-W{week:02}"
    if re.fullmatch(r"[\d-]+(T[\d:]+)?", wanted):
        return iso[: len(wanted)]
    return iso[:10]
