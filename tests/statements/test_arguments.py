"""Deadlines: the date that binds the act, not the day on which it was told."""

import pytest

from dires import dates
from dires.statements.arguments import deadline_of


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
    ],
)
def test_deadline(text, deadline):
    published = "2024-07-04"
    found = dates.find(text, published=published)
    every = range(len(found))
    assert deadline_of(found, every, content_start=0, published=published) == deadline
