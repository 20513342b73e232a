"""Whose act it is, and who is heard reporting it."""

import pytest

import dires
from dires import layers


@pytest.fixture(scope="module")
def pipeline():
    return dires.load("fast")


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
        ("La direction cède sur les horaires. Elle versera une prime en mai.", "direction"),
        (
            "Le bourgmestre Fabrice Hanquet a écouté. Le bourgmestre promet un abri.",
            "Fabrice Hanquet",
        ),
        ("Pro Lemano, satisfait dans l'ensemble, demande un délai au canton.", "Pro Lemano"),
        ("Italie : Macron propose une trêve\n\nEmmanuel Macron a parlé mardi.", "Emmanuel Macron"),
        ("La ville exige que les armateurs paient et prie le port de patienter.", "ville"),
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


def test_the_turns_of_a_transcript(holders):
    text = (
        "Commission de l'eau\n\n"
        "01.01 Anne DELVAUX (Verts) : Le niveau baisse depuis mars. Je demande un moratoire.\n\n"
        "01.02 Paul AUBRAC, ministre : Merci de la question. Nous rouvrirons le captage en mai.\n"
    )
    assert [holder for holder, _ in holders(text)] == ["Anne DELVAUX", "Paul AUBRAC"]


def test_who_is_asked_in_the_heading_answers(holders):
    text = (
        "Trois questions à Marie Dubois, hydrologue\n\n"
        "Que faut-il faire ?\nJe demande que les vannes restent fermées jusqu'en juin.\n"
    )
    assert ("Marie Dubois", None) in holders(text)


def test_those_who_introduce_themselves_as_we(holders):
    text = (
        "Eau : le sommet de Liège\n\n"
        "Nous, ministres de l'eau du Benelux, nous sommes réunis lundi.\n\n"
        "Nous saluons la réouverture du canal.\n"
    )
    assert "ministres de l'eau du Benelux" in [holder for holder, _ in holders(text)]


def test_a_quotation_belongs_to_whoever_is_introduced_before_it(holders):
    text = (
        "Réaction immédiate de la présidente du groupe, Marie Dubois : « Ce texte est indigne. "
        "Nous saisirons le Conseil constitutionnel en mai. »"
    )
    assert ("Marie Dubois", None) in holders(text)


def test_the_reporter_of_news_is_not_its_speaker(holders):
    text = (
        "Chicoutimi : l'hôpital attend\n\nPar Myriam Tremblay\n\n"
        "Le bail est prêt, mais rien n'est signé. « Nous ouvrirons l'aile en mai. Nous l'avons "
        "dit, nous le ferons, et je le répète à nos voisins comme à mes collègues. »\n"
    )
    assert "Myriam Tremblay" not in [holder for holder, _ in holders(text)]
