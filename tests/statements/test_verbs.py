"""What verb forms say: tense, negation, person."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dires.statements.verbs import is_first_person, is_negated, is_past


def sentence(*words):
    """A `Doc` from (text, tag, dependency, head, morphology) of each word."""
    texts, tags, dependencies, heads, morphs = zip(*words, strict=True)
    return Doc(
        Vocab(),
        words=texts,
        pos=tags,
        deps=dependencies,
        heads=heads,
        morphs=morphs,
        lemmas=[""] * len(texts),
        sent_starts=[i == 0 for i in range(len(texts))],
    )


PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
ENGAGED = sentence(
    ("Elle", "PRON", "nsubj", 3, ""),
    ("s'", "PRON", "expl:comp", 3, ""),
    ("est", "AUX", "aux:tense", 3, PRESENT),
    ("engagée", "VERB", "ROOT", 3, "Tense=Past|VerbForm=Part"),
)
CHECKS = sentence(
    ("Nous", "PRON", "nsubj", 1, ""),
    ("vérifions", "VERB", "ROOT", 1, f"{PRESENT}|Person=1"),
)
FINANCED = sentence(
    ("Les", "DET", "det", 1, ""),
    ("communes", "NOUN", "nsubj", 2, ""),
    ("financeront", "NOUN", "ROOT", 2, ""),
)
SIGNS_NONE = sentence(
    ("Elle", "PRON", "nsubj", 2, ""),
    ("ne", "ADV", "advmod", 2, ""),
    ("signera", "VERB", "ROOT", 2, "Tense=Fut"),
    ("aucun", "DET", "det", 4, ""),
    ("accord", "NOUN", "obj", 2, ""),
)


@pytest.mark.parametrize(
    ("doc", "verb", "past"), [(ENGAGED, 3, True), (CHECKS, 1, False), (SIGNS_NONE, 2, False)]
)
def test_past(doc, verb, past):
    assert is_past(doc[verb]) is past


@pytest.mark.parametrize(("doc", "verb", "negated"), [(SIGNS_NONE, 2, True), (ENGAGED, 3, False)])
def test_negation(doc, verb, negated):
    assert is_negated(doc[verb]) is negated


@pytest.mark.parametrize(("doc", "verb", "first"), [(CHECKS, 1, True), (FINANCED, 2, False)])
def test_first_person(doc, verb, first):
    assert is_first_person(doc[verb]) is first
