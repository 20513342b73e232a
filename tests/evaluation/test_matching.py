"""The matching is the best there is and does not depend on the order of the spans."""

from itertools import permutations
from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from dires.evaluation.matching import EXACT, iou, match


def span(start, end, **more):
    return {"start": start, "end": end, **more}


SPANS = st.lists(
    st.builds(
        lambda start, length, label: span(start, start + length, label=label),
        st.integers(0, 30),
        st.integers(1, 15),
        st.sampled_from(["pledge", "proposal"]),
    ),
    max_size=4,
)


def total(pairs, gold, predicted):
    return sum(iou(gold[g], predicted[p]) for g, p in pairs)


def same_label(gold, predicted):
    return gold["label"] == predicted["label"]


def test_overlap_is_intersection_over_union():
    assert iou(span(0, 10), span(5, 15)) == 5 / 15
    assert iou(span(0, 10), span(0, 10)) == 1.0
    assert iou(span(0, 10), span(10, 20)) == 0.0
    assert iou(span(5, 5), span(0, 10)) == 0.0


def test_a_closer_pair_does_not_cost_another_pair():
    gold = [span(0, 10), span(10, 30)]
    predicted = [span(4, 24), span(12, 30)]
    # The closest pair of all is (1, 1), which leaves (0, 0): taken alone, (1, 0) would be next.
    assert match(gold, predicted) == [(0, 0), (1, 1)]
    # Here the closest pair is (0, 0); taking it would leave gold 1 and prediction 1 alone.
    gold = [span(0, 20), span(18, 40)]
    predicted = [span(0, 19), span(0, 3)]
    assert match(gold, predicted) == [(0, 1), (1, 0)]


def test_one_more_pair_outweighs_any_closeness():
    gold = [span(0, 11), span(10, 30), span(29, 50)]
    predicted = [span(10, 30), span(29, 50), span(49, 60)]
    assert match(gold, predicted) == [(0, 0), (1, 1), (2, 2)]


def test_minimum_and_accept_rule_pairs_out():
    gold, predicted = [span(0, 10, label="pledge")], [span(0, 9, label="proposal")]
    assert match(gold, predicted) == [(0, 0)]
    assert match(gold, predicted, minimum=EXACT) == []
    assert match(gold, predicted, accept=same_label) == []


@given(SPANS, SPANS)
@settings(max_examples=150)
def test_no_other_matching_is_better(gold, predicted):
    found = match(gold, predicted, accept=same_label)
    assert len({g for g, _ in found}) == len({p for _, p in found}) == len(found)
    best = (0, 0.0)
    for chosen in permutations([*range(len(predicted)), *[None] * len(gold)], len(gold)):
        pairs = [
            (g, p)
            for g, p in enumerate(chosen)
            if p is not None and iou(gold[g], predicted[p]) and same_label(gold[g], predicted[p])
        ]
        best = max(best, (len(pairs), total(pairs, gold, predicted)))
    assert len(found) == best[0]
    assert isclose(total(found, gold, predicted), best[1], abs_tol=1e-9)


@given(SPANS, SPANS, st.randoms(use_true_random=False))
def test_order_does_not_matter(gold, predicted, random):
    def contents(gold, predicted):
        pairs = match(gold, predicted, accept=same_label)
        return sorted((str(gold[g]), str(predicted[p])) for g, p in pairs)

    before = contents(gold, predicted)
    random.shuffle(gold)
    random.shuffle(predicted)
    assert contents(gold, predicted) == before
