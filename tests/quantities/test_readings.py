"""Each rule of the readings finds what its examples say, under its own name."""

from __future__ import annotations

from typing import Any

import pytest

from dires.quantities import find, measures
from dires.quantities.readings import readings

EXAMPLES = [(reading["rule"], example) for reading in readings() for example in reading["examples"]]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda p: str(p)[:50])
def test_example(rule: str, example: dict[str, Any]) -> None:
    found = [q for q in find(example["text"]) if q.text == example["found"]]
    assert found, [q.text for q in find(example["text"])]
    assert found[0].rule == rule
    assert found[0].value == pytest.approx(example["value"])
    assert (found[0].unit or "") == example["unit"]
    assert (found[0].low, found[0].high) == (example.get("low"), example.get("high"))


@pytest.mark.parametrize("unit", measures.contextual(), ids=lambda u: u.symbol)
def test_a_unit_is_known_by_its_context(unit: measures.Contextual) -> None:
    [found] = find(unit.example["text"])
    assert (found.value, found.unit) == (unit.example["value"], unit.symbol)
