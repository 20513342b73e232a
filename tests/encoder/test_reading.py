"""Texts of any length come through any backend in order, without a piece lost."""

import numpy as np
import pytest

from dires.encoder.reading import Layout, Reading, layout_of

LABELS = {"entities": ("LOC",), "other": ("X", "Y")}


class Capitals:
    """Finds the one piece ``▁Paris``; counts what it is asked."""

    def __init__(self, tokenizer):
        self.paris = tokenizer.token_to_id("▁Paris")
        self.shapes = []

    def __call__(self, ids, mask):
        self.shapes.append(ids.shape)
        assert (ids[mask == 0] == 1).all()
        entities = np.zeros((*ids.shape, 3), np.float32)
        entities[..., 0] = 1
        entities[ids == self.paris, 1] = 5
        return {"entities": entities, "other": np.zeros((*ids.shape, 5), np.float32)}


@pytest.fixture
def reading(tokenizer):
    layout = layout_of(tokenizer, window=16, overlap=4)
    return Reading(Capitals(tokenizer), tokenizer, layout, LABELS)


def test_every_text_has_its_own_results_in_order(reading):
    texts = ["de la", "", "Paris de Paris", "la " * 90 + "Paris", "\n"]
    found = [heads["entities"] for heads in reading.read(texts)]
    assert [len(spans) for spans in found] == [0, 0, 2, 1, 0]
    for text, spans in zip(texts, found, strict=True):
        assert all(text[s.start : s.end] == "Paris" for s in spans)


def test_long_texts_are_windowed_and_never_cut(reading):
    text = "Paris de la " * 200
    (heads,) = reading.read([text])
    assert len(heads["entities"]) == 200
    assert max(width for _, width in reading.backend.shapes) <= reading.layout.window


def test_heads_share_one_pass(reading):
    (heads,) = reading.read(["Paris"])
    assert set(heads) == set(LABELS)
    assert len(reading.backend.shapes) == 1


def test_a_tokenizer_without_marks_is_refused():
    from tokenizers import Tokenizer
    from tokenizers.models import BPE

    with pytest.raises(ValueError, match="tokenizer"):
        layout_of(Tokenizer(BPE()), window=8, overlap=0)


def test_layout_has_the_ids_of_the_marks(tokenizer):
    assert layout_of(tokenizer, window=8, overlap=2) == Layout(0, 2, 1, 8, 2)
