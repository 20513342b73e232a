"""Spans to tags and back, under the constraint of the scheme."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dires.encoder.pieces import pieces_of
from dires.encoder.tagging import best_tags, decode, decode_starts, encode, tag_names

LABELS = ("PER", "LOC")
TAGS = len(tag_names(LABELS))


def certain(tags):
    return np.eye(TAGS, dtype=np.float32)[tags] * 20


def round_trip(text, spans, tokenizer):
    pieces = pieces_of(text, tokenizer, separator=2)
    found = decode(pieces, certain(encode(pieces, spans, LABELS)), LABELS, text)
    return [span[:3] for span in found]


def test_spans_come_back(tokenizer):
    spans = [(0, 5, "LOC"), (6, 8, "PER"), (9, 11, "PER")]
    assert round_trip("Paris de la", spans, tokenizer) == spans


def test_a_piece_that_ends_in_a_mark_is_cut_before_it(tokenizer):
    assert round_trip("Paris 2016, Paris", [(0, 10, "LOC")], tokenizer) == [(0, 10, "LOC")]


def test_unknown_labels_are_left_out(tokenizer):
    assert round_trip("Paris", [(0, 5, "DATE")], tokenizer) == []


def test_an_inside_tag_never_begins_a_span():
    scores = np.zeros((2, TAGS), dtype=np.float32)
    scores[0, 0], scores[1, 2] = 5, 3  # O, then I-PER
    assert best_tags(scores).tolist() == [0, 0]
    scores[0, 1] = 4  # B-PER is worth it now
    assert best_tags(scores).tolist() == [1, 2]


def allowed(tags):
    before = (0, *tags[:-1])
    return all(
        tag % 2 == 1 or tag == 0 or last in (tag, tag - 1)
        for last, tag in zip(before, tags, strict=True)
    )


@given(arrays.arrays(np.float32, (4, TAGS), elements=st.floats(-9, 9, width=32)))
def test_the_best_allowed_sequence_is_found(scores):
    tags = best_tags(scores).tolist()
    assert allowed(tags)
    total = scores[range(4), tags].sum()
    best = max(
        scores[range(4), list(path)].sum()
        for path in product(range(TAGS), repeat=4)
        if allowed(path)
    )
    assert np.isclose(total, best, atol=1e-4)


def test_starts_are_all_likely_beginnings(tokenizer):
    pieces = pieces_of("Paris de la", tokenizer, separator=2)
    scores = np.zeros((len(pieces), TAGS), dtype=np.float32)
    scores[:, 0] = 9
    scores[0, [1, 3]] = 9, 8  # Paris begins a PER, or else a LOC
    found = decode_starts(pieces, scores, LABELS, least=0.05)
    assert [span[:3] for span in found] == [(0, 5, "PER"), (0, 5, "LOC")]
    assert 0.05 < found[1].score < found[0].score < 1
