"""Figures that were measured, kept as JSON in ``benchmarks/measured``, each with its machine."""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path
from typing import Any

import spacy

FOLDER = Path(__file__).parent / "measured"


def keep(name: str, figures: Any) -> Path:
    """Keep `figures` under `name`, in the place of those before; the file."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    content = {"machine": machine(), "figures": figures}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def figures(name: str) -> Any | None:
    """What is kept under `name`, None where nothing is."""
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else None


def machine_of(name: str) -> str:
    """The machine on which the figures kept under `name` were measured."""
    path = FOLDER / f"{name}.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["machine"])


def machine() -> str:
    """This machine and what runs on it, in words."""
    return (
        f"{_processor()}, {os.cpu_count()} processors, {platform.system()} {platform.machine()},"
        f" {platform.python_implementation()} {platform.python_version()}, spaCy"
        f" {spacy.__version__}"
    )


def _processor() -> str:
    """The processor's name, as far as the system tells it (Linux)."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unnamed processor")
