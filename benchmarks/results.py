"""The kept figures as the page ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from benchmarks import compare, starts
from benchmarks.kept import figures, machine_of
from dires.pipeline import MODES


def write(path: Path) -> None:
    """Write the page; what was never measured is left out."""
    path.write_text("\n".join(_page()) + "\n", encoding="utf-8")


def _page() -> list[str]:
    lines = ["# Speed", "", "Written by `make bench`.", "", "![Speed](results.svg)"]
    if pipelines := figures("pipelines"):
        lines += ["", "## The whole pipeline beside bare spaCy", "",
                  f"In turn, {compare.ROUNDS} rounds each after a warm-up round, one process and"
                  f" thread, processor time. {machine_of('pipelines')}.", "",
                  *compare.table(pipelines)]  # fmt: skip
    if found := figures("starts"):
        lines += ["", "## From nothing to the first article", "",
                  f"Each round a process of its own, {starts.ROUNDS} rounds, median and range."
                  f" {machine_of('starts')}.", "", *starts.table(found)]  # fmt: skip
    for mode in MODES:
        if scale := figures(f"scale-{mode}"):
            lines += ["", f"## Many articles, `{mode}`", "", *_scale(scale),
                      "", f"{machine_of(f'scale-{mode}')}."]  # fmt: skip
    if stages := figures("stages"):
        lines += ["", "## Each stage", "", *_stages(stages), "", f"{machine_of('stages')}."]
    return lines


def _scale(scale: dict[str, Any]) -> list[str]:
    count, workers, words = scale["articles"], scale["workers"], scale["words"]
    lines = [f"Articles of about {words} words, put together anew from the corpus"
             " (`python -m benchmarks.scale`)."]  # fmt: skip
    if scale["rounds"]:
        gain, bare_gain = (statistics.median(row[name] for row in scale["rounds"])
                           for name in ("gain", "bare_gain"))  # fmt: skip
        lines += ["", f"Two workers do **{gain:.2f}** times what one does; two processes of bare"
                  f" spaCy that share nothing do {bare_gain:.2f} times what one does.", "",
                  "| round | 1 worker, articles/s | 2 workers | gain | bare spaCy's gain |",
                  "|--:|--:|--:|--:|--:|"]  # fmt: skip
        lines += [
            f"| {number} | {row['one']:.1f} | {row['two']:.1f} | {row['gain']:.2f}"
            f" | {row['bare_gain']:.2f} |"
            for number, row in enumerate(scale["rounds"], 1)
        ]
    lines += ["", f"{count:,} articles, {workers} workers: {scale['seconds']:,.0f} seconds,"
              f" {count / scale['seconds']:.1f} articles a second, {scale['megabytes']:,.0f} MB of"
              " records. Memory is that of all processes, what they share counted once.", "",
              "| articles | articles/s since the line before | memory, MB |",
              "|--:|--:|--:|"]  # fmt: skip
    lines += [
        f"| {point['articles']:,} | {point['rate']:.1f} | {point['memory']:,.0f} |"
        for point in scale["points"]
    ]
    return lines


def _stages(stages: dict[str, Any]) -> list[str]:
    lines = [
        f"On every twelfth article of the corpus ({stages['texts']} texts, {stages['words']:,}"
        " words) that the stages before have annotated, or on plain text; readers and sinks on 100"
        " articles put together anew. One process and thread, processor time: medians with the"
        " interquartile range.",
        "",
        "| | seconds | IQR | words/s | MB/s |",
        "|---|--:|--:|--:|--:|",
    ]
    for one in stages["benchmarks"]:
        seconds = one["median"]
        lines.append(
            f"| {title(one['name'])} | {seconds:.4f} | {one['iqr']:.4f}"
            f" | {one['words'] / seconds:,.0f} | {one['characters'] / seconds / 1e6:.2f} |"
        )
    return lines


def title(test: str) -> str:
    """What a test measures: *test_stage[dires_dates]* → *dires dates*."""
    name = test.removeprefix("test_").removeprefix("stage[").rstrip("]")
    return name.replace("_", " ").replace("[", " ")
