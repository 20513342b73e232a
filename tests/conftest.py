"""The pipeline that the tests share: loaded once a run."""

from __future__ import annotations

import pytest
from spacy.language import Language

import dires


@pytest.fixture(scope="session")
def nlp() -> Language:
    return dires.load()
