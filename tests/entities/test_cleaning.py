"""Names come without what French news puts around them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le président Emmanuel Macron se rend à Berlin.", ("Emmanuel Macron", "PER")),
        ("Selon Mme Angela Merkel, la réforme avance.", ("Angela Merkel", "PER")),
        ("Il travaille pour l'agence Reuters depuis dix ans.", ("Reuters", "ORG")),
        ("La ville de Lyon accueillera le tournoi.", ("Lyon", "LOC")),
        ("L’Assemblée nationale a voté le texte.", ("Assemblée nationale", "ORG")),
        ("Le Kazakhstan accueillera le sommet.", ("Kazakhstan", "LOC")),
    ],
)
def test_titles_determiners_and_common_nouns_are_cut_off(entities, text, expected):
    assert expected in entities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les Français et les Italiens négocient depuis lundi.",
        "Cependant, la négociation continue.",
        "Négociation difficile : la négociation reprendra demain.",
        "Le gouvernement kazakh et le premier ministre ont signé.",
    ],
)
def test_demonyms_functions_and_first_words_are_no_names(entities, text):
    assert entities(text) == []


def test_a_name_never_crosses_a_line(entities):
    found = entities("Antonio Guterres\nAntonio Guterres rencontre Emmanuel Macron.")
    assert all("\n" not in text for text, _ in found)
    assert found.count(("Antonio Guterres", "PER")) == 2


def test_a_portfolio_is_no_name_but_a_ministry_is(entities):
    found = entities(
        "Le ministre de l'Europe et des Affaires étrangères a parlé."
        " Le ministère de l'Intérieur a répondu."
    )
    assert found == [("ministère de l'Intérieur", "ORG")]
