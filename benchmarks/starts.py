"""From nothing to the first article: ``python -m benchmarks.starts``.

Each round is a process of its own, which imports, loads a mode, reads an article of 300 words, and
then as many more as tell what memory it takes at most (Linux).
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

from dires.pipeline import MODES

ROUNDS = 3
_ROUND = """
import json, sys, time
from pathlib import Path
begin = time.perf_counter()
import dires
nlp = dires.load(sys.argv[1], **({} if sys.argv[1] == "fast" else {"threads": 1}))
loaded = time.perf_counter()
from benchmarks.recombine import articles
first, *others = articles(50)
made = time.perf_counter()
list(dires.extract([first], nlp=nlp))
done = time.perf_counter()
list(dires.extract(others, nlp=nlp))
status = Path("/proc/self/status").read_text().split("VmHWM:")[1]
peak = int(status.split()[0]) / 1024
print(json.dumps({"load": loaded - begin, "first": done - made, "memory": peak}))
"""

Starts = dict[str, list[dict[str, float]]]


def measure(rounds: int = ROUNDS) -> Starts:
    """By mode and round: seconds to import and load, seconds for the first article, peak MB."""
    found: Starts = {mode: [] for mode in MODES}
    for _ in range(rounds):
        for mode in MODES:
            told = subprocess.run(
                [sys.executable, "-c", _ROUND, mode], capture_output=True, check=True, text=True
            )
            found[mode].append(json.loads(told.stdout))
    return found


def table(starts: Starts) -> list[str]:
    """The measurements as a Markdown table, a line an item; medians with their range."""
    lines = ["| mode | import and load, s | first article, s | memory after 50, MB |",
             "|---|--:|--:|--:|"]  # fmt: skip
    for mode, rounds in starts.items():
        cells = [
            f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to"
            f" {max(values):.{digits}f})"
            for name, digits in (("load", 1), ("first", 2), ("memory", 0))
            for values in [[found[name] for found in rounds]]
        ]
        lines.append(f"| {mode} | {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    print("\n".join(table(measure())))
