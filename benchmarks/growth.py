"""``python -m benchmarks.growth [--length N]``: does the time grow with the text, and no faster?

Each hostile string of `strings.HOSTILE` is repeated to N characters, and to four times as many, and
read by both stages; the bundled corpus is repeated to 0.6, 1.25, 2.5 and 5 MB. Reported is the time
per character of the longer text over that of the shorter: 1 where growth is linear.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks.strings import HOSTILE
from benchmarks.texts import joined
from dires import dates, quantities

FACTOR = 4
SIZES = (625_000, 1_250_000, 2_500_000, 5_000_000)
STAGES: dict[str, Callable[[str], object]] = {
    "dates": lambda text: dates.find(text, published="2024-07-04"),
    "quantities": quantities.find,
}


def main() -> int:
    """Print both tables; always 0, since timings are no tests."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--length", type=int, default=40_000, help="characters of the shorter text")
    print("\n".join(report(parser.parse_args().length)))
    return 0


def report(length: int) -> list[str]:
    """The measurements as lines of Markdown."""
    lines = ["| | text | seconds | MB/s |", "|---|--:|--:|--:|"]
    for stage, find in STAGES.items():
        find("Le 3 mai, 12 %.")
        for size, seconds in corpus(find):
            megabytes = size / 1e6
            lines.append(
                f"| {stage} | {megabytes:.2f} MB | {seconds:.2f} | {megabytes / seconds:.2f} |"
            )
    lines += ["", f"The {len(HOSTILE)} hostile strings, {length * FACTOR:,} characters long:", ""]
    lines += ["| | string | seconds | time per character, times that of a quarter |"]
    lines += ["|---|---|--:|--:|"]
    for stage, find in STAGES.items():
        measured = sorted(hostile(find, length), reverse=True)
        for ratio, seconds, unit in [*measured[:3], max(measured, key=lambda m: m[1])]:
            lines.append(f"| {stage} | `{unit!r}` | {seconds:.2f} | {ratio:.2f} |")
    return lines


def corpus(find: Callable[[str], object]) -> list[tuple[int, float]]:
    """Bytes and seconds for the corpus, repeated."""
    measured = []
    for size in SIZES:
        text = (joined() + "\n\n") * (size // len(joined().encode()) + 1)
        text = text.encode()[:size].decode(errors="ignore")
        measured.append((len(text.encode()), _seconds(find, text)))
    return measured


def hostile(find: Callable[[str], object], length: int) -> list[tuple[float, float, str]]:
    """Growth, seconds for the longer text, and the string, for each hostile one."""
    measured = []
    for unit in HOSTILE:
        short = min(_seconds(find, _repeated(unit, length)) for _ in range(3))
        long = min(_seconds(find, _repeated(unit, length * FACTOR)) for _ in range(2))
        measured.append((long / max(short, 1e-4) / FACTOR, long, unit))
    return measured


def _repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def _seconds(find: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
