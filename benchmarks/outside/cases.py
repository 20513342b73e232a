"""Cases of a set, judged: what was expected, what was found, whether they agree."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Case = Mapping[str, Any]
Judge = Callable[[Case], tuple[str, bool, str] | None]
"""Gives a case's group, whether it is right, and what was found; None where nothing is asked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judged case: its number in the file (from 0), its group, and how it came out."""

    number: int
    group: str
    right: bool
    text: str
    expected: str
    found: str


def read(path: Path) -> list[dict[str, Any]]:
    """The cases of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@cache
def excluded(name: str) -> dict[int, str]:
    """Numbers of the cases of a set that are left out, each with its reason."""
    data = tomllib.loads((Path(__file__).parent / "excluded.toml").read_text(encoding="utf-8"))
    return {number: reason["why"] for reason in data.get(name, []) for number in reason["cases"]}


def judge(name: str, cases: Iterable[Case], judged: Judge, text: str = "text") -> list[Verdict]:
    """The verdicts on all cases that are not left out."""
    verdicts = []
    for number, case in enumerate(cases):
        if number in excluded(name):
            continue
        outcome = judged(case)
        if outcome is not None:
            group, right, found = outcome
            verdicts.append(Verdict(number, group, right, case[text], _expected(case), found))
    return verdicts


def _expected(case: Case) -> str:
    for key in ("value", "results", "ents"):
        if key in case:
            return json.dumps(case[key], ensure_ascii=False)
    return json.dumps({"start": case.get("start"), "end": case.get("end")}, ensure_ascii=False)
