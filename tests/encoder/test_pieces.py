"""Pieces stand where they say, in the text as it was given."""

from hypothesis import given
from hypothesis import strategies as st

from dires.encoder.pieces import pieces_of

SEPARATOR = 2


def words(text, tokenizer):
    pieces = pieces_of(text, tokenizer, separator=SEPARATOR)
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_spaces_belong_to_no_piece(tokenizer):
    assert words("Paris  de la", tokenizer)[0] == "Paris"
    assert not any(word.startswith(" ") for word in words(" Paris  de la ", tokenizer))


def test_typography_is_folded_without_moving_anything(tokenizer):
    assert words("L’ONU", tokenizer) == ["L", "’", "ONU"]
    assert words("L'ONU", tokenizer) == ["L", "'", "ONU"]


def test_lines_are_kept_apart_by_one_separator(tokenizer):
    pieces = pieces_of("Paris\n\n \nParis", tokenizer, separator=SEPARATOR)
    assert pieces.ids.tolist().count(SEPARATOR) == 1
    place = pieces.ids.tolist().index(SEPARATOR)
    assert pieces.starts[place] == pieces.ends[place]


def test_nothing_to_read(tokenizer):
    for text in ("", " ", "\n\n", "\u00a0\n"):
        assert len(pieces_of(text, tokenizer, separator=SEPARATOR)) == 0


@given(st.text(alphabet="Paris ONU’'\n\r\u00a0\u202f\u200b«é😀\ud7ff", max_size=60))
def test_pieces_are_in_order_and_inside_the_text(tokenizer, text):
    pieces = pieces_of(text, tokenizer, separator=SEPARATOR)
    assert (pieces.starts <= pieces.ends).all()
    assert (pieces.ends <= len(text)).all()
    assert (pieces.starts[1:] >= pieces.ends[:-1]).all()
