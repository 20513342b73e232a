"""Headings say who speaks in a text."""

import pytest

from dires.article import Actor
from dires.statements.headings import heading_of, speakers_of
from dires.statements.turns import turns_of

PAUL = Actor(0, 0, "Paul Aubrac", "Paul Aubrac", "PER")
MARIE = Actor(0, 0, "Marie Dubois", "Marie Dubois", "PER")
MENTIONS = (PAUL, MARIE)


def names(heading, mentions=MENTIONS):
    return [actor.name for actor in speakers_of(heading, mentions)]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Déclaration de M. Paul Aubrac, ministre de l'eau, sur Marie Dubois", ["Paul Aubrac"]),
        ("Extraits d'un entretien de Mme Marie Dubois avec Paul Aubrac", ["Marie Dubois"]),
        ("Discours de Marie Dubois et de Paul Aubrac, à Lyon", ["Marie Dubois", "Paul Aubrac"]),
        ("Marie Dubois : « Nous doublerons nos aides »", ["Marie Dubois"]),
        ("Conclusions du Comité des rivières sur les crues", ["Comité des rivières"]),
        (
            "Déclaration commune des ministres de l'eau de la Suisse et de l'Autriche sur le Rhin",
            ["ministres de l'eau de la Suisse et de l'Autriche"],
        ),
        ("Paul Aubrac visite la Suisse", []),
        ("La déclaration de Paul Aubrac fait débat", []),
    ],
)
def test_who_speaks(heading, expected):
    assert names(heading) == expected


def test_a_role_is_not_a_second_speaker():
    visitor = Actor(0, 0, "ministre", "Marie Dubois", "PER")
    assert names("Déclaration de M. Paul Aubrac, ministre", (PAUL, visitor)) == ["Paul Aubrac"]


def test_the_first_line_is_the_heading_where_the_title_says_nothing():
    text = "Message de Marie Dubois\n\nChers amis, …"
    assert heading_of(text, None) == "Message de Marie Dubois"
    assert heading_of(text, "Fête du lac") == "Message de Marie Dubois"


def turns(text, *speakers):
    return [
        (text[start:].split("\n")[0], actor and actor.name)
        for start, actor in turns_of(text, speakers)
    ]


def test_without_turns_the_speaker_has_the_floor_from_the_start():
    assert turns("Bonjour.\nJe commence.", PAUL) == [("Bonjour.", "Paul Aubrac")]


def test_several_speakers_without_turns_speak_together():
    assert turns("Nous signons.", PAUL, MARIE) == [("Nous signons.", "Paul Aubrac et Marie Dubois")]


def test_news_has_no_turns():
    assert turns("Q - Une question ?\nR - Une réponse.") == []


def test_questions_are_nobody_s_words():
    text = "Q - Que ferez-vous ?\nR - Nous agirons."
    assert [name for _, name in turns(text, PAUL)] == [None, "Paul Aubrac"]


def test_names_in_capitals_open_turns():
    text = "Entretien\n\nANNE MARTIN\n\nQue ferez-vous ?\n\nPAUL AUBRAC\n\nNous agirons."
    assert turns(text, PAUL) == [("ANNE MARTIN", None), ("PAUL AUBRAC", "Paul Aubrac")]


def test_a_sitting_names_who_has_the_floor():
    text = (
        "M. le président. La parole est à Mme la ministre.\n"
        "Mme Marie Dubois, ministre de l'eau. Merci. Nous agirons."
    )
    assert [name for _, name in turns(text, MARIE)] == [None, "Marie Dubois"]
