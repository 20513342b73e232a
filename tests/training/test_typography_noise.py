"""Typography is varied; the spans stay on the same words."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dires.training.gold import Example, GoldSpan
from dires.training.typography_noise import vary

TEXT = "Le maire de Brest\n\nA Brest , l' ONU ( et « Oxfam » ) a salué l'accord ."


def example():
    words = ("Brest", "ONU", "Oxfam")
    spans = [(i, i + len(w), w) for w in words for i in range(len(TEXT)) if TEXT.startswith(w, i)]
    spans.sort()
    return Example("s", "g", TEXT, {"entities": tuple(GoldSpan(*span) for span in spans)})


@given(st.integers(0, 10_000))
def test_spans_move_with_their_words(seed):
    varied = vary(example(), random.Random(seed))
    assert [varied.text[a:b].casefold() for a, b, *_ in varied.spans["entities"]] == [
        span.label.casefold() for span in example().spans["entities"]
    ]


def test_spaces_that_no_newspaper_prints_go():
    texts = {vary(example(), random.Random(seed)).text for seed in range(50)}
    assert any("A Brest, l'ONU (et « Oxfam ») a salué l'accord." in text for text in texts)
    assert any('"' in text for text in texts)
    assert any("LE MAIRE DE BREST" in text for text in texts)
