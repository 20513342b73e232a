"""A gold record with a fault in it is found out."""

import copy

import pytest
from jsonschema import Draft202012Validator

from dires.corpus import problems, schema

TEXT = "Oslo promet 20 barques d'ici 2030.\n\nAbonnez-vous"
GOLD = {
    "id": "a",
    "title": "Oslo",
    "published": "2024-05-02",
    "source": "a.txt",
    "genre": "local news",
    "region": "elsewhere",
    "text": TEXT,
    "segments": [
        {"start": 0, "end": 34, "kind": "paragraph"},
        {"start": 36, "end": 48, "kind": "boilerplate"},
    ],
    "entities": [{"start": 0, "end": 4, "text": "Oslo", "label": "LOC", "name": "Oslo"}],
    "dates": [
        {
            "start": 23,
            "end": 33,
            "text": "d'ici 2030",
            "type": "DATE",
            "value": "2030",
            "modifier": "before",
        }
    ],
    "quantities": [
        {
            "start": 12,
            "end": 22,
            "text": "20 barques",
            "value": 20,
            "low": None,
            "high": None,
            "unit": "barque",
            "modifier": None,
        }
    ],
    "statements": [
        {
            "start": 5,
            "end": 33,
            "text": "promet 20 barques d'ici 2030",
            "label": "pledge",
            "cue": {"start": 5, "end": 11, "text": "promet"},
            "holder": "Oslo",
            "addressee": None,
            "reported_by": None,
            "deadline": "2030",
            "modality": "asserted",
        }
    ],
}


def faulty(layer, **changes):
    record = copy.deepcopy(GOLD)
    record[layer][0] |= changes
    return record


def test_a_good_record_has_no_problem():
    assert list(problems(GOLD)) == []
    Draft202012Validator(schema()).validate(GOLD)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (faulty("entities", end=5), "white space"),
        (faulty("entities", text="Bergen"), "not what stands there"),
        (faulty("statements", cue={"start": 5, "end": 11, "text": "offre"}), "cue"),
        (faulty("dates", value="2030-1"), "TIMEX3"),
        (faulty("statements", deadline="bientôt"), "TIMEX3"),
        (faulty("statements", alt=["pledge"]), "own label"),
        (faulty("quantities", low=20, high=10), "wrong order"),
        (faulty("segments", end=20), "in none"),
        (faulty("segments", kind="boilerplate"), "in boilerplate"),
        (faulty("statements", end=48, text=TEXT[5:48]), "no segment or in several"),
        ({**GOLD, "entities": GOLD["entities"] * 2}, "overlap"),
    ],
)
def test_faults(record, said):
    assert any(said in problem for problem in problems(record))


def test_statements_may_nest_but_not_cross():
    inner = faulty("statements", start=12, text=TEXT[12:33])["statements"][0]
    crossing = {**inner, "end": 34, "text": TEXT[12:34]}
    assert not list(problems({**GOLD, "statements": [*GOLD["statements"], inner]}))
    found = problems({**GOLD, "statements": [*GOLD["statements"], crossing]})
    assert any("cross" in problem for problem in found)


@pytest.mark.parametrize(
    "record",
    [
        faulty("entities", label="GPE"),
        faulty("statements", optional=False),
        faulty("statements", holder=" Oslo"),
        {name: value for name, value in GOLD.items() if name != "genre"},
    ],
)
def test_the_schema_refuses(record):
    assert not Draft202012Validator(schema()).is_valid(record)
