"""Dates and quantities read anything: short mixtures of known words, and long rows of one string.

The command ``python -m benchmarks.fuzz`` does the same with 100,000 strings; growth is measured by
``python -m benchmarks.growth``. Here only what has no clock: no exception, true offsets, and rules
whose repetition is bounded.
"""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dires import dates, quantities
from dires.dates.rules import grammar
from dires.quantities.lexicon import words

KNOWN = sorted({*grammar().lexicon, *(word for group in words().values() for word in group)})
MARKS = [*" \n,.;:-–/()'’«»%€$°+\u00a0\u202f", "12", "2024", "1,5", "12 000", "9" * 40]
TEXTS = st.lists(st.sampled_from(KNOWN) | st.sampled_from(MARKS), max_size=20)
PUBLISHED = st.none() | st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 31, 23, 59))
LONG = ["1 ", "9", "1 % à ", "2024-", "les 1, ", "deux ", "entre 1 et ", "« ", "mardi "]


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(["", " ", "-"]), PUBLISHED)
def test_mixtures_of_known_words(parts: list[str], joint: str, published: date | None) -> None:
    text = joint.join(parts)
    for found in (dates.find(text, published=published), quantities.find(text)):
        end = 0
        for item in found:
            assert end <= item.start < item.end <= len(text)
            assert item.text == text[item.start : item.end]
            assert item.rule
            end = item.end


@pytest.mark.parametrize("unit", LONG)
def test_long_rows_of_one_string(unit: str) -> None:
    text = unit * 4000
    for found in (dates.find(text, published="2024-02-29"), quantities.find(text)):
        assert all(item.text == text[item.start : item.end] for item in found)


def test_a_number_without_end_is_none() -> None:
    assert quantities.find("milliards de milliards " * 60_000) == []


def test_without_publication_every_example_of_a_rule_is_read() -> None:
    for level in grammar().levels:
        for example in (example for rule in level for example in rule.examples):
            dates.find(example["text"])


def test_no_rule_repeats_without_end() -> None:
    for level in grammar().levels:
        for rule in level:
            assert not re.search(r"[)\]][*+]", rule.pattern.pattern), rule.id
