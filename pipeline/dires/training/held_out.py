"""The documents of what a recipe keeps from training, for what is fitted on top of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dires.evaluation.predicting import document
from dires.training.config import Config
from dires.training.gold import annotated_records, group_of, is_held_out


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text that was not trained on, as the pipeline reads it, with its gold."""

    source: str
    group: str
    doc: Doc
    statements: list[Mapping[str, Any]]


def held_out_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """What `config` keeps from training, read by `nlp` up to the statements."""
    for source in config.sources:
        kept = [
            (group, record)
            for number, record, heads in annotated_records(source)
            if is_held_out(group := group_of(source, number, record), source.held_out)
            and any(config.heads[name].field == "statements" for name in heads)
        ]
        docs = nlp.pipe(document(nlp, record) for _, record in kept)
        for (group, record), doc in zip(kept, docs, strict=True):
            yield Annotated(source.name, group, doc, record["statements"])
