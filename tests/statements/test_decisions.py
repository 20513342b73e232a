"""The decisions of the annotation guide, one by one, on sentences written for them."""

from __future__ import annotations

import pytest

from dires.article import Statement


@pytest.fixture(scope="module")
def find(nlp):
    def found(text: str, *, published: str | None = None) -> list[Statement]:
        doc = nlp.make_doc(text)
        doc._.published = published
        return [span._.statement for span in nlp(doc).spans["statements"]]

    return found


def _said(statements: list[Statement]) -> list[tuple[str, str]]:
    return [(statement.label, statement.text) for statement in statements]


def test_two_cues_are_two_statements(find):
    found = find("La Suède a salué l'accord et a appelé les parties à le signer.")
    assert _said(found) == [
        ("endorsement", "a salué l'accord"),
        ("proposal", "a appelé les parties à le signer"),
    ]


def test_contents_with_deadlines_of_their_own_are_split(find):
    found = find(
        "Le Maroc s'est engagé à réduire ses émissions de 18 % d'ici 2030 et à fermer ses "
        "centrales à charbon d'ici 2040."
    )
    assert [s.deadline for s in found] == ["2030", "2040"]
    assert {s.holder.name for s in found if s.holder} == {"Maroc"}


def test_contents_without_them_are_one(find):
    found = find("Le Maroc s'est engagé à réduire ses émissions et à protéger ses forêts.")
    assert len(found) == 1


def test_acts_may_be_nested(find):
    found = find("Il a salué la stratégie du Ghana visant à doubler l'accès à l'eau d'ici 2035.")
    assert [s.label for s in found] == ["endorsement", "pledge"]
    outer, inner = found
    assert outer.start < inner.start < inner.end <= outer.end
    assert inner.holder is not None
    assert inner.holder.name == "Ghana"
    assert inner.deadline == "2035"


def test_a_reporter_is_not_the_holder(find):
    (found,) = find("Amina Sow a souligné que le Sénégal s'engageait à planter des arbres.")
    assert found.holder is not None
    assert found.holder.name == "Sénégal"
    assert found.reported_by is not None
    assert found.reported_by.name == "Amina Sow"


def test_direct_speech_is_the_speakers(find):
    (found,) = find("« Nous doublerons notre aide aux éleveurs », a déclaré Amina Sow.")
    assert found.label == "pledge"
    assert found.holder is not None
    assert found.holder.name == "Amina Sow"


@pytest.mark.parametrize(
    "text",
    [
        "La ministre n'a pas promis de rouvrir la ligne.",
        "La commune a organisé 80 concerts l'an dernier.",
        "Le président a rencontré son homologue à Dakar.",
        "L'inflation devrait stimuler les exportations.",
        "Elle a engagé un avocat pour défendre son frère.",
        "Que propose la ministre ?",
    ],
)
def test_not_statements(find, text: str):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("La Turquie s'est dite prête à accueillir les négociations.", "conditional"),
        ("La Turquie accueillera les négociations.", "asserted"),
        ("Il faudrait renforcer les contrôles.", "asserted"),
    ],
)
def test_modality(find, text: str, modality: str):
    (found,) = find(text)
    assert found.modality == modality


def test_the_end_of_a_period_is_the_deadline(find):
    (found,) = find("Le Bénin accueillera un festival du 3 au 9 mai 2027.")
    assert found.deadline == "2027-05-09"


def test_the_day_of_saying_is_no_deadline(find):
    (found,) = find(
        "Le maire a promis mardi de rouvrir la piscine avant le 1er juin 2025.",
        published="2025-02-12",
    )
    assert found.deadline == "2025-06-01"


def test_whoever_is_asked_is_the_addressee(find):
    (found,) = find("Le Togo a exhorté le Ghana à rouvrir la frontière.")
    assert found.addressee is not None
    assert found.addressee.name == "Ghana"


def test_titles_count_and_boilerplate_does_not(find):
    found = find(
        "Le Togo promet de rouvrir sa frontière\n\n"
        "Les commerçants attendaient la nouvelle depuis des mois.\n\n"
        "Newsletter\n\nPour rester informé, inscrivez-vous à notre newsletter"
    )
    assert _said(found) == [("pledge", "promet de rouvrir sa frontière")]


def test_every_statement_explains_itself(find):
    (found,) = find("Le Togo a exhorté le Ghana à rouvrir la frontière.")
    assert found.explanation.startswith("proposal.")
    assert "holder: subject" in found.explanation
    assert found.cue.text == "a exhorté"
    assert 0 < found.confidence < 1


def test_nobody_is_his_own_addressee(find):
    (found,) = find("Le plan approuvé par Amina Sow dort dans un tiroir.")
    assert found.label == "endorsement"
    assert found.holder is not None
    assert found.holder.name == "Amina Sow"
    assert found.addressee is None
