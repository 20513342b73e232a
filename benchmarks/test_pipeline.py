"""The whole pipeline and the stock spaCy pipeline, on the same texts."""

from __future__ import annotations

import pytest

from benchmarks.texts import texts, words


@pytest.mark.parametrize("name", ["nlp", "bare"])
def test_whole_pipeline(benchmark, request, name):
    pipeline = request.getfixturevalue(name)
    benchmark.extra_info.update(words=words(), characters=sum(map(len, texts())))
    documents = benchmark.pedantic(lambda: list(pipeline.pipe(texts())), rounds=5, warmup_rounds=1)
    assert len(documents) == len(texts())
