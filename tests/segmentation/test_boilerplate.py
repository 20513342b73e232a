"""Page furniture is found by its phrases, and a sentence about the same thing stays."""

import tomllib
from importlib import resources

import pytest

from dires.segmentation import boilerplate, segment
from dires.typography import fold

_DATA = tomllib.loads(
    resources.files("dires.segmentation").joinpath("boilerplate.toml").read_text("utf-8")
)
_RULES = {rule["name"]: rule for rule in _DATA["line"]}


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, rule in _RULES.items() for line in rule["yes"]]
)
def test_every_rule_finds_its_examples(name, line):
    assert boilerplate.rules()[name].fullmatch(fold(line).lower())
    assert boilerplate.rule_of(fold(line)) is not None


@pytest.mark.parametrize("line", [line for rule in _RULES.values() for line in rule["no"]])
def test_no_rule_takes_a_counter_example(line):
    assert boilerplate.rule_of(fold(line)) is None


def kinds(text):
    return [(text[s.start : s.end], s.kind) for s in segment(text)]


BODY = "Le conseil régional a voté mardi un budget en hausse, malgré les réserves de l'opposition."


def test_links_directly_below_a_section_line_belong_to_it():
    text = f"{BODY}\n\nÀ lire aussi\nLe pont rouvre\nLa gare ferme\n\n{BODY}"
    assert [kind for _, kind in kinds(text)] == ["paragraph", *["boilerplate"] * 3, "paragraph"]


def test_a_heading_after_a_newsletter_box_is_not_swallowed():
    text = f"{BODY}\n\nNewsletter\n\nUn vote sans surprise\n\n{BODY}"
    assert [kind for _, kind in kinds(text)] == ["paragraph", "boilerplate", "heading", "paragraph"]


def test_links_at_the_end_of_the_text_belong_to_the_section():
    text = f"{BODY}\n\nArticles similaires\n\nLe pont rouvre\n\nLa gare ferme"
    assert [kind for _, kind in kinds(text)] == ["paragraph", *["boilerplate"] * 3]


def test_a_paragraph_about_newsletters_stays():
    text = f"{BODY}\n\nLa newsletter de la région sera supprimée. Elle coûtait trop cher."
    assert [kind for _, kind in kinds(text)] == ["paragraph", "paragraph"]
