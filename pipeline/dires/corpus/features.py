"""The gold as a `datasets.Dataset` with declared types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dires.article import (
    DATE_TYPES,
    ENTITY_LABELS,
    MODALITIES,
    SEGMENT_KINDS,
    STATEMENT_LABELS,
)
from dires.corpus.splits import load
from dires.extras import require

if TYPE_CHECKING:
    import datasets

_SPAN: Final = {"start": "int32", "end": "int32", "text": "string"}


def features() -> datasets.Features:
    """The columns: labels as `ClassLabel`, offsets as ``int32``, absent values as None."""
    import datasets

    def value(kind: str) -> datasets.Value:
        return datasets.Value(kind)

    def span(**more: Any) -> list[dict[str, Any]]:
        return [{name: value(kind) for name, kind in _SPAN.items()} | more]

    act = datasets.ClassLabel(names=list(STATEMENT_LABELS))
    optional = {"optional": value("bool")}
    string = value("string")
    return datasets.Features(
        {
            **dict.fromkeys(
                ("id", "title", "published", "source", "genre", "region", "text"), string
            ),
            "segments": [
                {
                    "start": value("int32"),
                    "end": value("int32"),
                    "kind": datasets.ClassLabel(names=list(SEGMENT_KINDS)),
                }
            ],
            "entities": span(
                label=datasets.ClassLabel(names=list(ENTITY_LABELS)), name=string, **optional
            ),
            "dates": span(
                type=datasets.ClassLabel(names=list(DATE_TYPES)),
                value=string,
                modifier=string,
                **optional,
            ),
            "quantities": span(
                value=value("float64"),
                low=value("float64"),
                high=value("float64"),
                unit=string,
                modifier=string,
                **optional,
            ),
            "statements": span(
                label=act,
                cue={name: value(kind) for name, kind in _SPAN.items()},
                holder=string,
                addressee=string,
                reported_by=string,
                deadline=string,
                modality=datasets.ClassLabel(names=list(MODALITIES)),
                alt=[act],
                **optional,
            ),
        }
    )


def dataset(split: str) -> datasets.Dataset:
    """The gold of `split` as a `datasets.Dataset` (extra ``datasets``).

    ``optional`` and ``alt``, which a record only has where they say something, are there in every
    item.
    """
    require("datasets", extra="datasets", what="a table of the gold")
    import datasets

    return datasets.Dataset.from_list([_full(r) for r in load(split)], features=features())


def _full(record: dict[str, Any]) -> dict[str, Any]:
    full = dict(record)
    for layer in ("entities", "dates", "quantities", "statements"):
        full[layer] = [{"optional": False, **item} for item in record[layer]]
    full["statements"] = [{"alt": [], **item} for item in full["statements"]]
    return full
