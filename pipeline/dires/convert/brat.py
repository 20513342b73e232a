"""brat standoff: a folder with a ``.txt`` and an ``.ann`` an article (https://brat.nlplab.org).

Every mark is a text-bound annotation (``T``); what it says besides its label stands in its note
(``#``) as JSON, ``optional`` and ``modality: conditional`` are attributes (``A``), and a relation
(``R``) leads from a statement to its cue. ``annotation.conf`` and ``visual.conf`` tell brat what
there is; ``articles.jsonl`` keeps titles and dates, which brat has no place for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from dires.convert.marks import LABELS, Mark, about, marks, record

_ABOUT: Final = "articles.jsonl"
_RELATION: Final = "HasCue"
_FLAGS: Final = {"Optional": ("optional", True), "Conditional": ("modality", "conditional")}
_BOUND: Final = re.compile(r"T\d+")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the folder; ValueError with file and line for what brat does not write."""
    if not path.is_dir():
        raise ValueError(f"{path}: not a folder; brat standoff is one")
    known = {}
    if (path / _ABOUT).is_file():
        lines = (path / _ABOUT).read_text("utf-8").splitlines()
        known = {entry["file"]: entry["about"] for entry in map(json.loads, lines)}
    names = [*known, *sorted(f.stem for f in path.glob("*.txt") if f.stem not in known)]
    for name in names:
        text = (path / f"{name}.txt").read_bytes().decode("utf-8")
        yield record(known.get(name, {"id": name}), text, _marks(path / f"{name}.ann"))


def write(records: Iterable[dict[str, Any]], path: Path) -> None:
    """A folder, made if need be; files of the same articles are replaced."""
    path.mkdir(parents=True, exist_ok=True)
    with (path / _ABOUT).open("w", encoding="utf-8", newline="\n") as lines:
        for entry in records:
            name = quote(entry["id"], safe="")
            (path / f"{name}.txt").write_bytes(entry["text"].encode("utf-8"))
            annotations = "".join(line + "\n" for line in _lines(entry))
            (path / f"{name}.ann").write_text(annotations, encoding="utf-8", newline="\n")
            said = {"file": name, "about": about(entry)}
            lines.write(json.dumps(said, ensure_ascii=False) + "\n")
    (path / "annotation.conf").write_text(_annotation_conf(), encoding="utf-8")
    (path / "visual.conf").write_text(_VISUAL_CONF, encoding="utf-8")


def _lines(entry: Mapping[str, Any]) -> Iterator[str]:
    text = entry["text"]
    attributes = relations = 0
    for number, mark in enumerate(marks(entry), 1):
        pieces = list(_pieces(text, mark.start, mark.end))
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        covered = " ".join(text[start:end] for start, end in pieces)
        yield f"T{number}\t{mark.label} {offsets}\t{covered}"
        said = dict(mark.properties)
        for flag, (name, value) in _FLAGS.items():
            if said.get(name) == value:
                attributes += 1
                yield f"A{attributes}\t{flag} T{number}"
                del said[name]
        if said:
            yield f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(said, ensure_ascii=False)}"
        if mark.of is not None:
            relations += 1
            yield f"R{relations}\t{_RELATION} Arg1:T{mark.of + 1} Arg2:T{number}"


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without its line breaks, which brat allows between pieces only."""
    for piece in re.finditer(r"[^\r\n]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def _marks(path: Path) -> list[Mark]:
    """The text-bound annotations in the order of the file, with what other lines say of them."""
    bound: dict[str, tuple[str, int, int]] = {}
    said: dict[str, dict[str, Any]] = {}
    cue_of: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        key, _, rest = line.rstrip("\r").partition("\t")
        body, _, note = rest.partition("\t")
        words = body.split(" ")
        where = f"{path}:{number}"
        if _BOUND.fullmatch(key):
            edges = [int(edge) for edge in re.findall(r"\d+", body[len(words[0]) :])]
            if not edges or words[0] not in _KNOWN:
                raise ValueError(f"{where}: no annotation of a known type: {line!r}")
            bound[key] = (words[0], min(edges), max(edges))
        elif key.startswith("A") and words[0] in _FLAGS:
            name, value = _FLAGS[words[0]]
            said.setdefault(words[1], {})[name] = value
        elif key.startswith("#"):
            said.setdefault(words[1], {}).update(_note(note, where))
        elif key.startswith("R") and words[0] == _RELATION:
            arguments = dict(word.split(":", 1) for word in words[1:])
            cue_of[arguments["Arg2"]] = arguments["Arg1"]
        else:
            raise ValueError(f"{where}: cannot be read as brat standoff: {line!r}")
    places = {key: place for place, key in enumerate(bound)}
    return [
        Mark(*span, said.get(key, {}), of=places[cue_of[key]] if key in cue_of else None)
        for key, span in bound.items()
    ]


def _note(note: str, where: str) -> dict[str, Any]:
    try:
        loaded = json.loads(note)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: the note is no JSON object ({error}): {note!r}") from error
    if not isinstance(loaded, dict):
        raise ValueError(f"{where}: the note is no JSON object: {note!r}")
    return loaded


_KNOWN: Final = frozenset(label for labels in LABELS.values() for label in labels)


def _annotation_conf() -> str:
    entities = "\n".join(label for labels in LABELS.values() for label in labels)
    statements = "|".join(LABELS["statements"])
    return (
        f"[entities]\n{entities}\n\n"
        f"[relations]\n{_RELATION}\tArg1:{statements}, Arg2:cue\n"
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
        "[events]\n\n"
        "[attributes]\n" + "".join(f"{flag}\tArg:<ENTITY>\n" for flag in _FLAGS)
    )


_VISUAL_CONF: Final = """\
[labels]
[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgray
pledge\tbgColor:#9ecae1
proposal\tbgColor:#fdd0a2
endorsement\tbgColor:#c7e9c0
cue\tbgColor:#ffffb3
PER\tbgColor:#fbb4ae
ORG\tbgColor:#decbe4
LOC\tbgColor:#b3cde3
MISC\tbgColor:#fed9a6
Optional\tglyph:?
Conditional\tglyph:~
"""
