"""Text files come out character for character, or are refused: never guessed, never damaged."""

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dires.readers.encoding import decode

SENTENCE = "L’été prochain, à Œuilly, l’État versera 15 € — « sans délai »."


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode("utf-8"),
        codecs.BOM_UTF8 + SENTENCE.encode("utf-8"),
        SENTENCE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
        SENTENCE.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"],
)
def test_french_is_read_whatever_it_was_saved_as(data):
    assert decode(data) == SENTENCE


def test_latin_1_is_read():
    text = "La forêt brûlée a été replantée à Évry."
    assert decode(text.encode("latin-1")) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text):
    assume(not text.startswith("\ufeff"))
    assert decode(text.encode("utf-8")) == text
    assert decode(codecs.BOM_UTF8 + text.encode("utf-8")) == text


@pytest.mark.parametrize("text", ["Ce projet coûtera 15 €.", "Une œuvre à cœur ouvert.", "Œuvré"])
def test_latin_9_is_told_by_the_euro_sign_and_ligatures(text):
    assert decode(text.encode("iso-8859-15")) == text


def test_a_foreign_name_is_no_reason_to_refuse_a_text():
    text = "Le club de Peñarol a fait match nul. " + "Son public attendait une victoire. " * 4
    assert decode(text.encode("cp1252")) == text


def test_fractions_are_no_ligatures():
    assert decode("Cuire 1½ heure, ½ litre à 2¼kg".encode("cp1252")).count("½") == 2


def test_line_ends_are_kept():
    assert decode(b"un\r\ndeux\rtrois\n") == "un\r\ndeux\rtrois\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.4 \x01\x02\x03\x04\x05\x06", "control characters"),
        (SENTENCE.encode("utf-8").replace("é".encode(), b"\xe9", 1), "damaged UTF-8 .*0xe9 at"),
        (codecs.BOM_UTF8 + b"\xff", "damaged UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "damaged UTF-16"),
        ("Съешь ещё этих мягких булок".encode("cp1251"), "convert it to UTF-8"),
        ("Un été à l’œuvre, où ça s’achève".encode("mac-roman"), "convert it to UTF-8"),
    ],
)
def test_what_cannot_be_read_says_why(data, message):
    with pytest.raises(ValueError, match=message):
        decode(data)


def test_a_declared_encoding_is_believed_unless_the_bytes_contradict_it():
    assert decode("15 €, cœur".encode("iso-8859-15"), declared="iso-8859-15") == "15 €, cœur"
    assert decode("été".encode(), declared="iso-8859-15") == "été"
    assert decode("été".encode("cp1252"), declared="no-such-encoding") == "été"
    assert decode("été".encode("cp1252"), declared="utf-8") == "été"
