"""Whose act it is, and who is heard reporting it."""

import pytest

import dires
from dires import layers


@pytest.fixture(scope="module")
def pipeline():
    return dires.load()


@pytest.fixture
def holders(pipeline):
    """(holder, reported by) of each statement of a text."""

    def find(text):
        return [
            (s.holder and s.holder.name, s.reported_by and s.reported_by.name)
            for s in layers.read(pipeline(text), "statements")
        ]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Turquie négocie. Ankara a promis de rouvrir la frontière.", "Turquie"),
        ("L'évêque de Nantes, Paul Aubrac, a appelé les fidèles à rester calmes.", "Paul Aubrac"),
        ("Ces associations réclament la gratuité des transports.", "associations"),
        (
            "La mairie et le port ont, par voie de communiqué, promis de planter mille arbres.",
            "mairie et port",
        ),
    ],
)
def test_holder(holders, text, expected):
    assert expected in [holder for holder, _ in holders(text)]


def test_who_reaffirms_the_support_of_a_country_reports_it(holders):
    found = holders("Marie Dubois a réaffirmé le soutien de la France à l'Arménie.")
    assert ("France", "Marie Dubois") in found


def test_the_parties_of_a_joint_declaration(holders):
    text = (
        "Déclaration commune des ministres de l'eau de la Suisse et de l'Autriche sur le Rhin\n\n"
        "Les ministres appellent les riverains à réduire leurs rejets. Nous saluons leurs efforts."
    )
    names = {holder for holder, _ in holders(text)}
    assert names == {"ministres de l'eau de la Suisse et de l'Autriche"}


def test_the_speaker_of_a_speech(holders):
    text = (
        "Discours de Mme Marie Dubois, ministre de l'eau, à Lyon\n\n"
        "Mesdames, Messieurs,\n\nNous doublerons nos aides. Il faut protéger les rivières."
    )
    assert {holder for holder, _ in holders(text)} == {"Marie Dubois"}


def test_the_byline_of_an_interview_names_who_asks(holders):
    text = (
        "Entretien\n\nMarie Dubois défend son plan.\n\nPropos recueillis par Anne Martin\n\n"
        "Que ferez-vous ?\n\nNous doublerons nos aides. Je propose une réunion aux riverains."
    )
    assert {holder for holder, _ in holders(text)} == {"Marie Dubois"}


def test_an_inverted_subject_of_a_relative_is_the_holder(nlp):
    doc = nlp("L'eau que réclame Bichkek depuis des mois manque en hiver.")
    (found,) = [span._.statement for span in doc.spans["statements"]]
    assert found.holder is not None
    assert found.holder.name == "Kirghizstan"
