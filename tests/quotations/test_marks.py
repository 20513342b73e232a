"""Quotation marks of every kind, paired, nested, repeated, and left open."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires import quotations
from dires.quotations import marks


def inner(text):
    return [text[q.start : q.end] for q in marks.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un « mot » et « deux ».", ["mot", "deux"]),
        ("« Il dit « oui » à tous », dit-elle.", ["Il dit « oui » à tous"]),
        ("« Il dit “oui” à tous », dit-elle.", ["Il dit “oui” à tous"]),
        ('Un "mot" et "deux".', ["mot", "deux"]),
        ("<< Un mot >> suit.", ["Un mot"]),
        ("« Un.\n\n« Deux. »\n\nTrois.", ["Un.\n\n« Deux."]),
        ("« Un.\nDeux », dit-il.", ["Un.\nDeux"]),
        ("« Ouvert.\n\nLe reste.", ["Ouvert."]),
        (
            "« Ouvert. Le maire part. « Oui », dit-il. « Non », dit-elle.",
            ["Ouvert. Le maire part.", "Oui", "Non"],
        ),
        ('Une seule " marque.\nUn "mot".', ["mot"]),
        ("Fermé » sans ouverture.", []),
        ("«» vide", []),
    ],
)
def test_pairs(text, expected):
    assert inner(text) == expected


PIECES = [
    "« ",
    " »",
    "“",
    "”",
    '"',
    " a dit ",
    "Paul Roy",
    ", ",
    ". ",
    "\n",
    "\n\n",
    " que ",
    " : ",
]
WORDS = ["selon ", "le maire", " -t-il", "– Oui, dit-il.", "Nous irons loin", "'", "["]


@given(st.lists(st.sampled_from([*PIECES, *WORDS]), max_size=25).map("".join))
def test_quotations_are_ordered_and_inside_the_text(text):
    found = quotations.find(text)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for quotation in found:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.text == text[quotation.start : quotation.end] == quotation.text.strip()
    direct = [q for q in found if q.kind == "direct"]
    assert all(a.end <= b.start for a, b in pairwise(direct))
