"""Every rule is shown to find what its examples say, with the value they say."""

from __future__ import annotations

from typing import Any

import pytest

from dires.dates import find
from dires.dates.rules import Rule, grammar

RULES = [rule for level in grammar().levels for rule in level]
EXAMPLES = [
    pytest.param(rule.id, example, id=f"{rule.id}: {example['text'][:40]}")
    for rule in RULES
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: str, example: dict[str, Any]) -> None:
    dates = find(example["text"], published=example.get("published"))
    if "found" not in example:
        assert dates == []
        return
    matching = [date for date in dates if example["found"].lower() in date.text.lower()]
    assert matching, f"{example['found']!r} is not within {[date.text for date in dates]}"
    for key in ("value", "modifier", "type", "earliest", "latest"):
        if key in example:
            assert getattr(matching[0], key) == example[key]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert rule.examples or rule.make == "number"


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
