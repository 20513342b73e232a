"""What a gold record must be like: its JSON Schema, and what no schema can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise, permutations
from typing import Any, Final

from dires.corpus.timex import is_timex
from dires.resources import read_json

Record = Mapping[str, Any]

_FLAT: Final = ("segments", "entities", "dates", "quantities")


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a gold record."""
    return read_json(__package__, "gold.schema.json")


def problems(record: Record) -> Iterator[str]:
    """What is wrong with `record`, which has the form that `schema` asks for.

    Spans must point at the text that they quote, lie in a segment, and not cross; values must be
    TIMEX3; statements must not lie in boilerplate, nor anything required; segments must cover the
    text.
    """
    yield from _offsets(record)
    yield from _crossings(record)
    yield from _layout(record)
    yield from _values(record)


def _offsets(record: Record) -> Iterator[str]:
    text = record["text"]
    for layer in (*_FLAT, "statements"):
        for span in record[layer]:
            found = text[span["start"] : span["end"]]
            if not found or found != found.strip():
                yield f"{layer}: {found!r} is empty or has white space at its edges"
            if span.get("text", found) != found:
                yield f"{layer}: {span['text']!r} is not what stands there, {found!r}"
    for statement in record["statements"]:
        cue = statement["cue"]
        if text[cue["start"] : cue["end"]] != cue["text"]:
            yield f"statements: the cue {cue['text']!r} is not what stands there"


def _crossings(record: Record) -> Iterator[str]:
    """Spans of a layer are apart; statements may nest too."""
    for layer in _FLAT:
        for one, other in pairwise(sorted(record[layer], key=lambda span: span["start"])):
            if other["start"] < one["end"]:
                yield f"{layer}: {_quote(record, one)} and {_quote(record, other)} overlap"
    for one, other in permutations(record["statements"], 2):
        if one["start"] < other["start"] < one["end"] < other["end"]:
            yield f"statements: {_quote(record, one)} and {_quote(record, other)} cross"


def _layout(record: Record) -> Iterator[str]:
    text = list(record["text"])
    for segment in record["segments"]:
        text[segment["start"] : segment["end"]] = " " * (segment["end"] - segment["start"])
    if left := "".join(text).strip():
        yield f"segments: {left[:40]!r} is in none"
    for layer in ("entities", "dates", "quantities", "statements"):
        for span in record[layer]:
            kind = next(
                (
                    segment["kind"]
                    for segment in record["segments"]
                    if segment["start"] <= span["start"] and span["end"] <= segment["end"]
                ),
                None,
            )
            if kind is None:
                yield f"{layer}: {_quote(record, span)} lies in no segment or in several"
            elif kind == "boilerplate" and (layer == "statements" or not span.get("optional")):
                yield f"{layer}: {_quote(record, span)} is in boilerplate"


def _values(record: Record) -> Iterator[str]:
    for date in record["dates"]:
        if not is_timex(date["value"]):
            yield f"dates: {date['value']!r} of {_quote(record, date)} is no TIMEX3 value"
    for statement in record["statements"]:
        deadline = statement["deadline"]
        if deadline is not None and not is_timex(deadline):
            yield f"statements: the deadline {deadline!r} is no TIMEX3 value"
        if statement["label"] in statement.get("alt", ()):
            yield f"statements: {_quote(record, statement)} has its own label as the other one"
    for quantity in record["quantities"]:
        low, high = quantity["low"], quantity["high"]
        if low is not None and high is not None and low > high:
            yield f"quantities: {_quote(record, quantity)} has its bounds in the wrong order"


def _quote(record: Record, span: Record) -> str:
    return repr(record["text"][span["start"] : span["end"]])
