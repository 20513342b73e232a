import pytest
import spacy
from spacy.language import Language

from dires.article import Sentence
from dires.layers import write


@Language.component("test_first_sentence")
def first_sentence(doc):
    """Stands for the stages: one result for each document, which depends on its text."""
    if "panne" in doc.text:
        raise RuntimeError("le moteur est en panne")
    write(doc, "sentences", [Sentence(0, doc.text.index(".") + 1)])
    return doc


@pytest.fixture
def nlp():
    """A pipeline that is quick, and that raises for texts with ``panne``."""
    blank = spacy.blank("fr")
    blank.add_pipe("test_first_sentence")
    return blank
