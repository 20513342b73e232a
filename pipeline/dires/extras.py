"""Packages that only some inputs and outputs need: what to install where one is missing."""

from __future__ import annotations

from importlib.util import find_spec


def require(package: str, *, extra: str, what: str) -> None:
    """Raise `ImportError`, with what to install, where `what` needs a `package` that is missing."""
    parents = package.split(".")[:-1]
    if not all(map(find_spec, [*parents, package])):
        raise ImportError(f"{what} needs {package}: pip install 'dires[{extra}]'")
