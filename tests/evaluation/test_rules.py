"""The tally behind confidences: hits and false alarms by rule, optional gold not counted."""

from __future__ import annotations

from dires.article import Article, Cue, Statement
from dires.evaluation.rules import tally


def _statement(start: int, end: int, rule: str) -> Statement:
    return Statement(
        start, end, "", "pledge", Cue(start, start + 1, ""), explanation=f"{rule} at « x »"
    )


def test_tally():
    text = "a" * 100
    gold = [
        {
            "id": "a",
            "text": text,
            "statements": [
                {"start": 0, "end": 10, "label": "pledge"},
                {"start": 20, "end": 30, "label": "pledge", "optional": True},
            ],
        }
    ]
    found = (
        _statement(0, 9, "pledge.a"),
        _statement(20, 29, "pledge.a"),
        _statement(40, 50, "pledge.a"),
        _statement(60, 70, "pledge.b"),
    )
    article = Article(id="a", text=text, statements=found)
    assert list(tally(gold, [article])) == [("pledge.a", 1, 2), ("pledge.b", 0, 1)]
