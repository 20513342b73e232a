"""Run all benchmarks and write ``benchmarks/RESULTS.md``: ``make bench``."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import spacy

from benchmarks.compare import ROUNDS, Speeds, compare, pipelines, table
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
    speeds = compare(pipelines())
    RESULTS.write_text(render(benchmarks, speeds), encoding="utf-8")
    print(f"Written: {RESULTS}")
    return 0


def render(benchmarks: list[dict[str, Any]], speeds: Speeds) -> str:
    """The results as Markdown."""
    lines = [
        "# Speed",
        "",
        f"On every twelfth article of the corpus ({len(texts())} texts, {words():,} words), one"
        f" process and thread, CPU time, {platform.python_implementation()}"
        f" {platform.python_version()}, spaCy {spacy.__version__}, {platform.system()}"
        f" {platform.machine()}."
        " Written by `make bench`.",
        "",
        "## The whole pipeline beside bare spaCy",
        "",
        f"In turn, {ROUNDS} rounds each, after a warm-up round.",
        "",
        *table(speeds),
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


if __name__ == "__main__":
    sys.exit(main())
