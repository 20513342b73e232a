"""Intervals hold the figure, repeat with their seed, and narrow with more articles."""

import pytest

from dires.evaluation import Score, evaluate
from dires.evaluation.bootstrap import intervals

FIGURE = "statements.relaxed"


def scores(articles):
    return {FIGURE: [Score(i % 4, 4, 4) for i in range(articles)]}


def test_the_interval_holds_the_figure_and_repeats():
    found = intervals(scores(40), resamples=500, seed=3)[FIGURE]
    assert found.low < 1.5 / 4 < found.high
    assert intervals(scores(40), resamples=500, seed=3)[FIGURE] == found
    assert intervals(scores(40), resamples=500, seed=4)[FIGURE] != found


def test_more_articles_narrow_it():
    few = intervals(scores(8), resamples=500, seed=0)[FIGURE]
    many = intervals(scores(400), resamples=500, seed=0)[FIGURE]
    assert many.high - many.low < few.high - few.low


def test_accuracy_is_of_the_gold():
    found = intervals({"statements.holder": [Score(1, 9, 2)] * 5}, resamples=50, seed=0)
    assert found["statements.holder"] == (0.5, 0.5)


def test_evaluate_gives_them_on_request():
    text = "Lyon promet."
    gold = [
        {"id": str(i), "text": text, "statements": [{"start": 5, "end": 11, "label": "pledge"}]}
        for i in range(4)
    ]
    assert evaluate(gold, gold).intervals == {}
    measured = evaluate(gold, gold[:2], bootstrap=200)
    low, high = measured.intervals[FIGURE]
    assert low < measured[f"{FIGURE}.f1"] < high
    assert measured.to_dict()["scores"][FIGURE]["f1_interval"] == [low, high]
    with pytest.raises(ValueError, match="resamples"):
        evaluate(gold, gold, bootstrap=-1)
