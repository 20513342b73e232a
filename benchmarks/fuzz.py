"""``python -m benchmarks.fuzz [--count N] [--seed S]``: both stages on strings nobody writes.

Every string has to be read without an exception, and every find has to quote the text at its
offsets, in order and without overlap.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from benchmarks.strings import fuzzed
from dires import dates, quantities

PUBLISHED = (None, "2024-02-29", datetime(2024, 12, 31, 23, 59))


def main() -> int:
    """Run; the exit status is 1 if anything went wrong, and each fault is printed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="strings (default 100,000)")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found, faults = run(arguments.count, arguments.seed)
    print("\n".join(faults))
    print(f"{arguments.count} strings, seed {arguments.seed}: {found} finds, {len(faults)} faults")
    return 1 if faults else 0


def run(count: int, seed: int) -> tuple[int, list[str]]:
    """How many finds there are in `count` strings, and what is wrong with any."""
    found, faults = 0, []
    for number, text in enumerate(fuzzed(count, seed)):
        for stage, find in _stages(PUBLISHED[number % len(PUBLISHED)]):
            fault, finds = check(text, find)
            found += finds
            if fault:
                faults.append(f"{stage}: {fault} in {text!r}")
    return found, faults


def _stages(published: Any) -> list[tuple[str, Callable[[str], Sequence[Any]]]]:
    return [
        ("dates", lambda text: dates.find(text, published=published)),
        ("quantities", quantities.find),
    ]


def check(text: str, find: Callable[[str], Sequence[Any]]) -> tuple[str | None, int]:
    """What is wrong with the finds in `text` (None if nothing), and how many there are."""
    try:
        found = find(text)
    except Exception as error:  # reported, with its text, by the caller
        return f"{type(error).__name__}: {error}", 0
    end = 0
    for item in found:
        if not end <= item.start < item.end <= len(text):
            return f"offsets {item.start}:{item.end} after {end}", len(found)
        if item.text != text[item.start : item.end] or not item.rule:
            return f"{item.text!r} is not at {item.start}:{item.end}", len(found)
        end = item.end
    return None, len(found)


if __name__ == "__main__":
    sys.exit(main())
