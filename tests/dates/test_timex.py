"""Finds as TIMEX3 tags: prepositions outside, ends of intervals and hours for themselves."""

from __future__ import annotations

import pytest

from dires.dates import find, timex3


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("jusqu'au 31 août", [("31 août", "2024-08-31")]),
        ("dès l'année 2026", [("l'année 2026", "2026")]),
        ("à l'automne", [("l'automne", "2024-FA")]),
        ("le 5 juillet", [("le 5 juillet", "2024-07-05")]),
        ("il y a trois ans", [("il y a trois ans", "2021")]),
        ("dans deux mois", [("dans deux mois", "2024-09")]),
        ("du 3 au 5 juillet", [("3", "2024-07-03"), ("5 juillet", "2024-07-05")]),
        ("de 2025 à 2030", [("2025", "2025"), ("2030", "2030")]),
        ("de 8 à 24 mois", [("8", "P8M"), ("24 mois", "P24M")]),
        ("hier vers 18 h", [("hier", "2024-07-03"), ("18 h", "2024-07-03T18:00")]),
        (
            "ce lundi, de 18 h à 23 h",
            [
                ("ce lundi", "2024-07-01"),
                ("18 h", "2024-07-01T18:00"),
                ("23 h", "2024-07-01T23:00"),
            ],
        ),
        ("d'ici 2030", [("ici", "PRESENT_REF"), ("2030", "2030")]),
    ],
)
def test_extents(text: str, tags: list[tuple[str, str]]) -> None:
    found = timex3(text, find(text, published="2024-07-04"))
    assert [(tag.text, tag.value) for tag in found] == tags
    assert all(tag.text == text[tag.start : tag.end] for tag in found)
