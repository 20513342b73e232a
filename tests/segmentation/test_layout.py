"""Bylines, datelines, captions and salutations are known by their shape."""

import tomllib
from importlib import resources

import pytest

from dires.segmentation.layout import rules
from dires.typography import fold

_DATA = tomllib.loads(
    resources.files("dires.segmentation").joinpath("layout.toml").read_text("utf-8")
)
_MODE = {
    "byline": "fullmatch",
    "caption": "fullmatch",
    "caption_credit": "search",
    "dateline": "match",
    "salutation": "match",
}


def _found(rule, line):
    pattern = rules()[rule["kind"]][rule["name"]]
    return getattr(pattern, _MODE[rule["kind"]])(fold(line))


@pytest.mark.parametrize(("rule", "line"), [(r, x) for r in _DATA["rule"] for x in r["yes"]])
def test_every_rule_finds_its_examples(rule, line):
    assert _found(rule, line)


@pytest.mark.parametrize(("rule", "line"), [(r, x) for r in _DATA["rule"] for x in r["no"]])
def test_no_rule_takes_its_counter_examples(rule, line):
    assert not _found(rule, line)
