"""The record survives JSON, and the published schema says exactly what records hold."""

import json
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dires import article
from dires.article import Article, Record, Statement, schema

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
OFFSET = st.integers(0, 10_000)
NUMBER = st.none() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, width=32)
LABEL = st.sampled_from(article.ENTITY_LABELS)
DAY = st.none() | st.dates().map(str)
POSITIONS = st.lists(st.integers(0, 5), unique=True, max_size=3).map(tuple)

actors = st.builds(
    article.Actor, start=OFFSET, end=OFFSET, text=TEXT, name=TEXT, label=st.none() | LABEL
)
cues = st.builds(article.Cue, start=OFFSET, end=OFFSET, text=TEXT)
LAYERS = {
    "segments": st.builds(
        article.Segment, start=OFFSET, end=OFFSET, kind=st.sampled_from(article.SEGMENT_KINDS)
    ),
    "sentences": st.builds(article.Sentence, start=OFFSET, end=OFFSET),
    "quotations": st.builds(
        article.Quotation,
        start=OFFSET,
        end=OFFSET,
        text=TEXT,
        kind=st.sampled_from(["direct", "indirect"]),
        speaker=st.none() | TEXT,
        cue=st.none() | TEXT,
    ),
    "entities": st.builds(
        article.Entity,
        start=OFFSET,
        end=OFFSET,
        text=TEXT,
        label=LABEL,
        name=TEXT,
        wikidata=st.none() | st.integers(1, 10**8).map("Q{}".format),
    ),
    "dates": st.builds(
        article.Date,
        start=OFFSET,
        end=OFFSET,
        text=TEXT,
        type=st.sampled_from(article.DATE_TYPES),
        value=TEXT,
        earliest=DAY,
        latest=DAY,
        modifier=st.sampled_from(["before", "end", "approx", None]),
        rule=st.none() | TEXT,
    ),
    "quantities": st.builds(
        article.Quantity,
        start=OFFSET,
        end=OFFSET,
        text=TEXT,
        value=NUMBER,
        unit=st.none() | TEXT,
        dimension=st.none() | TEXT,
        low=NUMBER,
        high=NUMBER,
        modifier=st.sampled_from(["approx", "more", "less", None]),
        rule=st.none() | TEXT,
    ),
    "statements": st.builds(
        Statement,
        start=OFFSET,
        end=OFFSET,
        text=TEXT,
        label=st.sampled_from(article.STATEMENT_LABELS),
        cue=cues,
        holder=st.none() | actors,
        addressee=st.none() | actors,
        reported_by=st.none() | actors,
        deadline=st.none() | TEXT,
        dates=POSITIONS,
        quantities=POSITIONS,
        modality=st.sampled_from(article.MODALITIES),
        confidence=st.floats(0, 1),
        explanation=TEXT,
    ),
}
articles = st.builds(
    Article,
    id=TEXT.filter(bool),
    text=TEXT,
    title=st.none() | TEXT,
    published=DAY,
    source=st.none() | TEXT,
    **{name: st.lists(layer, max_size=2).map(tuple) for name, layer in LAYERS.items()},
)


@given(articles)
def test_an_article_comes_back_from_json_as_it_went(record):
    assert Article.from_dict(record.to_dict()) == record
    assert Article.from_json(record.to_json()) == record


@given(articles)
def test_every_article_is_valid_against_the_schema(record):
    Draft202012Validator(schema()).validate(json.loads(record.to_json()))


@given(articles)
def test_an_article_is_one_line(record):
    assert "\n" not in record.to_json()
    assert "\r" not in record.to_json()


def test_missing_keys_take_their_default_and_unknown_ones_are_ignored():
    assert Article.from_dict({"id": "a", "text": "b", "colour": "red"}) == Article("a", "b")


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(schema())


RECORDS = [
    value
    for value in vars(article).values()
    if isinstance(value, type) and is_dataclass(value) and issubclass(value, Record)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_schema_names_all_fields_of_a_record_and_no_others(record):
    definition = schema() if record is Article else schema()["$defs"][record.__name__.lower()]
    names = {field.name for field in fields(record)}
    assert set(definition["properties"]) == names
    assert set(definition["required"]) == names
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize(
    ("definition", "key", "values"),
    [
        ("segment", "kind", article.SEGMENT_KINDS),
        ("date", "type", article.DATE_TYPES),
        ("statement", "label", article.STATEMENT_LABELS),
        ("statement", "modality", article.MODALITIES),
    ],
)
def test_the_schema_lists_the_same_values_as_the_records(definition, key, values):
    assert tuple(schema()["$defs"][definition]["properties"][key]["enum"]) == values


def test_the_schema_lists_the_entity_labels():
    assert tuple(schema()["$defs"]["label"]["enum"]) == article.ENTITY_LABELS


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"published": "5 juillet 2024"},
        {"id": ""},
        {"sentences": [{"start": -1, "end": 2}]},
        {"segments": [{"start": 0, "end": 2, "kind": "footer"}]},
        {"statements": None},
    ],
    ids=str,
)
def test_the_schema_refuses_what_no_article_holds(change):
    record = Article("a", "Un texte.").to_dict() | change
    assert not Draft202012Validator(schema()).is_valid(record)
