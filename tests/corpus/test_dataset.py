"""The gold as a typed `datasets.Dataset` says what the records say."""

import pytest

from dires import corpus
from dires.article import STATEMENT_LABELS

datasets = pytest.importorskip("datasets")


def test_a_split_as_a_dataset():
    records, rows = corpus.load("dev"), corpus.dataset("dev")
    assert isinstance(rows, datasets.Dataset)
    assert rows["id"][:] == [record["id"] for record in records]
    for record, row in zip(records, rows, strict=True):
        assert [
            (
                s["start"],
                s["end"],
                STATEMENT_LABELS[s["label"]],
                s["cue"],
                s["holder"],
                s["optional"],
            )
            for s in row["statements"]
        ] == [
            (s["start"], s["end"], s["label"], s["cue"], s["holder"], s.get("optional", False))
            for s in record["statements"]
        ]
        assert [q["value"] for q in row["quantities"]] == [q["value"] for q in record["quantities"]]


def test_labels_are_class_labels():
    features = corpus.dataset("dev").features
    assert features["statements"].feature["label"].names == list(STATEMENT_LABELS)


def test_a_split_that_is_none():
    with pytest.raises(ValueError, match="train, dev, test"):
        corpus.load("validation")
