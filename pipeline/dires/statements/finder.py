"""Statements of a parsed document: the public functions of the stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span

from dires import layers
from dires.article import Segment, Statement
from dires.statements.acts import Act
from dires.statements.confidence import Trust, shipped_trust
from dires.statements.evidence import Evidence, has_evidence
from dires.statements.preference import Preference, shipped_preference
from dires.statements.reading import Reader


def find(
    doc: Doc, *, min_confidence: float = 0.0, thresholds: Mapping[str, float] | None = None
) -> tuple[Statement, ...]:
    """The statements of `doc`, in the order of the text.

    Needs a dependency parse; reads the layers of the earlier stages where they are there, and
    what the encoder saw where it has read the document. Then acts with a confidence under that of
    their label in `thresholds` are no statements (for labels that are not there the one chosen on
    development texts); statements with a confidence under `min_confidence` are left out in any
    case. Raises `ValueError` where the document is not parsed, or a label of `thresholds` is none.
    """
    trust = shipped_trust()
    if thresholds is not None:
        trust = trust.with_thresholds(thresholds)
    found = (statement for _, statement in acts_of(doc, trust=trust))
    return tuple(s for s in found if s.confidence >= min_confidence)


def acts_of(
    doc: Doc,
    *,
    trust: Trust | None = None,
    preference: Preference | None = None,
    rules: bool = True,
    encoder: bool = True,
) -> Iterator[tuple[Act, Statement]]:
    """The acts of `doc` with the statements made of them; see `find`.

    Without `rules` they are those that the encoder sees, without `encoder` those of the rules.
    """
    if not len(doc):
        return
    if not doc.has_annotation("DEP"):
        raise ValueError(
            "statements need a dependency parse: put dires_syntax or a parser before"
            " dires_statements"
        )
    evidence = Evidence(doc) if encoder and has_evidence(doc) else None
    reader = Reader(
        doc,
        evidence,
        trust or shipped_trust(),
        preference or shipped_preference(),
        rules=rules,
    )
    for sentence in _sentences(doc):
        yield from reader.read(sentence)


def _sentences(doc: Doc) -> Iterator[Span]:
    """Sentences outside boilerplate."""
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    boilerplate = [(s.start, s.end) for s in segments if s.kind == "boilerplate"]
    for sentence in doc.sents:
        first = next((token for token in sentence if not token.is_space), None)
        if first is not None and not any(a <= first.idx < b for a, b in boilerplate):
            yield sentence
