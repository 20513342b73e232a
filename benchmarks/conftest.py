"""Pipelines and parsed documents that the benchmarks share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import dires
from benchmarks.texts import texts


@pytest.fixture(scope="session")
def nlp() -> Language:
    return dires.load("fast")


@pytest.fixture(scope="session")
def documents_before(nlp: Language) -> Callable[[str], list[Doc]]:
    """Documents that all stages before the named one have annotated."""
    made: dict[str, list[Doc]] = {}

    def before(stage: str) -> list[Doc]:
        if stage not in made:
            later = nlp.pipe_names[nlp.pipe_names.index(stage) :]
            with nlp.select_pipes(disable=later):
                made[stage] = list(nlp.pipe(texts()))
        return made[stage]

    return before
