"""Deadlines: the date that binds the act, not the day on which it was told."""

import pytest

from dires import dates
from dires.statements.arguments import deadline_of, end_of_date


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("ouvrir le pont en mai, d'ici fin 2026", "2026"),
        ("accueillir jeudi, dès le mois d'octobre, des pourparlers", "2024-10"),
        ("rendre son avis dans un délai de six mois", "2025-01"),
        ("rendre son avis dans un délai de dix jours", "2024-07-14"),
        ("planter des arbres pendant dix ans", None),
        ("siéger du 3 au 5 septembre 2024", "2024-09-05"),
        ("l'usine, fermée depuis 2020", None),
        ("rendre son avis dans un délai de 30 minutes", "2024-07-04"),
        ("ouvrir le guichet de 10 heures à 18 heures", None),
    ],
)
def test_deadline(text, deadline):
    for published in ("2024-07-04", "2024-07-04T09:00"):
        found = dates.find(text, published="2024-07-04")
        every = range(len(found))
        assert deadline_of(found, every, content_start=0, published=published) == deadline


def test_the_day_of_publication_is_not_past():
    found = dates.find("ouvrir ce soir", published="2024-07-04")
    assert deadline_of(found, [0], content_start=0, published="2024-07-04T09:00") == "2024-07-04"


def test_no_statement_is_cut_inside_a_date():
    text = "planter des arbres d'ici fin 2030 et ouvrir le pont en mai 2031"
    found = dates.find(text, published="2024-07-04")
    ends = [end_of_date(at, found) for at in range(len(text) + 1)]
    whole = {at: d.end for d in found for at in range(d.start + 1, d.end)}
    assert len(found) == 2
    assert ends == [whole.get(at, at) for at in range(len(text) + 1)]
