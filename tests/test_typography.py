"""Folding never moves an offset, and what it folds is what the patterns expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.typography import APOSTROPHES, DASHES, LINE_BREAKS, SPACES, fold

FRENCH = st.text(
    st.sampled_from("aéœ «»1-'.\r\n\t" + APOSTROPHES + DASHES + SPACES + LINE_BREAKS)
    | st.characters()
)


@given(FRENCH)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(FRENCH)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(FRENCH, FRENCH)
def test_folding_looks_at_one_character_at_a_time(before, after):
    if not before.endswith("\r"):  # the two of "\r\n" are one break
        assert fold(before + after) == fold(before) + fold(after)


@given(st.text(st.characters(categories=["L", "N"])))
def test_letters_and_digits_are_left_alone(text):
    kept = "".join(c for c in text if c not in APOSTROPHES)
    assert fold(kept) == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("l’été", "l'été"),
        ("d‘abord", "d'abord"),
        ("2024–2026", "2024-2026"),
        ("−15\u00a0%", "-15 %"),
        ("10\u202f000", "10 000"),
        ("a\tb", "a b"),
        ("fin\r\ndébut", "fin \ndébut"),
        ("fin\rdébut", "fin\ndébut"),
        ("fin\u2028début", "fin\ndébut"),
        ("« cœur » “ﬁn”", "« cœur » “ﬁn”"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("character", LINE_BREAKS)
def test_a_line_feed_is_the_only_line_break_left(character):
    assert len(fold(f"a{character}b").splitlines()) == 2
    assert fold(f"a{character}b") == "a\nb"
