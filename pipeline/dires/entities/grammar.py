"""Closed classes of French words, from ``grammar.toml``."""

from __future__ import annotations

from functools import cache

from dires.entities.words import plain
from dires.resources import read_toml


@cache
def grammar() -> dict[str, frozenset[str]]:
    """The lists of ``grammar.toml`` by name, plain (once a process)."""
    lists = read_toml(__package__, "grammar.toml")
    return {key: frozenset(map(plain, words)) for key, words in lists.items()}
