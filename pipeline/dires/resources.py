"""What is known about French lies beside the code as data files; this reads them."""

from __future__ import annotations

import csv
import json
import tomllib
from importlib import resources
from typing import Any


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The data of the TOML file `name` in `package` (``read_toml(__package__, "cues.toml")``).

    `name` may lead into a folder below it (``rules/1_times.toml``). Nothing is cached: callers
    keep what they make of the data.
    """
    return tomllib.loads(_text(package, name))


def read_csv(package: str, name: str) -> list[dict[str, str]]:
    """The rows of the CSV file `name` in `package`, each by the names of its first line.

    Lines that begin with ``#`` are comments.
    """
    lines = _text(package, name).splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def read_json(package: str, name: str) -> dict[str, Any]:
    """The object in the JSON file `name` in `package`."""
    data: dict[str, Any] = json.loads(_text(package, name))
    return data


def _text(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text(encoding="utf-8")
