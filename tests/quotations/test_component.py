"""The component gives speakers their canonical names, and uses a parse where there is one."""

import pytest
import spacy
from spacy.tokens import Doc

from dires import layers
from dires.article import Actor


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("dires_segments")
    pipeline.add_pipe("dires_quotations")
    return pipeline


def mention(text, words, name, label="PER"):
    start = text.index(words)
    return Actor(start, start + len(words), words, name, label)


def found(nlp, text, *mentions):
    doc = nlp.make_doc(text)
    layers.write(doc, "mentions", mentions)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return layers.read(doc, "quotations")


def test_pronouns_and_descriptions_get_the_canonical_name(nlp):
    text = "« Nous irons », a-t-elle dit. « Nous gagnerons », a ajouté la ministre."
    names = [
        mention(text, "elle", "Anne Dupont"),
        mention(text, "la ministre", "Anne Dupont"),
    ]
    assert [q.speaker for q in found(nlp, text, *names)] == ["Anne Dupont", "Anne Dupont"]


def test_an_actor_inside_the_complement_is_not_the_speaker(nlp):
    text = "« Nous irons », a dit le porte-parole du ministère de la Mer."
    office = mention(text, "ministère de la Mer", "ministère de la Mer", "ORG")
    assert [q.speaker for q in found(nlp, text, office)] == [
        "le porte-parole du ministère de la Mer"
    ]


def test_boilerplate_is_skipped(nlp):
    text = "Le maire parle. Il dit que tout va bien.\n\nÀ lire aussi : Paul Roy dit que tout va mal"
    assert [q.text for q in found(nlp, text)] == ["tout va bien"]


def test_the_parse_gives_a_speaker_that_patterns_do_not(nlp):
    words = ["Après", "le", "vote", "hier", "Jeanne", "affirme", "que", "tout", "va", "bien", "."]
    heads = [5, 2, 0, 5, 5, 5, 8, 8, 5, 8, 5]
    deps = ["obl", "det", "fixed", "advmod", "nsubj", "ROOT", "mark", "nsubj", "ccomp", "advmod"]
    doc = Doc(
        nlp.vocab,
        words=words,
        heads=heads,
        deps=[*deps, "punct"],
        pos=["X"] * 5 + ["VERB"] + ["X"] * 5,
    )
    doc = nlp.get_pipe("dires_quotations")(doc)
    assert [q.speaker for q in layers.read(doc, "quotations")] == ["Jeanne"]


def test_round_trip(nlp, tmp_path):
    text = "« Nous irons », a dit Anne Dupont."
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)(text)
    assert layers.read(again, "quotations") == layers.read(nlp(text), "quotations") != ()
