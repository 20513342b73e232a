"""The spaCy component ``dires_statements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.statements.classify import find


@Language.factory(
    "dires_statements",
    requires=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma"],
    assigns=["doc.spans"],
    default_config={"min_confidence": 0.0},
)
class StatementsComponent:
    """Writes layer ``statements``: those with a confidence of at least `min_confidence`."""

    def __init__(self, nlp: Language, name: str, min_confidence: float) -> None:
        self.name = name
        self.min_confidence = min_confidence
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the statements of `doc`."""
        layers.write(doc, "statements", find(doc, min_confidence=self.min_confidence))
        return doc
