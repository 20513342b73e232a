"""Gold goes through every format and comes back as it was; edits made there come along."""

import json

import pytest
import spacy
from spacy.tokens import DocBin

from dires import corpus
from dires.convert import FORMATS, format_of, read, write

TEXT = "🐟 Le lac\nd’Inari : « Nous irons »,\tdit-elle. Zoé l'aime."


def item(words, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


STATEMENT = item(
    "Nous irons",
    label="pledge",
    cue=item("irons"),
    holder="Zoé",
    addressee=None,
    reported_by=None,
    deadline=None,
    modality="conditional",
)
HARD = {
    "id": "lac/d’Inari 1",
    "title": "Le lac",
    "published": "2024-01-01",
    "source": "lac.txt",
    "genre": "culture",
    "region": "elsewhere",
    "text": TEXT,
    "segments": [
        {"start": 0, "end": 8, "kind": "title"},
        {"start": 9, "end": len(TEXT), "kind": "paragraph"},
    ],
    "entities": [
        item("Inari", label="LOC", name="lac d'Inari"),
        item("Zoé", label="PER", name="Zoé", optional=True),
    ],
    "dates": [],
    "quantities": [
        item("Le", value=1.5, low=1.5, high=2, unit="km", modifier="approx"),
    ],
    "statements": [
        STATEMENT,
        {**STATEMENT, "label": "endorsement", "cue": item("dit"), "alt": ["pledge", "proposal"]},
    ],
}
RECORDS = [HARD, *corpus.load("dev")[:10]]


@pytest.mark.parametrize("name", FORMATS)
def test_there_and_back(tmp_path, name):
    path = tmp_path / f"gold{FORMATS[name].suffix}"
    assert format_of(path) == name
    write(RECORDS, path)
    assert list(read(path)) == RECORDS
    write(read(path), path)
    assert list(read(path)) == RECORDS


def test_a_name_that_says_no_format(tmp_path):
    with pytest.raises(ValueError, match="labelstudio"):
        format_of(tmp_path / "gold.xlsx")


def test_spacy_trains_on_it(tmp_path):
    write(RECORDS, tmp_path / "gold.spacy")
    nlp = spacy.blank("fr")
    doc = next(DocBin().from_disk(tmp_path / "gold.spacy").get_docs(nlp.vocab))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Inari", "LOC")]
    assert [span.label_ for span in doc.spans["statements"]] == ["pledge", "endorsement"]


def test_documents_of_other_makers(tmp_path):
    nlp = spacy.blank("fr")
    doc = nlp("Zoé est à Inari.")
    doc.ents = [doc.char_span(0, 3, label="PER")]
    doc.spans["statements"] = [doc.char_span(0, 7, label="proposal")]
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "other.spacy")
    (record,) = read(tmp_path / "other.spacy")
    assert record["entities"][0]["name"] == "Zoé"
    assert record["statements"][0]["cue"] == {"start": 0, "end": 7, "text": "Zoé est"}


def test_conll_has_one_token_a_line_and_iob2_tags(tmp_path):
    path = tmp_path / "gold.conll"
    write([HARD], path)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
    assert [row[3] for row in rows if row[0] in ("Inari", "lac", "Zoé")] == ["O", "B-LOC", "B-PER"]
    assert all(TEXT[int(row[1]) : int(row[2])] == row[0] for row in rows)


def test_a_tag_that_was_corrected(tmp_path):
    path = tmp_path / "gold.conll"
    write([HARD], path)
    text = path.read_text("utf-8")
    path.write_text(text.replace("lac\t5\t8\tO", "lac\t5\t8\tB-MISC"), "utf-8")
    (record,) = read(path)
    assert record["entities"][0] == item("lac", label="MISC", name="lac")
    assert record["entities"][1:] == HARD["entities"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("mot\t0\t3\tO\n", "before the first token"),
        ('# text = "mot"\nmot\tO\n', ":2: not four columns"),
        ('# text = "mot"\nmot\t1\t3\tO\n', ":2: 'mot' is not what stands"),
        ('# text = "mot"\nmot\t0\t3\tB-GPE\n', ":2: no IOB2 tag"),
    ],
)
def test_conll_that_is_wrong(tmp_path, lines, said):
    path = tmp_path / "wrong.conll"
    path.write_text(lines, "utf-8")
    with pytest.raises(ValueError, match=said):
        list(read(path))


def test_brat_writes_what_brat_reads(tmp_path):
    folder = tmp_path / "brat"
    write([HARD], folder)
    (annotations,) = folder.glob("*.ann")
    lines = annotations.read_text("utf-8").splitlines()
    segments = [line for line in lines if "\tparagraph " in line]
    assert segments == [f"T2\tparagraph 9 {len(TEXT)}\t{TEXT[9:]}"]
    assert any(line.startswith("R1\tHasCue Arg1:T") for line in lines)
    types = (folder / "annotation.conf").read_text("utf-8").split("[relations]")[0].split()
    assert {line.split("\t")[1].split(" ")[0] for line in lines if line[0] == "T"} <= set(types)


def test_brat_annotated_by_hand(tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text("Zoé\nira à Inari", "utf-8")
    (folder / "a.ann").write_text("T1\tpledge 0 3;4 15\tZoé ira à Inari\n", "utf-8")
    (record,) = read(folder)
    assert record["id"] == "a"
    assert record["statements"][0]["text"] == "Zoé\nira à Inari"
    (folder / "a.ann").write_text("T1\tplege 0 3\tZoé\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.ann:1"):
        list(read(folder))


def test_label_studio_tasks_fit_their_interface(tmp_path):
    path = tmp_path / "tasks.json"
    write([HARD], path)
    interface = path.with_suffix(".xml").read_text("utf-8")
    (task,) = json.loads(path.read_text("utf-8"))
    for result in task["annotations"][0]["result"]:
        if result["type"] != "relation":
            assert f'name="{result["from_name"]}"' in interface
            for choice in result["value"].get("labels", result["value"].get("choices", ())):
                assert f'value="{choice}"' in interface


def test_label_studio_exports(tmp_path):
    """An export has more in it, cancelled annotations among them."""
    path = tmp_path / "export.json"
    write([HARD], path)
    tasks = json.loads(path.read_text("utf-8"))
    done = tasks[0]["annotations"][0]
    tasks[0] |= {"id": 7, "annotations": [{"was_cancelled": True, "result": []}, done | {"id": 3}]}
    path.write_text(json.dumps(tasks), "utf-8")
    assert list(read(path)) == [HARD]
    tasks[0]["annotations"][1]["result"][0]["value"]["labels"] = ["Person"]
    path.write_text(json.dumps(tasks), "utf-8")
    with pytest.raises(ValueError, match="Person"):
        list(read(path))
