"""The documents of what a recipe keeps from training, for what is fitted on top of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dires.evaluation.predicting import document
from dires.evaluation.records import load_records
from dires.training.config import Config, Source
from dires.training.gold import is_held_out


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text that was not trained on, as the pipeline reads it, with its gold."""

    source: str
    group: str
    doc: Doc
    statements: list[Mapping[str, Any]]


def sources_of(config: Config) -> list[Source]:
    """The sources of `config` that annotate statements."""
    return [
        s for s in config.sources if any(config.heads[h].field == "statements" for h in s.heads)
    ]


def held_out_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """What `config` keeps from training, read by `nlp` up to the statements."""
    for source in sources_of(config):
        records = [
            record
            for record in load_records(source.path)
            if is_held_out(str(record.get(source.group)), source.held_out)
        ]
        docs = nlp.pipe(document(nlp, record) for record in records)
        for record, doc in zip(records, docs, strict=True):
            yield Annotated(source.name, str(record[source.group]), doc, record["statements"])
