"""The record: an article and everything that was found in it.

All offsets are half-open character offsets into `Article.text`, which is the input text
unchanged. Every type here is an immutable value that turns into plain JSON with `to_dict`
and back with `from_dict`; `schema` gives the JSON Schema of one record.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Self, Union, get_args, get_origin, get_type_hints

from dires.resources import read_json

SEGMENT_KINDS = ("title", "heading", "caption", "byline", "paragraph", "boilerplate")
ENTITY_LABELS = ("PER", "ORG", "LOC", "MISC")
PARTICIPANT_KINDS = ("person", "organisation", "government", "state", "place")
DATE_TYPES = ("DATE", "TIME", "DURATION", "SET")
STATEMENT_LABELS = ("pledge", "proposal", "endorsement")
MODALITIES = ("asserted", "conditional")


@cache
def _field_names(cls: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


@cache
def _nested_types(cls: type) -> dict[str, type[Record]]:
    """Fields of `cls` that hold records, with the record type (also inside tuples)."""
    nested = {}
    for name, hint in get_type_hints(cls).items():
        candidates = get_args(hint) if get_origin(hint) in (tuple, Union, UnionType) else (hint,)
        for candidate in candidates:
            if isinstance(candidate, type) and issubclass(candidate, Record):
                nested[name] = candidate
    return nested


class Record:
    """Base of the record types: conversion to and from plain dictionaries."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready dictionaries, lists and scalars."""
        kind: type = type(self)
        return {name: _plain(getattr(self, name)) for name in _field_names(kind)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`; unknown keys are ignored, missing ones take their default."""
        kind: type = cls
        nested = _nested_types(kind)
        values: dict[str, Any] = {}
        for name in _field_names(kind):
            if name not in data:
                continue
            value = data[name]
            record = nested.get(name)
            if isinstance(value, list | tuple):
                values[name] = tuple(record.from_dict(v) if record else v for v in value)
            elif record and value is not None:
                values[name] = record.from_dict(value)
            else:
                values[name] = value
        return cls(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


@dataclass(frozen=True, slots=True)
class Segment(Record):
    """A block of the article's layout; `kind` is one of `SEGMENT_KINDS`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """A sentence; it never crosses a segment."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation(Record):
    """What somebody is reported to have said.

    `kind` is ``direct`` (between quotation marks, marks left out) or ``indirect`` (a reported
    clause, ``selon X``). `speaker` is the actor's canonical name where the text gives it, `cue`
    the verb or preposition that reports.
    """

    start: int
    end: int
    text: str
    kind: str
    speaker: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A named entity: `label` is one of `ENTITY_LABELS`, `name` its canonical name."""

    start: int
    end: int
    text: str
    label: str
    name: str
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """Words that mean a participant: a name, a description, a pronoun."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """Somebody or something that acts in the article; `start`, `end`, `text`: its first mention.

    `name` is the fullest form that the article gives, `kind` one of `PARTICIPANT_KINDS`, `label`
    an entity label, or None where it is named by a description only. `country` is the ISO 3166-1
    alpha-2 code of a state, None for others.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    label: str | None = None
    country: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Date(Record):
    """A calendar expression or duration.

    `value` is a TIMEX3 value or an ISO 8601 interval; `earliest` and `latest` are the first and
    last day it can mean (ISO dates), None for durations and unresolved expressions. `modifier`
    is ``before``, ``after``, ``start``, ``mid``, ``end``, ``approx``, ``less``, ``more`` or None.
    `rule` names the rule that found it.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: str | None = None
    latest: str | None = None
    modifier: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A number with what it measures.

    `value` is in the written unit (``600000000000`` for *600 milliards*); for a range it is None
    where neither bound can stand for it, and `low` and `high` are the bounds. `unit` is
    ``percent``, an ISO 4217 code, a unit symbol, or the counted noun in the singular. `dimension`
    is ``ratio``, ``money``, ``count`` or a physical dimension such as ``length``. `modifier` is
    ``approx``, ``more``, ``less`` or None. `rule` names the rule that found it. `change` is ``by``
    for a difference (*réduire de 15 %*), ``to`` for what something is brought to (*réduire à
    15 %*), ``from`` for what it was, or None.
    """

    start: int
    end: int
    text: str
    value: float | int | None
    unit: str | None
    dimension: str | None = None
    low: float | int | None = None
    high: float | int | None = None
    modifier: str | None = None
    rule: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Cue(Record):
    """The words that carry the act: auxiliaries and reflexive pronouns included."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """A mention (`start`, `end`, `text`) and the actor it means.

    `name` is the full form the article gives (``il`` → ``Kassym-Jomart Tokaïev``), `label` an
    entity label, or None where the actor is not a named entity (*tous les pays*).
    """

    start: int
    end: int
    text: str
    name: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """One act of pledging, proposing or endorsing; `label` is one of `STATEMENT_LABELS`.

    `dates` and `quantities` index the article's dates and quantities that belong to the content.
    `deadline` is a normalised date value. `modality` is one of `MODALITIES`. `explanation` says
    which cue made it a statement and how the holder was reached.
    """

    start: int
    end: int
    text: str
    label: str
    cue: Cue
    holder: Actor | None = None
    addressee: Actor | None = None
    reported_by: Actor | None = None
    deadline: str | None = None
    dates: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    modality: str = "asserted"
    confidence: float = 1.0
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Article(Record):
    """An article: what was read, and what every stage found in it.

    `published` is an ISO date, as given or else as the article's own dateline names it, or None;
    relative dates are resolved against it.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    segments: tuple[Segment, ...] = field(default=())
    sentences: tuple[Sentence, ...] = field(default=())
    quotations: tuple[Quotation, ...] = field(default=())
    entities: tuple[Entity, ...] = field(default=())
    participants: tuple[Participant, ...] = field(default=())
    dates: tuple[Date, ...] = field(default=())
    quantities: tuple[Quantity, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())

    def to_json(self) -> str:
        """The record as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read one line written by `to_json`."""
        return cls.from_dict(json.loads(line))


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record."""
    return read_json(__package__, "article.schema.json")
