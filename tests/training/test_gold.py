"""What is measured on is never trained on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.training.config import Head, Source, read_config
from dires.training.gold import is_held_out, read_gold
from dires.training.standoff import digest

HEADS = {
    "entities": Head(("PER", "ORG", "LOC")),
    "acts": Head(("pledge", "proposal"), field="statements", starts=True),
}

PARIS = {"start": 0, "end": 5, "label": "LOC"}
LAST = {"start": 9, "end": 14, "label": "LOC"}


def write(path, records):
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def record(name, spans=(), **more):
    return {"id": name, "text": "Paris de Paris", "entities": list(spans), **more}


def test_a_text_held_out_by_one_source_is_trained_on_in_none(tmp_path):
    names = [f"a{i}" for i in range(40)]
    one = write(tmp_path / "one.jsonl", [record(name) for name in names])
    two = write(tmp_path / "two.jsonl", [record(f"x{n}", origin=n) for n in names])
    gold = read_gold(
        [
            Source("one", ("entities",), one, held_out=6),
            Source("two", ("entities",), two, group="origin", held_out=3),
        ],
        HEADS,
    )
    assert gold.dev
    assert gold.train
    assert not {e.group for e in gold.train} & {e.group for e in gold.dev}


def test_repeated_and_known_texts(tmp_path):
    one = write(tmp_path / "one.jsonl", [record("a"), record("b")])
    two = write(tmp_path / "two.jsonl", [record("b"), record("c")])
    gold = read_gold(
        [
            Source("one", ("entities",), one),
            Source("two", ("entities",), two, only_new=True, repeat=2),
        ],
        HEADS,
    )
    assert [e.group for e in gold.train] == ["a", "b", "c", "c"]


def test_nested_spans_leave_the_outermost(tmp_path):
    spans = [{"start": 6, "end": 14, "label": "ORG"}, {"start": 9, "end": 14, "label": "LOC"},
             {"start": 0, "end": 5, "label": "LOC", "optional": True}]  # fmt: skip
    path = write(tmp_path / "one.jsonl", [record("a", spans)])
    (example,) = read_gold([Source("one", ("entities",), path)], HEADS).train
    assert example.spans["entities"] == ((0, 5, "LOC", True), (6, 14, "ORG", False))


def test_a_head_of_starts_learns_nested_spans_too(tmp_path):
    acts = [{"start": 0, "end": 14, "label": "pledge"},
            {"start": 6, "end": 14, "label": "proposal"},
            {"start": 9, "end": 14, "label": "unknown"}]  # fmt: skip
    path = write(tmp_path / "one.jsonl", [record("a", statements=acts)])
    (example,) = read_gold([Source("one", ("entities", "acts"), path)], HEADS).train
    assert example.spans["acts"] == ((0, 1, "pledge", False), (6, 7, "proposal", False))


def test_a_sure_head_prefers_what_is_required(tmp_path):
    outer = {"start": 0, "end": 14, "label": "LOC", "optional": True}
    path = write(tmp_path / "one.jsonl", [record("a", [outer, LAST])])
    heads = {"entities": Head(("LOC",), sure=True)}
    (example,) = read_gold([Source("one", ("entities",), path)], heads).train
    assert example.spans["entities"] == ((0, 14, "LOC", True), (9, 14, "LOC", False))


def test_what_may_be_read_otherwise_is_optional_for_that_label(tmp_path):
    act = {"start": 0, "end": 5, "label": "proposal", "alt": ["pledge"]}
    path = write(tmp_path / "one.jsonl", [record("a", statements=[act])])
    heads = {"pledge": Head(("pledge",), field="statements", sure=True)}
    (example,) = read_gold([Source("one", ("pledge",), path)], heads).train
    assert example.spans["pledge"] == ((0, 5, "pledge", True),)


def test_annotations_apart_are_learnt_from_the_stretch_that_was_read(tmp_path):
    path = write(tmp_path / "one.jsonl", [record("a", [PARIS, LAST]), record("b", [PARIS])])
    act = {"start": 0, "end": 5, "label": "pledge"}
    stretch = {"id": "a", "start": 6, "end": 14, "sha256": digest("de Paris"), "statements": [act]}
    apart = write(tmp_path / "apart.jsonl", [stretch])
    source = Source("one", ("entities",), path, standoff=apart, standoff_heads=("acts",))
    with_acts, without = read_gold([source], HEADS).train
    assert with_acts.text == "de Paris"
    assert with_acts.spans["entities"] == ((3, 8, "LOC", False),)
    assert with_acts.spans["acts"] == ((0, 1, "pledge", False),)
    assert set(without.spans) == {"entities"}


def test_only_what_was_read_is_taken_from_a_source_that_has_no_gold(tmp_path):
    path = write(tmp_path / "one.jsonl", [{"id": "a", "text": "Paris"}, {"id": "b", "text": "x"}])
    stretch = {"id": "a", "start": 0, "end": 5, "sha256": digest("Paris"), "statements": []}
    apart = write(tmp_path / "apart.jsonl", [stretch])
    source = Source("one", (), path, standoff=apart, standoff_heads=("acts",))
    (example,) = read_gold([source], HEADS).train
    assert dict(example.spans) == {"acts": ()}


def test_another_text_than_the_annotated_one_is_refused(tmp_path):
    path = write(tmp_path / "one.jsonl", [record("a")])
    stretch = {"id": "a", "start": 0, "end": 14, "sha256": digest("Rome"), "statements": []}
    apart = write(tmp_path / "apart.jsonl", [stretch])
    with pytest.raises(ValueError, match="another version"):
        read_gold([Source("one", (), path, standoff=apart, standoff_heads=("acts",))], HEADS)


def test_a_line_without_gold_is_named(tmp_path):
    path = write(tmp_path / "one.jsonl", [record("a"), {"text": "b"}])
    with pytest.raises(ValueError, match=r"one\.jsonl:2"):
        read_gold([Source("one", ("entities",), path)], HEADS)


@given(st.text(), st.integers(1, 9))
def test_the_division_depends_on_nothing_but_the_name(name, every):
    assert is_held_out(name, every) == is_held_out(name, every)
    assert not is_held_out(name, 0)
    assert is_held_out(name, 1)


def test_missing_data_are_named(recipe, gold_file):
    with pytest.raises(ValueError, match="--data texts=FILE"):
        read_config(recipe, {})
    with pytest.raises(ValueError, match="no data called other"):
        read_config(recipe, {"texts": gold_file, "other": gold_file})
    config = read_config(recipe, {"texts": gold_file}, epochs=1)
    assert [source.name for source in config.sources] == ["texts"]
    assert config.epochs == 1
