"""Quality floors on the project's own gold: no change makes a stage worse unnoticed.

A floor lies a little under what was measured when it was set. It is lowered only on purpose, with
the reason in the commit message; the digests say which gold the floors belong to. The test split
has floors too, but nobody reads its errors.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import dires
from dires import corpus
from dires.evaluation import Evaluation, evaluate, predict

DIGESTS = {"dev": "b10b17fb390373cc", "test": "1231d4d9b4901b7b"}
# By figure: of fast mode on dev and test, of accurate mode on dev and test.
RUNS = (("fast", "dev"), ("fast", "test"), ("accurate", "dev"), ("accurate", "test"))
FLOORS = {
    "segments.kind.accuracy": (0.9, 0.92, 0.9, 0.92),
    "entities.strict.f1": (0.73, 0.75, 0.83, 0.85),
    "dates.relaxed.f1": (0.97, 0.96, 0.97, 0.96),
    "dates.value.f1": (0.93, 0.9, 0.93, 0.9),
    "dates.modifier.f1": (0.9, 0.94, 0.9, 0.94),
    "quantities.value.f1": (0.96, 0.95, 0.96, 0.95),
    "quantities.unit.accuracy": (0.9, 0.89, 0.9, 0.89),
    "statements.relaxed.f1": (0.68, 0.63, 0.84, 0.81),
    "statements.iou50.f1": (0.62, 0.59, 0.79, 0.77),
    "statements.holder.accuracy": (0.71, 0.67, 0.69, 0.67),
    "statements.deadline.accuracy": (0.87, 0.74, 0.88, 0.79),
}


@pytest.fixture(scope="module", params=RUNS, ids="-".join)
def run(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


@pytest.fixture(scope="module")
def evaluation(run: tuple[str, str]) -> Evaluation:
    mode, split = run
    return evaluate(corpus.load(split), predict(corpus.load(split), dires.load(mode)))


@pytest.mark.parametrize("split", DIGESTS)
def test_the_gold_is_the_one_the_floors_were_set_on(split: str):
    assert hashlib.sha256(corpus.path(split).read_bytes()).hexdigest()[:16] == DIGESTS[split]


def test_no_article_failed(evaluation: Evaluation):
    assert not evaluation.missing
    assert not evaluation.changed


@pytest.mark.parametrize("figure", FLOORS)
def test_floor(evaluation: Evaluation, run: tuple[str, str], figure: str):
    assert evaluation[figure] >= FLOORS[figure][RUNS.index(run)]


DATED = Path(__file__).parents[2] / "annotations" / "dates.jsonl"
DATE_FLOORS = {"dates.relaxed.f1": 0.97, "dates.value.f1": 0.88, "dates.modifier.f1": 0.96}


def test_dates_of_articles_written_for_them():
    """Articles full of times, in which a rule that is bent for another shows at once."""
    gold = [json.loads(line) for line in DATED.read_text(encoding="utf-8").splitlines()]
    found = [
        {**r, "dates": [d.to_dict() for d in dires.dates.find(r["text"], published=r["published"])]}
        for r in gold
    ]
    evaluation = evaluate(gold, found, stages=["dates"])
    assert {
        figure: evaluation[figure]
        for figure in DATE_FLOORS
        if evaluation[figure] < DATE_FLOORS[figure]
    } == {}
