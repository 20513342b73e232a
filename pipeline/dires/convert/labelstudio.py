"""Label Studio: a JSON file of tasks, and the labelling interface beside it (https://labelstud.io).

A mark is a region with a label; what it says besides are per-region fields of the same id, and a
relation leads from a statement to its cue. Offsets count code points, as Label Studio does since
1.5. `write` puts the interface (``Labeling Interface > Code``) next to the tasks, as ``.xml``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from dires.article import MODALITIES, STATEMENT_LABELS
from dires.convert.marks import LABELS, LAYER_OF, Mark, about, marks, record

_TEXT: Final = "text"
_WRITTEN: Final = (
    "name", "value", "low", "high", "unit", "holder", "addressee", "reported_by", "deadline",
)  # fmt: skip
_CHOSEN: Final = {
    "modifier": ("before", "after", "start", "mid", "end", "approx", "less", "more"),
    "modality": MODALITIES,
    "alt": STATEMENT_LABELS,
    "optional": ("optional",),
}
_COLOURS: Final = {
    "pledge": "#3182bd", "proposal": "#e6550d", "endorsement": "#31a354", "cue": "#bdb76b",
    "PER": "#e7298a", "ORG": "#7570b3", "LOC": "#1b9e77", "MISC": "#a6761d",
}  # fmt: skip


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the tasks, from the first annotation of each that was not cancelled.

    Raises ValueError where the file is no list of tasks, or a region has a label of no layer.
    """
    tasks = json.loads(path.read_text("utf-8"))
    if not isinstance(tasks, list):
        raise ValueError(f"{path}: not a list of Label Studio tasks: export as JSON (not JSON-MIN)")
    for number, task in enumerate(tasks, 1):
        data = task.get("data", {})
        if _TEXT not in data:
            raise ValueError(f"{path}: task {number} has no data.{_TEXT}")
        said = data.get("article", {"id": str(data.get("id", number))})
        yield record(said, data[_TEXT], _marks(_results(task), f"{path}: task {number}"))


def write(records: Iterable[dict[str, Any]], path: Path) -> None:
    """All tasks in one file to import, and the interface in a file of the same name, ``.xml``."""
    tasks = [
        {
            "data": {_TEXT: entry["text"], "article": about(entry)},
            "annotations": [{"result": list(_regions(entry))}],
        }
        for entry in records
    ]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    path.with_suffix(".xml").write_text(interface(), encoding="utf-8")


def _regions(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for number, mark in enumerate(marks(entry)):
        place = {
            "start": mark.start,
            "end": mark.end,
            "text": entry["text"][mark.start : mark.end],
        }
        common = {"id": f"m{number}", "to_name": _TEXT}
        yield {
            **common,
            "from_name": mark.layer,
            "type": "labels",
            "value": {**place, "labels": [mark.label]},
        }
        for name, value in mark.properties.items():
            kind = "choices" if name in _CHOSEN else "textarea"
            key = "choices" if name in _CHOSEN else "text"
            field = {"start": mark.start, "end": mark.end, key: _fields(name, value)}
            yield {**common, "from_name": name, "type": kind, "value": field}
        if mark.of is not None:
            yield {
                "type": "relation",
                "from_id": f"m{mark.of}",
                "to_id": f"m{number}",
                "direction": "right",
                "labels": ["cue"],
            }


def _fields(name: str, value: Any) -> list[str]:
    if name == "optional":
        return ["optional"]
    if name == "alt":
        return list(value)
    return [value if isinstance(value, str) else json.dumps(value)]


def _results(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    for annotation in task.get("annotations") or ():
        if not annotation.get("was_cancelled"):
            found: list[dict[str, Any]] = annotation["result"]
            return found
    return []


def _marks(results: Iterable[Mapping[str, Any]], where: str) -> list[Mark]:
    regions: dict[str, tuple[str, int, int]] = {}
    said: dict[str, dict[str, Any]] = {}
    cue_of: dict[str, str] = {}
    for result in results:
        if result["type"] == "relation":
            cue_of[result["to_id"]] = result["from_id"]
            continue
        identifier, value = result["id"], result["value"]
        if result["type"] == "labels":
            (label,) = value["labels"]
            if label not in LAYER_OF:
                raise ValueError(f"{where}: the label {label!r} belongs to no layer")
            regions[identifier] = (label, value["start"], value["end"])
        else:
            name = result["from_name"]
            said.setdefault(identifier, {})[name] = (name, value.get("choices") or value["text"])
    places = {identifier: place for place, identifier in enumerate(regions)}
    return [
        Mark(
            *region,
            {
                name: _value(name, given, region[0])
                for name, given in said.get(identifier, {}).values()
            },
            of=places[cue_of[identifier]] if identifier in cue_of else None,
        )
        for identifier, region in regions.items()
    ]


def _value(name: str, given: list[str], label: str) -> Any:
    """What the field `name` of a region says: dates have text values, quantities numbers."""
    if name == "optional":
        return True
    if name == "alt":
        return given
    if name in ("low", "high") or (name == "value" and label == "quantity"):
        return json.loads(given[0])
    return given[0]


def interface() -> str:
    """The labelling interface that shows and edits what `write` writes."""
    lines = ["<View>", f'  <Text name="{_TEXT}" value="${_TEXT}" granularity="character"/>']
    for layer, labels in LABELS.items():
        lines.append(f'  <Labels name="{layer}" toName="{_TEXT}">')
        for label in labels:
            colour = f" background={quoteattr(_COLOURS[label])}" if label in _COLOURS else ""
            lines.append(f"    <Label value={quoteattr(label)}{colour}/>")
        lines.append("  </Labels>")
    lines.append('  <Relations><Relation value="cue"/></Relations>')
    for name in _WRITTEN:
        lines.append(
            f'  <TextArea name="{name}" toName="{_TEXT}" perRegion="true" maxSubmissions="1"'
            f' editable="true" placeholder="{name}"/>'
        )
    for name, choices in _CHOSEN.items():
        many = "multiple" if name == "alt" else "single"
        lines.append(
            f'  <Choices name="{name}" toName="{_TEXT}" perRegion="true" choice="{many}"'
            ' showInline="true">'
        )
        lines += [f"    <Choice value={quoteattr(choice)}/>" for choice in choices]
        lines.append("  </Choices>")
    lines.append("</View>")
    return "\n".join(lines) + "\n"
