"""Whose act it is: weights are fitted to what annotated texts choose."""

from __future__ import annotations

import tomllib

import pytest

pytest.importorskip("sklearn")

from dires.statements.candidates import Candidate
from dires.statements.preference import Preference, shipped_preference
from dires.training.documents import Annotated
from dires.training.holders import Choice, accuracy, choices_of, fit, markdown, write_preference

TEXT = "La Suède a salué l'accord. Le maire promet une crèche."


def choice(right: int) -> Choice:
    """Who is heard is the holder; whom the rules name is not always."""
    candidates = [
        Candidate(None, True, {"own": 1.0}),
        Candidate(None, False, {"heard": float(right == 1)}),
    ]
    return Choice(candidates, [right == 0, right == 1])


def test_what_tells_the_right_one_weighs_most():
    preference = fit([choice(1) for _ in range(400)] + [choice(0) for _ in range(400)])
    assert preference.weights["heard"] > preference.weights["own"]
    assert accuracy([choice(1), choice(0)], preference) == 1.0
    assert accuracy([choice(1), choice(0)]) == 0.5  # the rules alone
    assert accuracy([]) == 0.0


def test_what_is_rare_is_not_weighed():
    assert fit([choice(1)]).weights == {}


def test_a_text_puts_a_choice_for_each_required_statement(nlp):
    gold = [
        {"start": 9, "end": 25, "label": "endorsement", "holder": "Suède"},
        {"start": 36, "end": 53, "label": "pledge", "holder": "maire", "optional": True},
    ]
    text = Annotated("own", "1", nlp(TEXT), gold)
    (found,) = choices_of(text)
    chosen = [c for c, right in zip(found.candidates, found.right, strict=True) if right]
    assert [c.actor.name for c in chosen] == ["Suède"]
    assert found.is_right(None)
    assert "| own | 1 | 1.000 | " in markdown([text], shipped_preference())


def test_weights_are_written_as_they_are_read(tmp_path):
    preference = Preference({"own by subject": 1.5, "heard": -0.25})
    write_preference(preference, tmp_path / "preference.toml")
    written = tomllib.loads((tmp_path / "preference.toml").read_text())
    assert Preference(**written) == preference
