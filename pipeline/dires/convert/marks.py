"""A gold record as a flat list of marks, the shape that annotation tools share.

A mark is a labelled stretch of the text with properties. A statement's cue is a mark of its own
that points to its statement, since it need not lie inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dires.article import DATE_TYPES, ENTITY_LABELS, SEGMENT_KINDS, STATEMENT_LABELS

LABEL_OF: Final = {
    "segments": "kind",
    "entities": "label",
    "dates": "type",
    "quantities": "",
    "statements": "label",
}
"""The layers, and which property of an item is its label (quantities are all of one kind)."""

LABELS: Final = {
    "segments": SEGMENT_KINDS,
    "entities": ENTITY_LABELS,
    "dates": DATE_TYPES,
    "quantities": ("quantity",),
    "statements": STATEMENT_LABELS,
    "cues": ("cue",),
}
"""The labels of each layer; no two layers share one."""

LAYER_OF: Final = {label: layer for layer, labels in LABELS.items() for label in labels}

# What an item of a layer always says, in the order of the records; None where a mark says nothing.
_PROPERTIES: Final = {
    "segments": (),
    "entities": ("name",),
    "dates": ("value", "modifier"),
    "quantities": ("value", "low", "high", "unit", "modifier"),
    "statements": ("holder", "addressee", "reported_by", "deadline", "modality"),
}
_DEFAULTS: Final = {"modality": "asserted"}
_RARE: Final = ("alt", "optional")


@dataclass(frozen=True, slots=True)
class Mark:
    """`label` at the half-open offsets `start`, `end`; `properties` are those that say something.

    `of` is set for cues: the index, among the marks, of the statement that the cue belongs to.
    """

    label: str
    start: int
    end: int
    properties: Mapping[str, Any]
    of: int | None = None

    @property
    def layer(self) -> str:
        """The layer that the label belongs to."""
        return LAYER_OF[self.label]


def marks(record: Mapping[str, Any]) -> list[Mark]:
    """The marks of a gold record, layer by layer; each cue follows its statement."""
    found: list[Mark] = []
    for layer, label in LABEL_OF.items():
        for item in record.get(layer) or ():
            said = {
                key: item[key] for key in (*_PROPERTIES[layer], *_RARE) if item.get(key) is not None
            }
            found.append(
                Mark(item[label] if label else "quantity", item["start"], item["end"], said)
            )
            if cue := item.get("cue"):
                found.append(Mark("cue", cue["start"], cue["end"], {}, of=len(found) - 1))
    return found


def layers(text: str, found: Iterable[Mark]) -> dict[str, list[dict[str, Any]]]:
    """The layers of the gold record of `text` that has the marks `found`: the inverse of `marks`.

    A statement without a cue gets its own span as one; what no mark says is None.
    """
    found = list(found)
    cues = {mark.of: mark for mark in found if mark.label == "cue"}
    made: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LABEL_OF}
    for index, mark in enumerate(found):
        if mark.label != "cue":
            made[mark.layer].append(_item(text, mark, cues.get(index, mark)))
    for items in made.values():
        items.sort(key=lambda item: (item["start"], -item["end"]))
    return made


def _item(text: str, mark: Mark, cue: Mark) -> dict[str, Any]:
    layer = mark.layer
    item: dict[str, Any] = {"start": mark.start, "end": mark.end}
    if layer != "segments":
        item["text"] = text[mark.start : mark.end]
    if label := LABEL_OF[layer]:
        item[label] = mark.label
    if layer == "statements":
        item["cue"] = {"start": cue.start, "end": cue.end, "text": text[cue.start : cue.end]}
    for name in _PROPERTIES[layer]:
        item[name] = mark.properties.get(name, _DEFAULTS.get(name))
    if layer == "entities" and item["name"] is None:
        item["name"] = item["text"]
    item.update((name, mark.properties[name]) for name in _RARE if name in mark.properties)
    return item


def about(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a record says of the article itself: everything but its text and layers."""
    return {name: value for name, value in record.items() if name not in (*LABEL_OF, "text")}


def record(about: Mapping[str, Any], text: str, found: Iterable[Mark]) -> dict[str, Any]:
    """A gold record from its three parts."""
    return {**about, "text": text, **layers(text, found)}
