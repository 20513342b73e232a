"""Hard wrapping is undone, and only where it is there."""

import textwrap

import pytest

from dires.segmentation.lines import blocks

PARAGRAPHS = [
    "Le conseil départemental a voté lundi soir un plan de rénovation des collèges qui doit"
    " durer six ans et concerner vingt-trois établissements, dont huit en zone rurale.",
    "Les travaux commenceront au printemps par les toitures, puis viendront les cours et les"
    " cantines, dont plusieurs datent de l'ouverture des bâtiments, il y a quarante ans.",
    "L'opposition regrette que les gymnases aient été laissés de côté.",
]


@pytest.mark.parametrize("width", [66, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_wrapped_paragraphs_come_back_whole(width, between):
    text = between.join(textwrap.fill(p, width) for p in PARAGRAPHS)
    assert [" ".join(b.text.split()) for b in blocks(text)] == PARAGRAPHS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_one_line_paragraphs_stay_apart(between):
    assert [b.text for b in blocks(between.join(PARAGRAPHS))] == PARAGRAPHS


def test_list_items_stay_apart_in_wrapped_text():
    wrapped = textwrap.fill(PARAGRAPHS[0], 72)
    text = f"{wrapped}\n- les toitures et les façades des plus anciens ;\n- les cours"
    assert len(blocks(text)) == 3


def test_short_lines_are_not_wrapped_text():
    text = "Accueil\nactualités\nsport\nculture"
    assert len(blocks(text)) == 4
