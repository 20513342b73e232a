"""What the encoder sees takes part in the decision, and is said in the explanation."""

from __future__ import annotations

import pytest

import dires
from dires.encoder.heads import write_heads
from dires.encoder.tagging import Span
from dires.statements.confidence import Trust, log_odds, shipped_trust
from dires.statements.cues import proposed_rule
from dires.statements.finder import acts_of, find

TRUST = Trust(
    {"encoder": 1.0, "rule": 1.0, "encoder alone": 0.0, "encoder alone, log-odds": 1.0},
    {"pledge": 0.5, "proposal": 0.5, "endorsement": 0.5},
)


@pytest.fixture(scope="module")
def parsed():
    nlp = dires.load("fast")
    nlp.remove_pipe("dires_statements")
    return nlp


def seen(nlp, text, *views):
    """`text` parsed, with the encoder's `views`: words, label, probability."""
    doc = nlp(text)
    spans = [
        Span(text.index(words), text.index(words) + 2, label, probability)
        for words, label, probability in views
    ]
    write_heads(doc, {"acts": spans})
    return doc


def said(doc, **options):
    return [(s.label, s.text) for _, s in acts_of(doc, trust=TRUST, **options)]


def test_an_act_that_no_rule_knows(parsed):
    text = "L'usine supprime 134 emplois d'ici 2030."
    assert find(parsed(text)) == ()
    doc = seen(parsed, text, ("supprime", "pledge", 0.9))
    ((act, statement),) = acts_of(doc, trust=TRUST)
    assert (statement.label, statement.text) == ("pledge", "supprime 134 emplois d'ici 2030")
    assert statement.holder is not None
    assert statement.holder.name == "usine"
    assert statement.deadline == "2030"
    assert act.match.rule == proposed_rule("pledge")
    assert "encoder: 0.90" in statement.explanation


def test_what_the_encoder_doubts_is_left_out(parsed):
    text = "La Suède a salué l'accord."
    assert said(seen(parsed, text, ("a salué", "endorsement", 0.9)))
    assert not said(seen(parsed, text))
    assert said(seen(parsed, text), encoder=False)


@pytest.mark.parametrize(
    ("endorsement", "label"),
    [(0.1, "endorsement"), (0.01, "proposal")],
    ids=["that of a rule that is trusted", "else the encoder's"],
)
def test_of_two_labels_for_the_same_words(parsed, endorsement, label):
    text = "La Suède a salué l'accord."
    views = ("a salué", "proposal", 0.97), ("salué", "endorsement", endorsement)
    assert [found for found, _ in said(seen(parsed, text, *views))] == [label]


def test_an_act_told_from_its_subject_on_is_not_told_again_from_its_verb_on(parsed):
    text = "Le fonds d'aide sera doté de huit millions d'euros en mars."
    doc = parsed(text)
    from_verb = Span(text.index("sera"), text.index("doté"), "pledge", 0.3)
    write_heads(doc, {"acts": [from_verb]})
    assert said(doc) == [("pledge", "sera doté de huit millions d'euros en mars")]
    whole = Span(0, len(text) - 1, "pledge", 0.95)
    write_heads(doc, {"acts": [Span(0, 2, "pledge", 0.95), from_verb], "pledge": [whole]})
    assert said(doc) == [("pledge", text[:-1])]


def test_without_rules_the_encoder_decides_alone(parsed):
    doc = seen(parsed, "La Suède a salué l'accord.", ("a salué", "endorsement", 0.8))
    ((act, _),) = acts_of(doc, trust=TRUST, rules=False)
    assert act.confidence == 0.8
    assert said(doc, rules=False) == [("endorsement", "a salué l'accord")]


def test_thresholds_are_an_option(parsed):
    doc = seen(parsed, "L'usine supprime 134 emplois.", ("supprime", "pledge", 0.9))
    labels = shipped_trust().thresholds
    assert find(doc, thresholds=dict.fromkeys(labels, 1.1)) == ()
    assert len(find(doc, thresholds=dict.fromkeys(labels, 0.0))) == 1


def test_text_that_the_encoder_has_not_read_is_left_to_the_rules(parsed):
    doc = parsed("La Suède a salué l'accord.")
    (found,) = find(doc)
    assert "encoder" not in found.explanation


@pytest.mark.parametrize("probability", [0.0, 0.2, 0.5, 1.0])
def test_log_odds_are_finite_and_grow(probability):
    assert -6 < log_odds(0.0) <= log_odds(probability) <= log_odds(1.0) < 6


def test_the_shipped_trust_knows_every_label():
    trust = shipped_trust()
    assert set(trust.thresholds) == {"pledge", "proposal", "endorsement"}
    assert trust.weights["encoder"] > 0


def test_what_is_insisted_on_is_no_act_of_its_own(parsed):
    text = "La ministre a insisté sur la nécessité de réformer le marché."
    doc = seen(parsed, text, ("a insisté", "proposal", 0.95))
    assert said(doc) == [("proposal", "a insisté sur la nécessité de réformer le marché")]
