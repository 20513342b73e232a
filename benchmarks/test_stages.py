"""Each stage alone, on documents that the stages before it have annotated."""

from __future__ import annotations

import pytest

import dires
from benchmarks.texts import joined, texts, words
from dires.pipeline import STAGES
from dires.segmentation import segment, sentences

# The layers that a stage writes and would otherwise leave as they are.
LAYERS_OF = {
    "dires_segments": ("segments", "sentences"),
    "dires_entities": ("entities", "mentions"),
    "dires_dates": ("dates",),
    "dires_quantities": ("quantities",),
}


def _forget(documents, *stages):
    """Take the stages' layers off: what is there already is not found again."""
    for doc in documents:
        for stage in stages:
            for layer in LAYERS_OF.get(stage, ()):
                doc.user_data.pop(f"dires.{layer}", None)


@pytest.mark.parametrize("stage", STAGES)
def test_stage(benchmark, nlp, documents_before, stage):
    component = nlp.get_pipe(stage)
    documents = documents_before(stage)
    benchmark.extra_info.update(words=words(), characters=sum(map(len, texts())))

    def run():
        _forget(documents, stage)
        if hasattr(component, "pipe"):
            return list(component.pipe(iter(documents)))
        return [component(doc) for doc in documents]

    assert len(benchmark(run)) == len(documents)


def test_dates_on_plain_text(benchmark):
    benchmark.extra_info.update(words=words(), characters=len(joined()))
    assert benchmark(dires.dates.find, joined())


def test_quantities_on_plain_text(benchmark):
    benchmark.extra_info.update(words=words(), characters=len(joined()))
    assert benchmark(dires.quantities.find, joined())


def test_segmentation_on_plain_text(benchmark):
    benchmark.extra_info.update(words=words(), characters=len(joined()))
    assert benchmark(lambda: sentences(joined(), segment(joined())))


def test_extraction_core(benchmark, nlp, documents_before):
    """Dates, quantities and statements on parsed documents."""
    core = [nlp.get_pipe(f"dires_{name}") for name in ("dates", "quantities", "statements")]
    documents = documents_before("dires_dates")
    benchmark.extra_info.update(words=words(), characters=sum(map(len, texts())))

    def run():
        _forget(documents, "dires_dates", "dires_quantities")
        for component in core:
            for doc in documents:
                component(doc)
        return documents

    assert benchmark(run)
