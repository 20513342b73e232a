"""A promise that its own sentence calls broken is not reported as a pledge."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "L'armée avait promis d'évacuer le port en juin et n'en a rien fait.",
        "Le patron avait promis une prime qui n'est jamais arrivée.",
        "La région avait promis de rouvrir la ligne, mais l'annonce est restée lettre morte.",
    ],
)
def test_broken_promise(nlp, text: str):
    assert not [s for s in nlp(text).spans["statements"] if s.label_ == "pledge"]


def test_a_promise_that_still_stands(nlp):
    doc = nlp("L'armée avait promis d'évacuer le port avant la fin du mois.")
    assert [s.label_ for s in doc.spans["statements"]] == ["pledge"]
