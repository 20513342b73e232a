"""What `show` puts on a terminal and into a file."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from dires.report import show
from dires.report.blocks import blocks

LAYERS = ("segments", "entities", "dates", "quantities", "statements")


def shown(articles, *, width=80, terminal=False, **options):
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
    )
    show(articles, console, **options)
    return file.getvalue()


def rejoined(output):
    return " ".join(output.split())


def test_a_file_gets_plain_text_with_brackets(article):
    output = shown(article())
    assert "\x1b" not in output
    assert "Dahl [¹a salué [²la stratégie du Pérou" in rejoined(output)
    assert "d'ici 2030]]. Elle [³a proposé" in rejoined(output)
    without = re.sub(r"\[[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\]", "", rejoined(output))
    body = article().segments[2]
    assert article().text[body.start : body.end] in without


def test_brackets_close_before_others_open(article):
    text = "Il promet de partir"
    spans = [{"start": 3, "end": 9}, {"start": 9, "end": 19}]
    statements = [
        {**span, "text": "", "label": "pledge", "cue": {**span, "text": ""}} for span in spans
    ]
    layers = {name: [] for name in LAYERS} | {"statements": statements}
    assert "Il [¹promet][² de partir]\n" in shown(article(text=text, **layers))


def test_the_list_says_who_what_when_and_how_much(article):
    lines = shown(article()).splitlines()
    first = next(i for i, line in enumerate(lines) if re.match(r"1  ", line))
    listing = rejoined("\n".join(lines[first:]))
    assert re.search(r"1 Ingrid Dahl endorsement « a salué la stratégie", listing)
    assert "of Pérou" in listing
    assert re.search(r"2 Pérou pledge « la stratégie", listing)
    assert "deadline 2030 · about 15 percent" in listing
    assert re.search(r"3 nobody named proposal « a proposé", listing)
    assert "deadline 2027-05-03 · conditional · reported by NRK" in listing
    assert listing.endswith("1 pledge · 1 proposal · 1 endorsement")


def test_columns_are_aligned(article):
    lines = shown(article()).splitlines()
    places = {
        line.index(label)
        for line in lines
        for label in ("endorsement ", "pledge ", "proposal ")
        if re.match(r"\d  ", line) and label in line
    }
    assert len(places) == 1


def test_explanations_are_shown_on_request(article):
    words = ("verb saluer", "cue « a salué »", "rule within", "confidence 0.90", "(before)")
    quiet, full = shown(article()), shown(article(), explain=True)
    assert not any(word in quiet for word in words)
    assert all(word in full for word in words)
    assert "holder « La ministre Ingrid Dahl » → Ingrid Dahl" in full
    assert "holder « Pérou »\n" in full


@pytest.mark.parametrize("width", [40, 57, 80, 100, 200])
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_console(article, width, explain):
    crowded = article(statements=article().to_dict()["statements"] * 12)
    output = shown([article(), crowded], width=width, explain=explain)
    widest = max(cell_len(line) for line in output.splitlines())
    assert widest <= min(width, 100)


def test_each_label_has_its_colour_and_nothing_a_background(article):
    output = shown(article(), terminal=True)
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", output) for code in codes.split(";")}
    assert {"32", "35", "36", "1", "3", "4"} <= codes
    assert not any(code.startswith(("4", "10")) and len(code) > 1 for code in codes)
    assert "\x1b[32mpledge" in output
    assert "\x1b[36mendorsement" in output


def test_the_inner_statement_keeps_its_colour(article):
    output = shown(article(), terminal=True)
    assert re.search(r"\x1b\[36m\[¹.*\x1b\[32m\[²\x1b\[0m\x1b\[1;32mla stratégie", output)


def test_escape_sequences_in_the_text_do_not_reach_the_terminal(article):
    evil = "Il a\x1b[31m dit\x07 \x9b2J non.\rVoilà"
    output = shown(article(text=evil, **{layer: [] for layer in LAYERS}), terminal=True)
    assert "\x1b[31m" not in output
    assert not set("\x07\x9b\r") & set(output)
    assert "Voilà" in output


def test_markup_in_the_text_is_text(article):
    output = shown(article(text="Un [bold]mot[/bold] :smile:", **{name: [] for name in LAYERS}))
    assert "Un [bold]mot[/bold] :smile:" in output
    assert output.endswith("no statements\n")


def test_a_title_apart_from_the_text_is_shown_once(article):
    assert shown(article(title="La Norvège aidera Lima")).count("La Norvège aidera Lima") == 1
    assert shown(article(title="Un autre titre")).count("Un autre titre") == 1


def test_text_without_segments_is_shown_whole(article):
    whole = article()
    assert blocks(whole) == list(whole.segments)
    lines = [line for line in whole.text.split("\n") if line]
    found = blocks(article(segments=[]))
    assert [whole.text[b.start : b.end] for b in found] == lines
    partly = blocks(article(segments=[{"start": 0, "end": len(lines[0]), "kind": "title"}]))
    assert [b.kind for b in partly] == ["title", "paragraph", "paragraph", "paragraph"]


def test_many_articles_are_kept_apart(article):
    output = shown([article(), article(id="nrk-2")])
    assert output.index("nrk-1") < output.index("─" * 80) < output.index("nrk-2")
