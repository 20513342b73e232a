"""The forms of the cue verbs, with the changes of stem that spelling asks for."""

from __future__ import annotations

import pytest

from dires.statements.conjugation import forms, infinitive_of, is_finite_form


@pytest.mark.parametrize(
    ("infinitive", "expected"),
    [
        ("proposer", {"propose", "proposent", "proposera", "proposé", "proposées", "proposant"}),
        ("suggérer", {"suggère", "suggérons", "suggérera", "suggéré"}),
        ("appeler", {"appelle", "appellent", "appelons", "appellera", "appelé"}),
        ("exiger", {"exige", "exigeons", "exigeait", "exigeant"}),
        ("annoncer", {"annonce", "annonçons", "annonçait", "annonçant"}),
        ("garantir", {"garantit", "garantissent", "garantira", "garantissant"}),
    ],
)
def test_forms(infinitive: str, expected: set[str]):
    assert expected <= set(forms(infinitive))


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("demande", "demander"),
        ("invite", "inviter"),
        ("promet", "promettre"),
        ("insiste", "insister"),
    ],
)
def test_infinitive_of(form: str, infinitive: str):
    assert infinitive_of(form) == infinitive


def test_unknown_form():
    assert infinitive_of("maison") is None


def test_finite_forms():
    assert is_finite_form("demandent")
    assert not is_finite_form("demandé")
    assert not is_finite_form("demandant")
