"""What the encoder's heads found, kept on a spaCy `Doc` for the stages that build on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from spacy.tokens import Doc
from spacy.util import filter_spans

from dires.encoder.tagging import Span

ENTITIES: Final = "entities"
_KEY: Final = "dires.heads"


def write_heads(doc: Doc, found: Mapping[str, Sequence[Span]]) -> None:
    """Keep `found`, spans by head, on `doc`; those of the head ``entities`` become ``doc.ents``."""
    doc.user_data[_KEY] = {name: [list(span) for span in spans] for name, spans in found.items()}
    spans = [
        doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
        for span in found.get(ENTITIES, ())
    ]
    doc.set_ents(filter_spans(span for span in spans if span is not None), default="outside")


def read_head(doc: Doc, name: str) -> list[Span]:
    """The spans that head `name` found in `doc`; empty where there is no such head."""
    return [Span(*values) for values in doc.user_data.get(_KEY, {}).get(name, ())]


def has_head(doc: Doc, name: str) -> bool:
    """Whether a head `name` has read `doc`, be it that it found nothing."""
    return name in doc.user_data.get(_KEY, {})
