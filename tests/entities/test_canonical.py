"""All forms of a name in an article share its fullest form."""

import pytest

from dires.entities.canonical import is_acronym, same_spelling


def test_an_acronym_declared_in_the_text(canonical):
    names = canonical(
        "La Fédération des éleveurs de montagne (FEM) se réunit. La FEM demande des aides."
    )
    assert names["FEM"] == "Fédération des éleveurs de montagne"


def test_an_acronym_in_brackets_is_a_name(entities):
    found = entities("Le Fonds vert pour le climat (FVC) a décidé. Le FVC investira.")
    assert found.count(("FVC", "ORG")) == 2


def test_a_known_acronym_takes_the_form_that_the_article_gives(canonical):
    assert canonical("L'ONU a voté.")["ONU"] == "ONU"
    names = canonical("Les Nations unies ont voté. L'ONU se réunira.")
    assert names["ONU"] == names["Nations unies"] == "Nations unies"


def test_a_surname_an_initial_and_a_spelling_variant(canonical):
    names = canonical(
        "Kassym-Jomart Tokaïev a parlé. M. Tokaïev est parti."
        " Le président Kassym-Jomart Tokayev reviendra."
    )
    assert set(names.values()) == {"Kassym-Jomart Tokaïev"}


def test_two_people_of_one_family_stay_apart(canonical):
    names = canonical("Anne Lebrault et Paul Lebrault sont venus. Anne Lebrault a parlé.")
    assert names["Anne Lebrault"] != names["Paul Lebrault"]


def test_countries_have_their_usual_name(canonical):
    names = canonical("La République fédérale d'Allemagne et les Etats-Unis ont signé.")
    assert names["République fédérale d'Allemagne"] == "Allemagne"
    assert names["Etats-Unis"] == "États-Unis"


@pytest.mark.parametrize(
    ("acronym", "full", "expected"),
    [
        ("ocs", "organisation de cooperation de shanghai", True),
        ("fidh", "federation internationale des ligues des droits de l homme", True),
        ("onu", "organisation de cooperation de shanghai", False),
        ("a", "accord", False),
    ],
)
def test_acronyms_open_the_words_of_their_full_form(acronym, full, expected):
    assert is_acronym(acronym, full) is expected


def test_spelling_variants():
    assert same_spelling("tokaiev", "tokayev")
    assert not same_spelling("macron", "merkel")
