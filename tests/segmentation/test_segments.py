"""The kinds of segments, on articles of different making."""

from hypothesis import given
from hypothesis import strategies as st

from dires.segmentation import segment, sentences

BODY = "Le conseil régional a voté mardi un budget en hausse, malgré les réserves de l'opposition."


def kinds(text, **options):
    return [(text[s.start : s.end], s.kind) for s in segment(text, **options)]


def test_a_web_article():
    text = (
        "Sommet des deux rives : un accord sur l’eau\n"
        "Les ministres à leur arrivée. © Présidence\n\n"
        f"{BODY}\n\nUn partage équitable du fleuve\n\n{BODY}\n\n"
        "Newsletter\n\nPour rester informé des actualités du Sahel"
    )
    assert [kind for _, kind in kinds(text)] == [
        "title",
        "caption",
        "paragraph",
        "heading",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]


def test_a_text_without_title_starts_with_a_paragraph():
    assert kinds(f"{BODY}\n\n{BODY}")[0][1] == "paragraph"
    assert kinds(BODY) == [(BODY, "paragraph")]


def test_a_known_title_is_found_below_a_menu():
    text = f"Accueil > Région > Politique\n\nLe budget est voté.\n\n{BODY}\n\n{BODY}"
    assert [k for _, k in kinds(text, title="Le budget est voté.")][:3] == [
        "boilerplate",
        "title",
        "paragraph",
    ]


def test_a_dateline_is_cut_from_its_paragraph():
    found = kinds(f"Un budget en hausse\n\nASTANA, 5 juillet (Kazinform) – {BODY}")
    assert found[1:] == [("ASTANA, 5 juillet (Kazinform) –", "byline"), (BODY, "paragraph")]


def test_salutations_and_speaker_names():
    speech = kinds(f"Mesdames et Messieurs\n\n{BODY}")
    assert speech[0][1] == "paragraph"
    turns = ["JEANNE ROY", BODY, "PAUL PETIT", "C'est vrai", "JEANNE ROY", "Bien", "PAUL PETIT"]
    interview = "\n\n".join([*turns, "Oui."])
    assert dict(kinds(interview)) == {
        "JEANNE ROY": "heading",
        "PAUL PETIT": "heading",
        BODY: "paragraph",
        "C'est vrai": "paragraph",
        "Bien": "paragraph",
        "Oui.": "paragraph",
    }


def test_many_short_lines_are_a_list_and_no_headings():
    names = ["Accambray", "Bertin", "Castel", "Durand", "Eymard"]
    text = "\n".join([BODY, *names, BODY])
    assert [k for _, k in kinds(text)] == ["paragraph"] * 7


def test_a_line_that_announces_a_list_is_no_heading():
    assert kinds(f"{BODY}\n\nLes mesures sont les suivantes :\n\n{BODY}")[1][1] == "paragraph"


def test_a_name_on_the_last_line_is_the_author():
    assert kinds(f"{BODY}\n{BODY}\nAnne LAVAL")[-1] == ("Anne LAVAL", "byline")


PIECES = ["Le maire parle. ", "« Oui », dit-il. ", "\n", "\n\n", "M. Roy", " ", "\u202f", "\r\n"]
ODDITIES = [
    "©",
    "...",
    "Newsletter",
    "- un point ;\n",
    "“",
    '"',
    "1er mai 2020 . –\n",
    "\u2028",
    "s.Le",
]


@given(
    st.lists(st.sampled_from([*PIECES, *ODDITIES]) | st.text(max_size=6), max_size=30).map("".join)
)
def test_nothing_is_lost_and_nothing_overlaps(text):
    parts = segment(text)
    split = sentences(text, parts)
    for spans in (parts, split):
        position = 0
        for span in spans:
            assert position <= span.start < span.end <= len(text)
            gap = text[position : span.start]
            assert not any(c.isalnum() for c in gap)
            assert text[span.start : span.end] == text[span.start : span.end].strip()
            position = span.end
        assert not any(c.isalnum() for c in text[position:])
    for sentence in split:
        assert sum(p.start <= sentence.start and sentence.end <= p.end for p in parts) == 1
