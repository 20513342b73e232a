"""Names are found by the lexicon, by how they are built and by the rest of the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.entities.lexicon import lexicon
from dires.entities.words import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elle préside l'Organisation de coopération de Shanghai depuis un an.",
            ("Organisation de coopération de Shanghai", "ORG"),
        ),
        ("Ils soutiennent l'Accord de Paris.", ("Accord de Paris", "MISC")),
        ("Tous citent la Charte de l'ONU.", ("Charte de l'ONU", "MISC")),
        ("Un Conseil des banques centrales turcophones naîtra.", None),
        ("Le projet crée un Fonds de solidarité énergétique.", None),
        ("Le Sénat du Burundi a tranché.", ("Sénat du Burundi", "ORG")),
        ("Les ÉTATS-UNIS ont signé.", ("ÉTATS-UNIS", "LOC")),
    ],
)
def test_known_and_built_names(entities, text, expected):
    found = entities(text)
    if expected is None:
        # The whole built name is one name.
        assert len(found) == 1
        assert len(found[0][0].split()) >= 3
        assert found[0][1] == "ORG"
    else:
        assert expected in found


def test_the_longest_name_wins(entities):
    found = entities("La réunion du Conseil de la jeunesse de l'OCS aura lieu demain.")
    assert found == [("Conseil de la jeunesse de l'OCS", "ORG")]


def test_a_surname_is_a_person_where_the_full_name_stands(entities):
    found = entities(
        "Marie Valandier, la maire de Trévigny, a parlé. Selon Valandier, tout ira bien."
    )
    assert ("Valandier", "PER") in found


def test_one_form_has_one_label(entities):
    found = entities(
        "La ministre Aline Korvéan est venue. Aline Korvéan a salué Paris. Korvéan reviendra."
    )
    assert {label for text, label in found if "Korvéan" in text} == {"PER"}


def test_every_known_name_is_looked_up_by_its_own_forms():
    table = lexicon()
    for forms in table.forms.values():
        for form, surface, _ in forms:
            assert plain(surface) == form
            known = table.look_up(surface)
            assert known is not None
            assert known.label in {"PER", "ORG", "LOC", "MISC"}


def test_adjectives_lead_to_countries():
    table = lexicon()
    assert table.countries[table.adjectives["kazakhe"]] == "Kazakhstan"
    assert table.countries[table.adjectives["neo-zelandaises"]] == "Nouvelle-Zélande"


@given(st.text(max_size=30))
def test_plain_is_idempotent(word):
    assert plain(plain(word)) == plain(word)
