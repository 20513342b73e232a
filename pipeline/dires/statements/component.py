"""The spaCy component ``dires_statements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.statements.confidence import shipped_trust
from dires.statements.finder import find


@Language.factory(
    "dires_statements",
    requires=["token.dep", "token.head", "token.pos", "token.morph", "token.lemma"],
    assigns=["doc.spans"],
    default_config={"min_confidence": 0.0, "thresholds": None},
)
class StatementsComponent:
    """Writes layer ``statements``: those with a confidence of at least `min_confidence`.

    Where the encoder has read the document, each label has a threshold of its own: in `thresholds`,
    or as chosen on development texts.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        min_confidence: float,
        thresholds: dict[str, float] | None,
    ) -> None:
        self.name = name
        self.min_confidence = min_confidence
        self.thresholds = thresholds
        if thresholds:
            shipped_trust().with_thresholds(thresholds)  # a label that is none is told now
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the statements of `doc`."""
        found = find(doc, min_confidence=self.min_confidence, thresholds=self.thresholds)
        layers.write(doc, "statements", found)
        return doc
