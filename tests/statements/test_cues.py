"""Every cue finds its own examples: label, words and holder."""

from __future__ import annotations

import pytest

from dires.article import Statement
from dires.statements.cues import CueRule, Example, cue_rules
from dires.statements.future import future_rules
from dires.statements.urging import urging_rules

RULES = (*cue_rules(), *future_rules().values(), *urging_rules().values())
CASES = [(rule, example) for rule in RULES for example in rule.examples]


def _id(value: object) -> str:
    return value.id if isinstance(value, CueRule) else ""


@pytest.fixture(scope="module")
def statements(nlp) -> dict[str, tuple[Statement, ...]]:
    texts = {example.text for _, example in CASES}
    return {doc.text: doc for doc in nlp.pipe(texts)}


@pytest.mark.parametrize(("rule", "example"), CASES, ids=_id)
def test_example_is_found(statements, rule: CueRule, example: Example):
    found = [s._.statement for s in statements[example.text].spans["statements"]]
    same = [s for s in found if s.label == rule.label and s.text == example.span]
    assert same, f"found only {[(s.label, s.text, s.explanation) for s in found]}"
    if example.holder:
        assert same[0].holder is not None, same[0].explanation
        assert same[0].holder.name == example.holder, same[0].explanation


def test_ids_are_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


def test_examples_are_written_once():
    texts = [example.text for _, example in CASES]
    assert len(texts) == len(set(texts))
