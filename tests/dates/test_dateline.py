"""An article that names its own day needs no other to resolve its dates."""

from __future__ import annotations

import pytest

from dires.dates.dateline import dateline
from dires.segmentation import segment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le port rouvre\n\nDAKAR, 12 février 2024 (Agence) - Le port a rouvert.", "2024-02-12"),
        ("Le port rouvre\n\nPar Awa Diop, le 3 mars 2023\n\nLe port a rouvert hier.", "2023-03-03"),
        ("Le port rouvre\n\nPublié le 3 mars 2023 à 14h05\n\nLe port a rouvert.", "2023-03-03"),
        ("Le port rouvre\n\nLe port a rouvert le 3 mars 2023, selon la mairie.", None),
        ("Le port rouvre\n\nPar Awa Diop\n\nLe port a rouvert hier.", None),
    ],
)
def test_dateline(text: str, day: str | None):
    assert dateline(text, segment(text)) == day


def test_relative_dates_follow_the_dateline(nlp):
    doc = nlp("Le port rouvre\n\nDAKAR, 12 février 2024 (Agence) - Le port a rouvert hier.")
    assert doc._.published == "2024-02-12"
    assert "2024-02-11" in [span._.date.value for span in doc.spans["dates"]]


def test_a_given_day_comes_first(nlp):
    doc = nlp.make_doc("DAKAR, 12 février 2024 (Agence) - Le port a rouvert hier.")
    doc._.published = "2024-02-13"
    assert "2024-02-12" in [span._.date.value for span in nlp(doc).spans["dates"]]
