"""One small pipeline for all tests of this folder."""

import pytest
import spacy

from dires import layers


@pytest.fixture(scope="session")
def nlp():
    pipeline = spacy.blank(
        "fr", config={"nlp": {"tokenizer": {"@tokenizers": "dires.FrenchTokenizer.v1"}}}
    )
    pipeline.add_pipe("dires_segments")
    pipeline.add_pipe("dires_syntax")
    pipeline.add_pipe("dires_entities")
    return pipeline


@pytest.fixture
def entities(nlp):
    """The names of a text as (text, label)."""

    def find(text):
        return [(e.text, e.label) for e in layers.read(nlp(text), "entities")]

    return find


@pytest.fixture
def canonical(nlp):
    """The canonical name of each name of a text, as a dictionary."""

    def find(text):
        return {e.text: e.name for e in layers.read(nlp(text), "entities")}

    return find


@pytest.fixture
def actors(nlp):
    """The mentions of actors of a text as (text, name)."""

    def find(text):
        return [(m.text, m.name) for m in layers.read(nlp(text), "mentions")]

    return find
