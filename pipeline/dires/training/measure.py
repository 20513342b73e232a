"""Strict scores: a span counts where offsets and label are the gold's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dires.encoder.reading import Reading
from dires.encoder.tagging import Span
from dires.training.config import Head
from dires.training.gold import Example, GoldSpan

Spans = Sequence[tuple[int, int, str]]
NAMES = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Figures:
    """Hits, spans found, spans of the gold."""

    hits: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0

    def to_dict(self) -> dict[str, float]:
        """Rounded to four places."""
        return {
            "precision": round(self.hits / self.found, 4) if self.found else 0.0,
            "recall": round(self.hits / self.gold, 4) if self.gold else 0.0,
            "f1": round(self.f1, 4),
            "gold": self.gold,
        }


def compare(pairs: Iterable[tuple[Sequence[GoldSpan], Spans]]) -> dict[str, Figures]:
    """Figures by label over texts' gold and what was found in them, ``all``, and ``names``.

    ``names`` are PER, ORG and LOC together. Optional spans of the gold count neither way.
    """
    hits: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for gold_spans, spans in pairs:
        wanted = {span[:3] for span in gold_spans if not span.optional}
        free = [span[:3] for span in gold_spans if span.optional]
        for span in set(map(_triple, spans)):
            if span not in wanted and any(a < span[1] and span[0] < b for a, b, _ in free):
                continue
            found[span[2]] += 1
            hits[span[2]] += span in wanted
        gold.update(label for _, _, label in wanted)
    labels = sorted(gold | found)
    groups = {"all": labels, "names": [n for n in labels if n in NAMES]}
    groups |= {label: [label] for label in labels}
    return {
        group: Figures(*(sum(c[n] for n in members) for c in (hits, found, gold)))
        for group, members in groups.items()
    }


def _triple(span: Sequence[object]) -> tuple[int, int, str]:
    start, end, label = span[:3]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end, str(label)


def measure(
    reading: Reading, examples: Sequence[Example], heads: Mapping[str, Head]
) -> dict[str, dict[str, Figures]]:
    """By head and source, ``entities/winer_fr``, what `compare` says of `reading`."""
    found = reading.read([example.text for example in examples])
    pairs: dict[str, list[tuple[Sequence[GoldSpan], Spans]]] = {}
    for example, spans in zip(examples, found, strict=True):
        for name, gold in example.spans.items():
            seen = (
                _starts(spans[name]) if heads[name].starts else [span[:3] for span in spans[name]]
            )
            pairs.setdefault(f"{name}/{example.source}", []).append((gold, seen))
    return {name: compare(items) for name, items in pairs.items()}


def _starts(spans: Sequence[Span]) -> Spans:
    """Where spans more likely begin than not, as gold for such heads says it."""
    return [(s.start, s.start + 1, s.label) for s in spans if s.score > 0.5]
