"""The kept figures as one picture: speed, length of an article, number of articles."""

from __future__ import annotations

import re
import statistics
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.kept import figures
from dires.pipeline import MODES

_COLOURS = {"fast": "#2b6cb0", "accurate": "#c05621"}
_PLAIN = "#718096"


def write(path: Path) -> None:
    """Draw what was measured; a panel of what was not stays empty."""
    figure = Figure(figsize=(12, 3.6), layout="constrained")
    speeds, lengths, scale = figure.subplots(1, 3)
    _speeds(speeds, figures("pipelines") or {})
    _lengths(lengths, figures("stages") or {"benchmarks": []})
    _scale(scale, {mode: found for mode in MODES if (found := figures(f"scale-{mode}"))})
    for axes in (speeds, lengths, scale):
        axes.title.set_fontsize(10)
    # Without a date the same figures give the same file.
    figure.savefig(path, format="svg", metadata={"Date": None})


def _speeds(axes: Axes, speeds: dict[str, list[float]]) -> None:
    axes.set_title("Words a second, one thread (median, range)")
    for place, (name, values) in enumerate(speeds.items()):
        middle = statistics.median(values)
        colour = next((c for mode, c in _COLOURS.items() if mode in name), _PLAIN)
        spread = [[middle - min(values)], [max(values) - middle]]
        axes.barh(place, middle, xerr=spread, color=colour, capsize=4)
    axes.set_yticks(range(len(speeds)), [re.sub("[`]|, all.*", "", name) for name in speeds])
    axes.invert_yaxis()


def _lengths(axes: Axes, stages: dict[str, Any]) -> None:
    axes.set_title("Seconds by the length of an article")
    for one in stages["benchmarks"]:
        if match := re.fullmatch(r"test_article_of_words\[(\d+)\]", one["name"]):
            axes.plot(int(match[1]), one["median"], "o", color=_COLOURS["fast"])
    axes.set(xscale="log", yscale="log", xlabel="words")


def _scale(axes: Axes, runs: dict[str, dict[str, Any]]) -> None:
    axes.set_title("Memory in MB over a long run, two workers")
    for mode, found in runs.items():
        counts = [point["articles"] for point in found["points"]]
        memory = [point["memory"] for point in found["points"]]
        axes.plot(counts, memory, "o-", label=mode, color=_COLOURS[mode])
    axes.set(xlabel="articles", ylim=(0, None))
    if runs:
        axes.legend()
