"""The pipeline that the tests share: loaded once a run."""

from __future__ import annotations

import pytest
from hypothesis import settings
from spacy.language import Language

import dires

# How long an example takes is the machine's affair: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return dires.load("fast")
