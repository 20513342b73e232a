"""The picture is a well-formed document that says what the terminal says."""

from xml.etree import ElementTree

import pytest

from dires.report import svg


def words(document):
    text = "".join(ElementTree.fromstring(document).itertext())
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("light", [False, True])
def test_svg_is_well_formed_and_complete(article, light):
    document = svg(article(), title="dires show « a & b »", width=90, light=light)
    found = words(document)
    assert "dires show « a & b »" in found
    for word in ("pledge", "endorsement", "proposal", "Ingrid Dahl", "deadline 2030"):
        assert word in found


def test_control_characters_do_not_break_it(article):
    layers = ("segments", "entities", "dates", "quantities", "statements")
    document = svg(article(text="a\x00b <c> & \x1b[0m", **{name: [] for name in layers}))
    assert "<c> &" in words(document)


def test_it_can_be_repeated_and_widened(article):
    assert svg(article()) == svg(article())
    assert svg(article(), width=60) != svg(article(), width=90)
    assert svg(article(), light=True) != svg(article())
