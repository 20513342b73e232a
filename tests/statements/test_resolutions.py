"""Who decides in a resolution, whose points have no subject."""

import pytest

from dires import layers

MOTION = (
    "Motion relative au bac de Kerloc\n\n"
    "Le conseil municipal de Plouzané, réuni à la mairie,\n\n"
    "Considérant que le bac est à l'arrêt depuis mai ;\n"
    "Se félicitant de la mobilisation des riverains ;\n\n"
    "1. Demande la remise en service du bac avant le 1er décembre 2023 ;\n"
    "2. S'engage à financer la moitié des travaux.\n"
)


@pytest.mark.parametrize("cue", ["Se félicitant", "engage"])
def test_the_body_above_the_recitals_decides(nlp, cue):
    statements = layers.read(nlp(MOTION), "statements")
    (found,) = [s for s in statements if cue in s.cue.text]
    assert found.holder.name == "conseil municipal de Plouzané"
    assert "body that resolves" in found.explanation


def test_other_texts_are_no_resolutions(nlp):
    text = "Selon la mairie,\n\nLe préfet demande la remise en service du bac avant décembre."
    (found,) = layers.read(nlp(text), "statements")
    assert found.holder.name == "préfet"


def test_who_acted_before_acts_on(nlp):
    text = "La ville de Brest a promis une crèche. Deux écoles seront rénovées en mars 2027."
    first, second = layers.read(nlp(text), "statements")
    assert first.holder.name == second.holder.name
    assert "holder of the act before" in second.explanation


def test_who_signs_a_text_in_the_first_person_speaks(nlp):
    text = (
        "Chronique – Le bus\n\npar Emma Durand\n\nJ'ai grandi ici. Je prends le bus depuis mes six "
        "ans, et je m'engage à compter mes retards. Je demande un bus à 6 heures."
    )
    statements = layers.read(nlp(text), "statements")
    assert {s.holder.name for s in statements if s.holder} == {"Emma Durand"}
