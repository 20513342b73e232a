"""Tokens follow the folded text, characters the original."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

NLP = spacy.blank("fr", config={"nlp": {"tokenizer": {"@tokenizers": "dires.FrenchTokenizer.v1"}}})


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("s’engage", ["s’", "engage"]),
        ("aujourd’hui", ["aujourd’hui"]),
        ("de150 événements", ["de", "150", "événements"]),
        ("150événements", ["150", "événements"]),
        ("Bien fait.Il part.", ["Bien", "fait", ".", "Il", "part", "."]),
        ("12 km2 et 3 m2", ["12", "km2", "et", "3", "m2"]),
    ],
)
def test_tokens(text: str, tokens: list[str]):
    assert [token.text for token in NLP.make_doc(text)] == tokens


@given(st.text(alphabet=st.sampled_from("aé1 ’'‑–\u00a0\u202f\n\t.,«»%œ"), max_size=60))
def test_text_is_kept(text: str):
    assert NLP.make_doc(text).text == text


@given(st.text(max_size=60))
def test_any_text_is_kept(text: str):
    assert NLP.make_doc(text).text == text


@given(st.text(alphabet=st.sampled_from("abé1 ’‑.,«"), max_size=40))
def test_apostrophes_are_cut_alike(text: str):
    plain = text.replace("’", "'").replace("‑", "-")
    assert [len(t) for t in NLP.make_doc(text)] == [len(t) for t in NLP.make_doc(plain)]
