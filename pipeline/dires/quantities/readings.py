"""What the rules that a quantity carries in `rule` are about, with their examples."""

from __future__ import annotations

from typing import Any

from dires.resources import read_toml


def readings() -> list[dict[str, Any]]:
    """The rules of ``readings.toml``: ``rule``, ``about``, ``examples``."""
    found: list[dict[str, Any]] = read_toml(__package__, "readings.toml")["reading"]
    return found
