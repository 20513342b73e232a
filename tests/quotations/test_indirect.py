"""Reported clauses and named sources."""

import pytest

from dires import quotations

CASES = [
    ("Anne Dupont a annoncé que le pont rouvrirait.", "le pont rouvrirait", "Anne Dupont"),
    ("La ministre a assuré à la presse que tout irait bien.", "tout irait bien", "La ministre"),
    ("Il affirme qu'il viendra demain.", "il viendra demain", None),
    ("Selon Anne Dupont, le pont rouvrira.", "le pont rouvrira", "Anne Dupont"),
    ("Le pont rouvrira lundi, selon le préfet.", "Le pont rouvrira lundi", "le préfet"),
    (
        "D’après un communiqué de la mairie, le pont est fermé.",
        "le pont est fermé",
        "un communiqué de la mairie",
    ),
    ("Le pont rouvrira lundi, a indiqué le préfet.", "Le pont rouvrira lundi", "le préfet"),
    ("Le pont rouvrira lundi, assure-t-il.", "Le pont rouvrira lundi", None),
    ("Anne Dupont dit vouloir fermer le pont.", "vouloir fermer le pont", "Anne Dupont"),
    (
        "Paul Roy a quitté la salle, ajoutant que rien n'irait mieux.",
        "rien n'irait mieux",
        "Paul Roy",
    ),
]

NONE = [
    "Il n'a pas déclaré que le pont rouvrirait.",
    "Le ministre, qui est arrivé lundi, a annoncé la fermeture du site.",
    "Selon la loi, le pont doit rester ouvert.",
    "Les prix varient selon les régions et les saisons.",
    "L'annonce que chacun attendait est venue.",
    "Quelles priorités selon le préfet ?",
]


@pytest.mark.parametrize(("text", "content", "speaker"), CASES)
def test_reported(text, content, speaker):
    found = quotations.find(text)
    assert [(q.kind, q.text, q.speaker) for q in found] == [("indirect", content, speaker)]
    assert text[found[0].start : found[0].end] == content


@pytest.mark.parametrize("text", NONE)
def test_not_reported(text):
    assert quotations.find(text) == ()


def test_two_clauses_of_one_speaker():
    text = "Anne Dupont a dit que le pont fermerait et a ajouté que la route suivrait."
    assert [(q.text, q.speaker) for q in quotations.find(text)] == [
        ("le pont fermerait", "Anne Dupont"),
        ("la route suivrait", "Anne Dupont"),
    ]


def test_words_quoted_in_a_reported_clause_share_its_speaker():
    text = "Anne Dupont a dit que le pont, dont « personne ne veut plus », fermerait."
    assert {(q.kind, q.speaker) for q in quotations.find(text)} == {
        ("indirect", "Anne Dupont"),
        ("direct", "Anne Dupont"),
    }
