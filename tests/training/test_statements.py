"""How far rules and encoder are trusted is fitted on gold; formulations are told apart."""

from __future__ import annotations

import tomllib

import pytest

pytest.importorskip("sklearn")

from dires.encoder.heads import write_heads
from dires.encoder.tagging import Span
from dires.statements.confidence import shipped_trust
from dires.training.calibration import reliability_table
from dires.training.documents import Annotated
from dires.training.formulations import compare, false_finds, markdown, score
from dires.training.statements import candidates_of, fit_on, write_trust

TEXT = "La Suède a salué l'accord. L'usine supprime 134 emplois. Le maire promet une crèche."
ACTS = {"a salué": "endorsement", "supprime": "pledge", "promet": "pledge"}


@pytest.fixture(scope="module")
def texts(nlp):
    """Twenty texts in which what the encoder is sure of is right, and a rule's find is not."""

    def annotated(number):
        doc = nlp(TEXT)
        sure = {words: 0.9 if words != "promet" else 0.03 for words in ACTS}
        heads = {
            "acts": [
                Span(TEXT.index(words), TEXT.index(words) + 2, label, sure[words])
                for words, label in ACTS.items()
            ]
        }
        write_heads(doc, heads)
        gold = [
            {"start": TEXT.index(words), "end": TEXT.index(".", TEXT.index(words)), "label": label}
            for words, label in ACTS.items()
            if words != "promet"
        ]
        return Annotated("own", str(number), doc, gold)

    return [annotated(number) for number in range(20)]


def test_candidates_are_right_where_the_gold_begins(texts):
    found = list(candidates_of(texts[0].doc, texts[0].statements))
    assert [(c.label, c.is_right) for c in found] == [
        ("endorsement", True),
        ("pledge", True),
        ("pledge", False),
    ]


def test_an_optional_statement_counts_neither_way(texts):
    gold = [{**item, "optional": True} for item in texts[0].statements]
    assert all(not c.is_right or c.label for c in candidates_of(texts[0].doc, gold))
    spurious = [c for c in candidates_of(texts[0].doc, gold) if not c.is_right]
    assert [c.label for c in spurious] == ["pledge"]


def test_the_encoder_is_trusted_where_it_is_right(texts, tmp_path):
    trust = fit_on(texts)
    right = [c for c in candidates_of(texts[0].doc, texts[0].statements) if c.is_right]
    wrong = [c for c in candidates_of(texts[0].doc, texts[0].statements) if not c.is_right]
    assert min(trust.weigh(c.features) for c in right) > 0.8
    assert max(trust.weigh(c.features) for c in wrong) < 0.3
    write_trust(trust, tmp_path / "confidence.toml")
    written = tomllib.loads((tmp_path / "confidence.toml").read_text())
    assert written["weights"] == trust.weights
    assert set(written["thresholds"]) == set(shipped_trust().thresholds)


def test_formulations_side_by_side(texts):
    rows = compare(texts, lambda doc: [])
    assert rows["rules and encoder"]["relaxed"].recall == 1.0
    assert rows["rules"]["relaxed"].f1 == pytest.approx(0.5)  # finds the crèche, not the jobs
    assert rows["words of the sentence (TF-IDF)"]["relaxed"].f1 == 0.0
    assert "| rules | 0.500 |" in markdown(rows)
    assert score(texts, lambda doc: [])["relaxed"].gold == 40


def test_what_is_found_where_nothing_is(texts):
    silent = [Annotated("own", "silent", text.doc, []) for text in texts[:2]]
    rates = false_finds([*texts, *silent], lambda doc: [])
    words = len(TEXT.split())
    assert rates["rules"] == pytest.approx(2 * 1_000 / words)
    assert rates["words of the sentence (TF-IDF)"] == 0.0
    assert false_finds(texts, lambda doc: []) == {}


def test_confidences_are_what_they_say(texts):
    table = reliability_table(texts)
    assert "| 0.9 to 1.0 | 40 |" in table
    assert float(table.rpartition(": ")[2].rstrip(".")) < 0.1
