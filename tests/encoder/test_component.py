"""The transformer in spaCy pipelines: the package's own, stock ones, saved ones, forked ones."""

import pytest
import spacy

import dires
from dires import layers
from dires.encoder import read_head
from dires.encoder.component import EncoderComponent

TEXT = (
    "Le président Emmanuel Macron a reçu à Berlin le secrétaire général de l’ONU.\n\n"
    "Il a promis une aide à la Croix-Rouge."
)
NAMES = {("Emmanuel Macron", "PER"), ("Berlin", "LOC"), ("ONU", "ORG")}


@pytest.fixture(scope="module")
def accurate():
    return dires.load("accurate", threads=1)


def test_it_stands_in_for_ner_in_any_french_pipeline():
    stock = spacy.load("fr_core_news_sm", exclude=["ner"])
    stock.add_pipe("dires_encoder")
    blank = spacy.blank("fr")
    blank.add_pipe("dires_encoder")
    for nlp in (stock, blank):
        assert {(ent.text, ent.label_) for ent in nlp(TEXT).ents} >= NAMES


def test_the_entities_stage_reads_by_itself_where_nobody_did():
    nlp = spacy.load("fr_core_news_sm", exclude=["ner"])
    nlp.add_pipe("dires_entities")
    doc = nlp(TEXT)
    assert {(ent.text, ent.label_) for ent in doc.ents} >= NAMES
    assert ("Il", "Emmanuel Macron") in [(m.text, m.name) for m in layers.read(doc, "mentions")]


def test_accurate_runs_no_other_ner(accurate):
    assert accurate.pipe_names.index("dires_encoder") < accurate.pipe_names.index("dires_entities")
    assert "ner" not in accurate.get_pipe("dires_syntax").model.pipe_names
    doc = accurate(TEXT)
    assert doc.text == TEXT
    assert {(e.text, e.label) for e in layers.read(doc, "entities")} >= NAMES


def test_boilerplate_is_passed_over(accurate):
    doc = accurate("Emmanuel Macron est à Berlin.\n\nAbonnez-vous à la newsletter de Radio Rome\n")
    assert [(span.start, span.end) for span in read_head(doc, "entities")] == [(0, 15), (22, 28)]


def test_an_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="fast or accurate"):
        dires.load("best")


def test_saving_and_processes_change_nothing(accurate, tmp_path):
    accurate.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    texts = [TEXT, "", "\n", TEXT]
    wanted = [layers.read(doc, "entities") for doc in accurate.pipe(texts)]
    assert [layers.read(doc, "entities") for doc in again.pipe(texts)] == wanted
    shared = accurate.pipe(texts, n_process=2, batch_size=2)
    assert [layers.read(doc, "entities") for doc in shared] == wanted


def test_a_reader_of_ones_own_is_saved_with_the_pipeline(tmp_path):
    from dires.encoder.onnx import shipped

    nlp = spacy.blank("fr")
    nlp.add_pipe("dires_encoder", config={"model": str(shipped()), "threads": 1})
    nlp.to_disk(tmp_path)
    component = spacy.load(tmp_path).get_pipe("dires_encoder")
    assert isinstance(component, EncoderComponent)
    assert component.folder == tmp_path / "dires_encoder"
    assert component.reading.labels["entities"] == ("PER", "ORG", "LOC", "MISC")
    assert component.reading.starts == {"acts"}


def test_heads_survive_bytes(accurate):
    doc = accurate(TEXT)
    again = spacy.tokens.Doc(accurate.vocab).from_bytes(doc.to_bytes())
    assert read_head(again, "entities") == read_head(doc, "entities")
    assert all(0 < span.score <= 1 for span in read_head(doc, "entities"))
    assert read_head(doc, "no such head") == []


def test_apostrophes_of_either_kind_are_read_alike(accurate):
    curly, straight = (
        read_head(doc, "entities") for doc in accurate.pipe([TEXT, TEXT.replace("’", "'")])
    )
    assert curly == straight
