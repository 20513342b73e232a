"""The pages of ``docs`` show what the rules find now: ``python docs/tables.py`` writes them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "docs" / "tables.py"


@pytest.mark.parametrize("name", ["dates.md", "quantities.md"])
def test_page_is_up_to_date(name: str) -> None:
    spec = importlib.util.spec_from_file_location("tables", TABLES)
    assert spec is not None
    assert spec.loader is not None
    tables = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tables)
    assert (TABLES.parent / name).read_text(encoding="utf-8") == tables.page(name), (
        "run: python docs/tables.py"
    )
