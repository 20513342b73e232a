"""Where established scorers measure the same thing, they find the same figures.

They know neither optional spans nor other labels, which is why they are not used themselves.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from seqeval.metrics import f1_score
from seqeval.scheme import IOB2

from dires.article import ENTITY_LABELS
from dires.evaluation import evaluate

WORDS = 12
TEXT = " ".join("mot" for _ in range(WORDS))


@st.composite
def tags(draw):
    """IOB2 tags of the words."""
    found = []
    while len(found) < WORDS:
        label = draw(st.sampled_from(["O", "O", *ENTITY_LABELS]))
        length = draw(st.integers(1, min(3, WORDS - len(found))))
        found += ["O"] * length if label == "O" else [f"B-{label}", *[f"I-{label}"] * (length - 1)]
    return found


def spans(tagged):
    found = []
    for at, tag in enumerate(tagged):
        if tag.startswith("B"):
            found.append({"start": 4 * at, "end": 4 * at + 3, "label": tag[2:]})
        elif tag.startswith("I"):
            found[-1]["end"] = 4 * at + 3
    return found


def measured(gold, predicted):
    records = [{"id": "a", "text": TEXT, "entities": spans(side)} for side in (gold, predicted)]
    return evaluate([records[0]], [records[1]], stages=["entities"])


@given(tags(), tags())
def test_strict_is_that_of_seqeval(gold, predicted):
    if spans(gold):
        found = measured(gold, predicted)["entities.strict.f1"]
        wanted = f1_score([gold], [predicted], mode="strict", scheme=IOB2, zero_division=0)
        assert found == pytest.approx(wanted)


@given(tags(), tags())
def test_strict_is_that_of_nervaluate(gold, predicted):
    if spans(gold):
        score = measured(gold, predicted).scores["entities.strict"]
        evaluator = Evaluator([spans(gold)], [spans(predicted)], list(ENTITY_LABELS))
        strict = evaluator.evaluate()["overall"]["strict"]
        assert (score.correct, score.predicted, score.gold) == (
            strict.correct,
            strict.actual,
            strict.possible,
        )
