"""Titles of works are no dates, whatever they begin with; quoted speech is read on."""

import pytest

from dires import dates


@pytest.mark.parametrize(
    "text",
    [
        "Elle relit le roman « Trois jours à Guéret ».",
        "L'exposition « Juin 36, les canuses en grève » ouvre ses portes.",
        "La troupe joue « Un dimanche à la mer ».",
        "Le tube de Solange « Samedi soir » passe partout.",
    ],
)
def test_what_a_title_begins_with_is_no_date(text):
    assert dates.find(text, published="2024-07-04") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le maire répond : « Mardi, nous voterons. »", "Mardi"),
        ("Elle présente « le 12 mai » comme un tournant.", "le 12 mai"),
        ("« Demain, on joue », dit-il.", "Demain"),
    ],
)
def test_quoted_speech_is_read(text, found):
    assert [date.text for date in dates.find(text, published="2024-07-04")] == [found]
