"""Two annotations agree as far as they mark and name the same things, optional ones apart."""

import copy

import pytest

from dires.evaluation import agree
from dires.evaluation.agreement import LayerAgreement

TEXT = "Le Mali promet 3 puits et salue l'aide du Bénin, puis demande un délai au Niger."


def at(words, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **more}


FIRST = {
    "id": "a",
    "text": TEXT,
    "segments": [at(TEXT, kind="paragraph")],
    "entities": [at("Mali", label="LOC"), at("Bénin", label="LOC"), at("Niger", label="ORG")],
    "dates": [],
    "quantities": [at("3 puits", value=3, unit="puits")],
    "statements": [
        at("promet 3 puits", label="pledge", holder="Mali"),
        at("salue l'aide du Bénin", label="endorsement", holder="Mali"),
        at("demande un délai au Niger", label="proposal", holder="Mali"),
    ],
}


def second(**layers):
    return {**copy.deepcopy(FIRST), **layers}


def measured(other, layer="statements") -> LayerAgreement:
    return agree([FIRST], [other])[layer]


def test_whoever_agrees_with_himself_agrees_wholly():
    for layer in agree([FIRST], [FIRST]).values():
        assert all(score.f1 == 1 for score in layer.spans.values() if score.gold)
    assert measured(FIRST).labels == measured(FIRST).marks == 1


def test_it_does_not_matter_who_is_first():
    other = second(statements=FIRST["statements"][:2], entities=FIRST["entities"][1:])
    there, back = agree([FIRST], [other]), agree([other], [FIRST])
    for layer in there:
        for name, score in there[layer].spans.items():
            assert score.f1 == back[layer].spans[name].f1
        assert there[layer].marks == back[layer].marks


def test_what_only_one_marks_costs_spans_and_alpha_of_marks_but_not_of_labels():
    result = measured(second(statements=FIRST["statements"][:2]))
    assert result.spans["relaxed"].f1 == pytest.approx(4 / 5)
    assert result.labels == 1
    assert result.marks < 1


def test_another_label_costs_alpha_of_labels():
    other = copy.deepcopy(FIRST["statements"])
    other[2]["label"] = "pledge"
    result = measured(second(statements=other))
    # Nominal alpha of (a a) (b b) (c a): 1 - (n - 1) * disagreements / (n² - Σ n_c²), n = 6 marks.
    assert result.labels == pytest.approx(1 - 5 * 2 / (36 - (9 + 4 + 1)))
    assert result.spans["relaxed"].correct == 2


def test_what_either_finds_optional_counts_neither_way():
    doubtful = copy.deepcopy(FIRST["statements"])
    doubtful[2]["optional"] = True
    for one, other in (
        (second(statements=doubtful), second(statements=FIRST["statements"][:2])),
        (FIRST, second(statements=doubtful)),
        (second(statements=FIRST["statements"][:2]), second(statements=doubtful)),
    ):
        result = agree([one], [other])["statements"]
        assert result.spans["relaxed"].f1 == 1
        assert result.spans["relaxed"].gold == 2
        counted = agree([one], [other], count_optional=True)["statements"]
        assert counted.spans["relaxed"].gold + counted.spans["relaxed"].predicted >= 5


def test_holders_are_compared_where_both_marked():
    other = copy.deepcopy(FIRST["statements"][:2])
    other[1]["holder"] = "Bénin"
    score = measured(second(statements=other)).properties["holder"]
    assert (score.correct, score.gold) == (1, 2)


@pytest.mark.parametrize(("other", "said"), [(second(id="b"), "common"), (second(text="x"), "a:")])
def test_nothing_to_compare(other, said):
    with pytest.raises(ValueError, match=said):
        agree([FIRST], [other])
