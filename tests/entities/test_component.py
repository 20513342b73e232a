"""The component writes what it found, wherever it stands."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dires import layers

TEXT = "L’ONU salue Astana.\n\nLe président du Kazakhstan, Kassym-Jomart Tokaïev, s’engage."


def test_offsets_are_those_of_the_original_text(nlp):
    doc = nlp(TEXT)
    assert doc.text == TEXT
    for layer in ("entities", "mentions"):
        records = layers.read(doc, layer)
        assert records
        assert all(TEXT[r.start : r.end] == r.text for r in records)
    assert [ent.text for ent in doc.ents] == [e.text for e in layers.read(doc, "entities")]


def test_one_participant_for_all_its_mentions(nlp):
    doc = nlp(
        "Le président du Kazakhstan, Kassym-Jomart Tokaïev, a reçu l’ONU à Almaty. Il a promis une"
        " aide. Le Kazakhstan et la France l’ont salué ; Tokaïev s’en félicite."
    )
    found = {p.name: p for p in layers.read(doc, "participants")}
    president = found["Kassym-Jomart Tokaïev"]
    assert [m.text for m in president.mentions][-2:] == ["Il", "Tokaïev"]
    assert (president.kind, president.country) == ("person", None)
    assert (found["Kazakhstan"].kind, found["Kazakhstan"].country) == ("state", "KZ")
    assert found["ONU"].kind == "organisation"
    assert all(doc.text[p.start : p.end] == p.text for p in found.values())
    assert not any(" et " in name for name in found)


def test_it_works_in_a_stock_pipeline():
    nlp = spacy.load("fr_core_news_sm")
    nlp.add_pipe("dires_entities")
    doc = nlp("Le président Emmanuel Macron a visité Berlin. Il a promis une aide.")
    assert ("Il", "Emmanuel Macron") in [(m.text, m.name) for m in layers.read(doc, "mentions")]


def test_it_survives_saving_and_processes(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    wanted = layers.read(nlp(TEXT), "mentions")
    for doc in loaded.pipe([TEXT, TEXT], n_process=2):
        assert layers.read(doc, "mentions") == wanted


def test_boilerplate_has_names_but_no_actors(nlp):
    doc = nlp.make_doc("La France a signé.\n\nNewsletter\nToute l'actualité de la France")
    from dires.article import Segment

    cut = doc.text.index("Newsletter")
    layers.write(
        doc,
        "segments",
        [Segment(0, 18, "paragraph"), Segment(cut, len(doc.text), "boilerplate")],
    )
    doc = nlp.get_pipe("dires_entities")(doc)
    assert [e.text for e in layers.read(doc, "entities")] == ["France", "France"]
    assert all(m.end <= 18 for m in layers.read(doc, "mentions"))


words = st.sampled_from(
    [
        "Il",
        "elle",
        "la",
        "le",
        "l'ONU",
        "Paris",
        ",",
        ".",
        "\n",
        "«",
        "»",
        "président",
        "Macron",
        "Mme",
        "de",
        "du",
        "2030",
        "qui",
        "a-t-il",
        "’",
        "(",
        ")",
    ]
)


@settings(max_examples=30)
@given(st.lists(words, max_size=25).map(" ".join))
def test_any_text_gives_records_inside_it(nlp, text):
    doc = nlp(text)
    for layer in ("entities", "mentions"):
        for record in layers.read(doc, layer):
            assert text[record.start : record.end] == record.text
