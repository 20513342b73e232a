"""The documents of a recipe as the pipeline reads them, for what is fitted on top of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dires.evaluation.predicting import document
from dires.training.config import Config, Source
from dires.training.gold import annotated_records, group_of, is_held_out


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text as the pipeline reads it, with its gold statements."""

    source: str
    group: str
    doc: Doc
    statements: list[Mapping[str, Any]]


def held_out_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """What `config` keeps from training, read by `nlp` up to the statements."""
    for source in config.sources:
        kept = [
            (group, record)
            for group, record in _with_statements(config, source)
            if is_held_out(group, source.held_out)
        ]
        yield from _read(source, kept, nlp)


def training_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """The texts with statements that `config` trains on, each once, read by `nlp`."""
    tables = [(source, list(_with_statements(config, source))) for source in config.sources]
    left_out = {
        group
        for source, records in tables
        for group, _ in records
        if is_held_out(group, source.held_out)
    }
    seen: set[str] = set()
    for source, records in tables:
        not_again = left_out | seen if source.only_new else left_out
        telling = [(g, r) for g, r in records if r["statements"] and g not in not_again]
        yield from _read(source, telling, nlp)
        seen.update(group for group, _ in records)


def _with_statements(config: Config, source: Source) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The records of `source` that are annotated with statements, each with its group."""
    for number, record, heads in annotated_records(source):
        if any(config.heads[name].field == "statements" for name in heads):
            yield group_of(source, number, record), record


def _read(
    source: Source, records: list[tuple[str, Mapping[str, Any]]], nlp: Language
) -> Iterator[Annotated]:
    docs = nlp.pipe(document(nlp, record) for _, record in records)
    for (group, record), doc in zip(records, docs, strict=True):
        yield Annotated(source.name, group, doc, record["statements"])
