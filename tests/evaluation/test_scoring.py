"""What counts as a hit, a miss, or too much, figure by figure."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dires.article import Article
from dires.evaluation import FIGURES, Score, evaluate

TEXT = "La Norvège promet 20 millions d'euros d'ici 2030, et Oslo salue l'accord de Lima."


def at(words, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **more}


PLEDGE = at(
    "promet 20 millions d'euros d'ici 2030", label="pledge", holder="Norvège", deadline="2030"
)
PRAISE = at("salue l'accord de Lima", label="endorsement", holder="Oslo")
GOLD = {
    "id": "a",
    "text": TEXT,
    "segments": [at(TEXT, kind="paragraph")],
    "entities": [
        at("Norvège", label="LOC"),
        at("Oslo", label="LOC"),
        at("accord de Lima", label="MISC"),
    ],
    "dates": [at("d'ici 2030", type="DATE", value="2030", modifier="before")],
    "quantities": [at("20 millions d'euros", value=20000000, unit="EUR")],
    "statements": [PLEDGE, PRAISE],
}


def changed(**layers):
    return {**copy.deepcopy(GOLD), **layers}


def measure(gold, predicted, **options):
    return evaluate([gold], [predicted], **options)


def counts(evaluation, figure):
    score = evaluation.scores[figure]
    return score.correct, score.predicted, score.gold


def test_gold_against_itself_is_perfect_in_every_figure():
    evaluation = measure(GOLD, GOLD)
    for name in evaluation.scores:
        assert evaluation[f"{name}.recall"] == 1.0, name
        assert evaluation[f"{name}.precision"] == 1.0, name
    assert evaluation.errors == ()


def test_articles_are_read_like_dictionaries():
    predicted = changed(
        statements=[
            {
                **PLEDGE,
                "text": "",
                "cue": at("promet", text="promet"),
                "holder": at("La Norvège", text="La Norvège", name="Norvège"),
            }
        ]
    )
    predicted["entities"] = [{**e, "text": "", "name": ""} for e in predicted["entities"]]
    predicted["dates"][0]["text"] = predicted["quantities"][0]["text"] = ""
    article = Article.from_dict(predicted)
    assert measure(GOLD, article).scores == measure(GOLD, predicted).scores
    assert measure(GOLD, article)["statements.holder.accuracy"] == 1.0


def test_relaxed_strict_and_half():
    shorter = {**PLEDGE, "end": PLEDGE["start"] + 6}
    evaluation = measure(GOLD, changed(statements=[shorter, PRAISE]))
    assert counts(evaluation, "statements.relaxed") == (2, 2, 2)
    assert counts(evaluation, "statements.iou50") == (1, 2, 2)
    entity = {**GOLD["entities"][0], "start": 0}
    evaluation = measure(GOLD, changed(entities=[entity, *GOLD["entities"][1:]]))
    assert counts(evaluation, "entities.relaxed") == (3, 3, 3)
    assert counts(evaluation, "entities.strict") == (2, 3, 3)
    assert counts(evaluation, "entities.LOC") == (1, 2, 2)
    date = {**GOLD["dates"][0], "start": TEXT.index("2030")}
    evaluation = measure(GOLD, changed(dates=[date]))
    assert counts(evaluation, "dates.relaxed") == counts(evaluation, "dates.value") == (1, 1, 1)
    assert counts(evaluation, "dates.strict") == (0, 1, 1)


def test_the_label_counts_except_in_any_label():
    evaluation = measure(GOLD, changed(statements=[{**PLEDGE, "label": "proposal"}, PRAISE]))
    assert counts(evaluation, "statements.relaxed") == (1, 2, 2)
    assert counts(evaluation, "statements.any_label") == (2, 2, 2)
    assert counts(evaluation, "statements.pledge") == (0, 0, 1)
    [error] = evaluation.errors
    assert (error.kind, error.gold, error.predicted) == ("label", "pledge", "proposal")


def test_an_alternative_label_is_as_good():
    gold = changed(statements=[{**PLEDGE, "alt": ["proposal"]}])
    evaluation = measure(gold, changed(statements=[{**PLEDGE, "label": "proposal"}]))
    assert evaluation["statements.relaxed.f1"] == 1.0


def test_optional_gold_counts_neither_way():
    gold = changed(statements=[PLEDGE, {**PRAISE, "optional": True}])
    for statements in (
        [PLEDGE],
        [PLEDGE, PRAISE],
        [PLEDGE, PRAISE, {**PRAISE, "label": "proposal"}],
    ):
        evaluation = measure(gold, changed(statements=statements))
        assert counts(evaluation, "statements.relaxed") == (1, 1, 1)
        assert evaluation.errors == ()


def test_two_predictions_cannot_both_hit_one_gold_span():
    halves = [{**PLEDGE, "end": PLEDGE["start"] + 10}, {**PLEDGE, "start": PLEDGE["start"] + 12}]
    evaluation = measure(GOLD, changed(statements=[*halves, PRAISE]))
    assert counts(evaluation, "statements.relaxed") == (2, 3, 2)
    assert [error.kind for error in evaluation.errors] == ["spurious"]


@pytest.mark.parametrize(
    ("layer", "update", "figure"),
    [
        ("dates", {"value": "2031"}, "dates.value"),
        ("dates", {"type": "SET"}, "dates.type"),
        ("dates", {"modifier": None}, "dates.modifier"),
        ("quantities", {"value": 20}, "quantities.value"),
        ("quantities", {"value": None}, "quantities.value"),
        ("quantities", {"unit": "USD"}, "quantities.unit"),
        ("segments", {"kind": "title"}, "segments.kind"),
        ("statements", {"holder": {"name": "Oslo"}}, "statements.holder"),
        ("statements", {"holder": None}, "statements.holder"),
        ("statements", {"deadline": None}, "statements.deadline"),
    ],
)
def test_a_wrong_property_is_a_figure_and_an_error(layer, update, figure):
    items = copy.deepcopy(GOLD[layer])
    items[0].update(update)
    evaluation = measure(GOLD, changed(**{layer: items}))
    assert evaluation.scores[figure].correct == evaluation.scores[figure].gold - 1
    others = set(evaluation.scores) - {figure}
    assert all(evaluation[f"{name}.recall"] == 1.0 for name in others)
    [error] = evaluation.errors
    assert error.kind == figure.partition(".")[2]
    assert error.text == TEXT[GOLD[layer][0]["start"] : GOLD[layer][0]["end"]]


def test_a_value_is_measured_of_all_spans():
    dates = [{**GOLD["dates"][0], "value": "2031"}, at("Lima", type="DATE", value="2030")]
    evaluation = measure(GOLD, changed(dates=dates))
    assert counts(evaluation, "dates.relaxed") == (1, 2, 1)
    assert counts(evaluation, "dates.value") == (0, 2, 1)


def test_equally_good_matchings_do_not_depend_on_order():
    twins = [PLEDGE, {**PLEDGE, "holder": "Oslo"}]
    predicted = changed(statements=[PLEDGE])
    there = measure(changed(statements=twins), predicted)
    back = measure(changed(statements=twins[::-1]), predicted)
    assert there.scores == back.scores


def test_a_property_that_gold_has_not_lowers_only_precision():
    gold = changed(statements=[PLEDGE, {**PRAISE, "holder": None}])
    evaluation = measure(gold, GOLD)
    assert evaluation["statements.holder.accuracy"] == 1.0
    assert evaluation["statements.holder.precision"] == 0.5


def test_a_range_needs_both_bounds():
    gold = changed(quantities=[{**GOLD["quantities"][0], "low": 10, "high": 20}])
    right = measure(gold, gold)
    wrong = measure(gold, changed(quantities=[{**GOLD["quantities"][0], "low": 10, "high": 30}]))
    assert right["quantities.range.f1"] == 1.0
    assert wrong["quantities.range.f1"] == 0.0


def test_modality_is_measured_where_gold_says_any():
    assert "statements.modality" not in measure(GOLD, GOLD).scores
    gold = changed(statements=[PLEDGE, {**PRAISE, "modality": "conditional"}])
    assert measure(gold, gold)["statements.modality.accuracy"] == 1.0
    assert measure(gold, GOLD)["statements.modality.accuracy"] == 0.5


def test_articles_without_prediction_are_missed_and_named():
    other = {**copy.deepcopy(GOLD), "id": "b"}
    stray = {"id": "z", "text": "Autre texte.", "statements": [PLEDGE]}
    evaluation = evaluate([GOLD, other], [GOLD, stray])
    assert evaluation.missing == ("b",)
    assert evaluation.unknown == ("z",)
    assert counts(evaluation, "statements.relaxed") == (2, 2, 4)
    assert {e.article for e in evaluation.errors} == {"b"}


def test_a_failed_article_is_missed():
    evaluation = measure(GOLD, {"id": "a", "text": TEXT, "statements": None})
    assert evaluation["statements.relaxed.recall"] == 0.0
    assert evaluation["dates.relaxed.recall"] == 0.0


def test_changed_text_is_named():
    assert measure(GOLD, changed(text=TEXT + " ")).changed == ("a",)
    assert measure(GOLD, GOLD).changed == ()


def test_layers_that_gold_leaves_out_are_not_measured():
    gold = {key: GOLD[key] for key in ("id", "text", "dates")} | {"entities": []}
    evaluation = measure(gold, GOLD)
    assert {name.partition(".")[0] for name in evaluation.scores} == {"dates"}
    with pytest.raises(KeyError, match="is not measured"):
        evaluation["entities.strict.f1"]
    with pytest.raises(KeyError, match="is not measured"):
        evaluation["dates.relaxed.f2"]


def test_an_annotated_layer_without_spans_makes_predictions_spurious():
    evaluation = measure(changed(quantities=[]), GOLD)
    assert counts(evaluation, "quantities.relaxed") == (0, 1, 0)


def test_stages_choose_what_is_measured():
    evaluation = measure(GOLD, GOLD, stages=["dates"])
    assert {name.partition(".")[0] for name in evaluation.scores} == {"dates"}
    with pytest.raises(ValueError, match="no stage 'date'"):
        measure(GOLD, GOLD, stages=["date"])
    with pytest.raises(ValueError, match="no articles"):
        evaluate([], [GOLD])


def test_worst_articles_come_first_and_the_mean_is_over_articles():
    short = {"id": "b", "text": TEXT, "statements": [PLEDGE]}
    evaluation = evaluate([GOLD, short], [GOLD, {**short, "statements": []}])
    assert [a.id for a in evaluation.worst("statements.relaxed")] == ["b", "a"]
    assert evaluation.macro("statements.relaxed") == 0.5
    assert evaluation["statements.relaxed.f1"] == pytest.approx(0.8)


def test_every_figure_is_explained_and_only_those():
    gold = changed(
        quantities=[{**GOLD["quantities"][0], "low": 1, "high": 2, "modifier": "more"}],
        statements=[
            PLEDGE | {"addressee": "Pérou", "reported_by": "Oslo", "modality": "asserted"},
            PRAISE,
        ],
    )
    assert set(measure(gold, gold).scores) | {
        "entities.PER",
        "entities.ORG",
        "statements.proposal",
    } == set(FIGURES)


SHIFTS = st.lists(
    st.tuples(st.sampled_from(["pledge", "proposal"]), st.integers(0, 60), st.integers(1, 20)),
    max_size=6,
)


@given(SHIFTS, SHIFTS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_figures_do_not_depend_on_order(gold, predicted, random):
    def record(spans, **more):
        statements = [
            {"start": start, "end": start + length, "label": label, **more}
            for label, start, length in spans
        ]
        return {"id": "a", "text": TEXT, "statements": statements}

    before = measure(record(gold), record(predicted))
    random.shuffle(gold)
    random.shuffle(predicted)
    after = measure(record(gold), record(predicted))
    assert before.scores == after.scores
    relaxed, half, loose = (
        after.scores.get(f"statements.{name}", Score())
        for name in ("relaxed", "iou50", "any_label")
    )
    assert half.correct <= relaxed.correct <= loose.correct
    assert (relaxed.predicted, relaxed.gold) == (len(predicted), len(gold))


def test_ratios_of_nothing_are_zero():
    assert Score().f1 == Score().precision == Score().recall == 0.0
