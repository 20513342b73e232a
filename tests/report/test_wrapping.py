"""Lines fit, nothing is lost, and French typography is not torn apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from dires.report.wrapping import shorten, wrap

TEXTS = st.text(alphabet="ab é«»:%—  \n漢", max_size=60)


def plain(lines):
    return [line.plain for line in lines]


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_wider_and_only_spaces_go(text, width):
    lines = wrap(Text(text), width)
    assert all(cell_len(line.plain) <= width for line in lines)
    kept = "".join(plain(lines)).replace(" ", "")
    assert kept == text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Il a dit « oui » hier", ["Il a dit", "« oui »", "hier"]),
        ("une part de 15 % ici", ["une part", "de 15 %", "ici"]),
        ("une part de 15\u00a0% ici", ["une part", "de 15\u00a0%", "ici"]),
        ("vraiment ? oui", ["vraiment ?", "oui"]),
        ("anticonstitutionnel", ["anticonsti", "tutionnel"]),
        ("un\n\ndeux", ["un", "", "deux"]),
        ("", [""]),
    ],
)
def test_where_lines_break(text, lines):
    assert plain(wrap(Text(text), 10)) == lines


def test_styles_stay_on_their_words():
    text = Text("bien avant la mer")
    text.stylize("bold", 5, 10)
    _, second, *_ = wrap(text, 6)
    assert [(s.start, s.end, s.style) for s in second.spans] == [(0, 5, "bold")]


def test_shortening_keeps_whole_words():
    assert plain(shorten(Text("un deux trois"), 20, lines=1)) == ["un deux trois"]
    assert plain(shorten(Text("un deux trois"), 8, lines=1)) == ["un deux…"]
    assert plain(shorten(Text("un deux trois"), 7, lines=1)) == ["un…"]
    assert plain(shorten(Text("anticonstitutionnel"), 7, lines=1)) == ["antico…"]


def test_no_width_is_an_error():
    with pytest.raises(ValueError, match="width of 0"):
        wrap(Text("a"), 0)
