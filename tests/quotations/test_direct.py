"""Direct speech, its speaker and its cue; words in quotation marks that are no speech."""

import pytest

from dires import quotations

SPEECH = [
    ("« Nous doublerons l’aide », a déclaré la ministre Anne Dupont.", "Anne Dupont", "a déclaré"),
    ("« Nous irons » , a-t-elle ajouté.", None, "a-t-elle ajouté"),
    ("Paul Roy a affirmé : « Rien n'est perdu. »", "Paul Roy", "a affirmé"),
    ("Le maire, Paul Roy, a écrit à ce propos : « C'est fini. »", "Paul Roy", "a écrit"),
    ("Paul Roy, maire du Val, assure que « tout est prêt ».", "Paul Roy", "assure"),
    ("Selon le préfet, « la route est coupée depuis ce matin ».", "le préfet", "Selon"),
    ("« La route est coupée », selon le préfet.", "le préfet", "selon"),
    ("“Nous sommes prêts”, répond le général Jean Roux.", "Jean Roux", "répond"),
    ('"Nous sommes prêts", répond le ministère de la Mer.', "le ministère de la Mer", "répond"),
    ("« Nous irons, a promis Anne Dupont, jusqu'au bout. »", "Anne Dupont", "a promis"),
    ("« Nous irons, assure-t-elle, jusqu'au bout. »", None, "assure-t-elle"),
    ("« C'est grave », s'est alarmée la maire Ana Ruiz.", "Ana Ruiz", "s'est alarmée"),
    ("« C'est grave », s'inquiète Ana Ruiz, la maire.", "Ana Ruiz", "s'inquiète"),
    ("Anne Dupont : « Il faut une loi avant la fin de l'année. »", "Anne Dupont", None),
    ("Pour Anne Dupont, « il faut une loi ».", "Anne Dupont", "Pour"),
    ("Selon « Le Courrier », « la route est coupée ».", "Le Courrier", "Selon"),
    ("« On ne lâchera rien. »\n— Anne Dupont, députée", "Anne Dupont", None),
    ("– Je viens demain, répondit Marie.", "Marie", "répondit"),
]

NO_SPEECH = [
    "Sous le slogan « ENSEMBLE! », il a souligné l'importance du sport.",
    "Le colloque porte sur le thème « Construire un avenir durable par le rail et l'eau ».",
    "Le maire a dénoncé une « agression brutale » contre les pompiers.",
    "Le « grand soir » attendra, a dit Paul Roy.",
    'Le journal "Le Courrier" a annoncé la nouvelle.',
    "« Le Courrier » a annoncé la nouvelle.",
    'Il mesure 5" de haut et 6" de large.',
]


@pytest.mark.parametrize(("text", "speaker", "cue"), SPEECH)
def test_speech(text, speaker, cue):
    direct = [q for q in quotations.find(text) if q.kind == "direct"]
    assert [(q.speaker, q.cue) for q in direct] == [(speaker, cue)]
    assert text[direct[0].start : direct[0].end] == direct[0].text
    assert direct[0].text.strip('«»“”" ') == direct[0].text


@pytest.mark.parametrize("text", NO_SPEECH)
def test_no_speech(text):
    assert [q for q in quotations.find(text) if q.kind == "direct"] == []


def test_a_quotation_that_continues_has_the_same_speaker():
    text = (
        "« C'est une erreur », a dit Anne Dupont. « Nous la corrigerons avant la fin de l'année. »"
    )
    assert [q.speaker for q in quotations.find(text)] == ["Anne Dupont", "Anne Dupont"]


def test_a_quotation_after_another_sentence_has_no_speaker():
    text = (
        "« C'est une erreur », a dit Anne Dupont. Le marché a fermé tôt ce jour-là."
        " « Nous la corrigerons avant la fin de l'année. »"
    )
    assert [q.speaker for q in quotations.find(text)] == ["Anne Dupont", None]


def test_a_colon_starts_somebody_elses_words():
    text = (
        "« C'est une erreur », a dit Anne Dupont. Paul Roy a pesté contre elle :"
        " « Nous la paierons avant la fin de l'année. »"
    )
    assert [q.speaker for q in quotations.find(text)] == ["Anne Dupont", "Paul Roy"]


def test_several_sentences_are_one_quotation():
    text = "Paul Roy a répondu : « Non. Je reste. Rien ne presse. » Puis il est sorti."
    assert [q.text for q in quotations.find(text)] == ["Non. Je reste. Rien ne presse."]
