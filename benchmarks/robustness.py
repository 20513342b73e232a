"""``python -m benchmarks.robustness``: fuzz and growth, written to ``ROBUSTNESS.md``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import fuzz, growth

RESULTS = Path(__file__).parent / "ROBUSTNESS.md"


def main() -> int:
    """Run both; the exit status is 1 if a string could not be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="strings to fuzz with")
    parser.add_argument("--length", type=int, default=40_000, help="characters of hostile strings")
    arguments = parser.parse_args()
    found, faults = fuzz.run(arguments.count, seed=1)
    lines = [
        "# Robustness of dates and quantities",
        "",
        "Written by `python -m benchmarks.robustness`.",
        "",
        "## Fuzz",
        "",
        f"{arguments.count:,} strings (mixtures of all known words, mutated examples of the rules,"
        f" random characters), each read by both stages: {found:,} finds, {len(faults)} faults. A"
        " fault is an exception, a find that does not quote the text at its offsets, or one that"
        " overlaps another. `python -m benchmarks.fuzz --seed N` tries others.",
        "",
        "## Growth",
        "",
        "CPU seconds on the bundled corpus, repeated:",
        "",
        *growth.report(arguments.length),
    ]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(faults), f"Written: {RESULTS}", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
