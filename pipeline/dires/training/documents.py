"""The documents of a recipe as the pipeline reads them, for what is fitted on top of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dires.evaluation.predicting import document
from dires.training.config import Config, Source
from dires.training.gold import annotated_records, divided, group_of


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text as the pipeline reads it, with its gold statements."""

    source: str
    group: str
    doc: Doc
    statements: list[Mapping[str, Any]]


def held_out_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """What `config` keeps from training, read by `nlp` up to the statements."""
    return _read((text for text, is_kept in _texts(config) if is_kept), nlp)


def training_documents(config: Config, nlp: Language) -> Iterator[Annotated]:
    """The texts with statements that `config` trains on, each once, read by `nlp`."""
    texts = (text for text, is_kept in _texts(config) if not is_kept)
    return _read((text for text in texts if text.record["statements"]), nlp)


@dataclass(frozen=True, slots=True)
class _Text:
    """A record that is annotated with statements."""

    source: str
    group: str
    record: Mapping[str, Any]


def _texts(config: Config) -> Iterator[tuple[_Text, bool]]:
    """The records of `config`, each with whether it is kept from training."""
    tables = [(source, list(_with_statements(config, source))) for source in config.sources]
    for _, text, is_kept in divided(tables):
        yield text, is_kept


def _with_statements(config: Config, source: Source) -> Iterator[_Text]:
    for number, record, heads in annotated_records(source):
        if any(config.heads[name].field == "statements" for name in heads):
            yield _Text(source.name, group_of(source, number, record), record)


def _read(texts: Iterable[_Text], nlp: Language) -> Iterator[Annotated]:
    read = list(texts)
    docs = nlp.pipe(document(nlp, text.record) for text in read)
    for text, doc in zip(read, docs, strict=True):
        yield Annotated(text.source, text.group, doc, text.record["statements"])
