"""Closed classes of French words, from ``grammar.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from dires.entities.words import plain


@cache
def grammar() -> dict[str, frozenset[str]]:
    """The lists of ``grammar.toml`` by name, plain (once a process)."""
    text = resources.files("dires.entities").joinpath("grammar.toml").read_text(encoding="utf-8")
    return {key: frozenset(map(plain, words)) for key, words in tomllib.loads(text).items()}
