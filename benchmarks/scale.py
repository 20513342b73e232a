"""Many articles: rate and memory over a long run, and what a second worker adds.

``python -m benchmarks.scale --articles 100000`` extracts generated articles (see `recombine`) into
a file, with two workers, and prints the rate and the memory of all processes on the way (PSS, in
which what they share counts once; Linux). Before, ``--rounds`` times in turn, one worker and two
do the same few hundred articles.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

import dires
from benchmarks.recombine import WORDS, articles
from dires.batch import extract_to
from dires.pipeline import MODES

POINTS = 20


@dataclass(frozen=True)
class Timing:
    """What a run took: seconds on the clock, and of all processors."""

    articles: int
    wall: float
    cpu: float


def main() -> None:
    """Measure and print."""
    options = _options()
    nlp = dires.load(options.mode)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        warm_up = run(nlp, articles(50), Path(folder) / "warm-up.jsonl", workers=1)
        print(f"{warm_up.articles} articles to warm up: {warm_up.wall:.1f} s\n")
        speed_up(nlp, Path(folder), rounds=options.rounds)
        long_run(nlp, Path(folder), options.articles, options.workers, options.suffix)


def speed_up(nlp: Language, folder: Path, *, rounds: int, count: int = 200) -> None:
    """Print the rates of one and of two workers, in turn."""
    ratios = []
    print(
        "| round | 1 worker | 2 workers | ratio | processor time, 2 by 1 |\n|--:|--:|--:|--:|--:|"
    )
    for number in range(rounds):
        one, two = (
            run(nlp, articles(count), folder / f"{workers}-{number}.jsonl", workers=workers)
            for workers in (1, 2)
        )
        ratios.append(one.wall / two.wall)
        print(f"| {number + 1} | {_rate(one)} | {_rate(two)} | {ratios[-1]:.2f}"
              f" | {two.cpu / one.cpu:.2f} |")  # fmt: skip
    if ratios:
        print(f"\nTwo workers do {statistics.median(ratios):.2f} times what one does.\n")


def long_run(nlp: Language, folder: Path, count: int, workers: int, suffix: str) -> None:
    """Print rate and memory as the run goes on."""
    print("| articles | articles/s | words/s | memory, MB |\n|--:|--:|--:|--:|")
    done, last = 0, time.monotonic()
    step = max(1, count // POINTS)

    def on_article(article: dires.Article) -> None:
        nonlocal done, last
        done += 1
        if done % step == 0:
            now = time.monotonic()
            rate = step / (now - last)
            print(f"| {done:,} | {rate:.1f} | {rate * WORDS:,.0f} | {memory() / 1e6:,.0f} |",
                  flush=True)  # fmt: skip
            last = now

    out = folder / f"all{suffix}"
    timing = run(nlp, articles(count), out, workers=workers, on_article=on_article)
    size = out.stat().st_size / 1e6
    print(f"\n{count:,} articles, {workers} workers: {timing.wall:,.0f} s, {_rate(timing)},"
          f" {out.name}: {size:,.0f} MB, its manifest:"
          f" {Path(f'{out}.manifest').stat().st_size / 1e6:,.0f} MB")  # fmt: skip


def run(nlp: Language, sources: Iterable[dict[str, str]], out: Path, *, workers: int,
        on_article=None) -> Timing:  # fmt: skip
    """Time one run."""
    wall, cpu = time.monotonic(), _cpu()
    summary = extract_to(out, sources, nlp=nlp, n_process=workers, on_article=on_article)
    return Timing(summary.done, time.monotonic() - wall, _cpu() - cpu)


def memory() -> int:
    """Bytes of this process and its workers."""
    own = Path("/proc/self")
    pids = [child for task in (own / "task").iterdir()
            for child in (task / "children").read_text().split()]  # fmt: skip
    return sum(map(_pss, [own, *(Path("/proc") / pid for pid in pids)]))


def _pss(process: Path) -> int:
    for line in (process / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise ValueError(f"{process} tells no Pss")


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _rate(timing: Timing) -> str:
    return f"{timing.articles / timing.wall:.1f} articles/s"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="0 for none")
    parser.add_argument("--mode", default="fast", choices=MODES)
    parser.add_argument("--suffix", default=".jsonl", help="format of the output")
    parser.add_argument("--folder", type=Path, help="where to write; else a temporary one")
    return parser.parse_args()


if __name__ == "__main__":
    main()
