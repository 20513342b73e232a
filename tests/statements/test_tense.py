"""Future and conditional are told by their endings, and nothing else is taken for them."""

from __future__ import annotations

import pytest

from dires.statements.tense import is_conditional_form, is_future_form


@pytest.mark.parametrize(
    "form",
    ["doublerons", "sera", "feront", "accueillera", "mettra", "devra", "pourra", "verra", "aura",
     "conclura", "naîtra", "recevra", "iront", "vivra", "poursuivrons", "résoudra", "tiendra"],
)  # fmt: skip
def test_future(form: str):
    assert is_future_form(form)
    assert not is_conditional_form(form)


@pytest.mark.parametrize("form", ["reprendraient", "serait", "fermerait", "devrait", "irait"])
def test_conditional(form: str):
    assert is_conditional_form(form)
    assert not is_future_form(form)


@pytest.mark.parametrize(
    "form",
    ["espérons", "tira", "montra", "livra", "assura", "déclara", "entrons", "parcourons", "ouvrons",
     "serra", "rencontra", "effondra", "jura", "célébra", "tirait", "assurait", "montrait",
     "livrait", "préparait", "demeurait", "considérait"],
)  # fmt: skip
def test_stems_in_r(form: str):
    assert not is_future_form(form)
    assert not is_conditional_form(form)
