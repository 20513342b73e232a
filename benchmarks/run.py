"""Measure speed and write ``benchmarks/RESULTS.md`` and its chart: ``make bench``.

What is measured is kept (see `kept`), so that the long runs of `scale`, which are measured on their
own, stay in the tables; ``python -m benchmarks.run --write`` measures nothing and writes them anew.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import chart, compare, results, starts
from benchmarks.kept import keep
from benchmarks.texts import texts, words

FOLDER = Path(__file__).parent


def main() -> int:
    """Measure, keep and write; the exit status is pytest's."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write what is kept, measure nothing")
    if not parser.parse_args().write:
        stages = measure_stages()
        if stages is None:
            return 1
        keep("stages", {"texts": len(texts()), "words": words(), "benchmarks": stages})
        keep("pipelines", compare.compare(compare.pipelines()))
        keep("starts", starts.measure())
    results.write(FOLDER / "RESULTS.md")
    chart.write(FOLDER / "results.svg")
    print(f"Written: {FOLDER / 'RESULTS.md'} and {FOLDER / 'results.svg'}")
    return 0


def measure_stages() -> list[dict[str, Any]] | None:
    """What pytest-benchmark tells of each test here; None where one failed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "benchmarks.json"
        status = subprocess.call(
            [sys.executable, "-m", "pytest", str(FOLDER), "--benchmark-enable",
             "--benchmark-timer=time.process_time", f"--benchmark-json={report}"]
        )  # fmt: skip
        if status:
            return None
        found = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    return [
        {"name": one["name"], "median": one["stats"]["median"], "iqr": one["stats"]["iqr"]}
        | one["extra_info"]
        for one in found
    ]


if __name__ == "__main__":
    sys.exit(main())
