"""A currency named without its country is that of the country the text is about."""

from __future__ import annotations

import pytest

from dires.quantities import find


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Le canton de Vaud versera 400 francs.", "CHF"),
        ("À Dakar, le sac coûte 20 000 francs.", "XOF"),
        ("Le Maroc y consacre 2 millions de dirhams.", "MAD"),
        ("Le semencier danois verserait 2 millions de couronnes.", "DKK"),
        ("Elle a payé 30 francs suisses à Dakar.", "CHF"),
        ("Il lit 40 livres à Beyrouth.", "livre"),
        ("Elle a payé 400 francs.", "franc"),
    ],
)
def test_the_country_around(text: str, unit: str) -> None:
    assert [q.unit for q in find(text)] == [unit]


def test_a_country_far_away_says_nothing() -> None:
    text = "En Suisse. " + "Le temps passe. " * 200 + "Elle a payé 400 francs."
    assert [q.unit for q in find(text)] == ["franc"]
