"""CoNLL columns: a token a line, its offsets, its IOB2 entity tag; blank lines between sentences.

Column 1 is the token and the last one the tag (Tjong Kim Sang & De Meulder 2003; IOB2: Ratnaparkhi
1998), which is what NER trainers read. Comment lines (``# text = …``, ``# gold = …``, as in
CoNLL-U) carry as JSON what columns cannot hold, so that the article comes back whole. Entities are
read from the tags: correct them there. A sentence ends with a segment or a full stop.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from dires.convert.marks import LABELS, Mark, layers, marks

# Words with inner apostrophes or hyphens apart, as French tag sets count them; other marks alone.
_TOKEN: Final = re.compile(r"\w+['’]?|[^\w\s]")
_ENDS: Final = frozenset(".!?…")


class _Row(NamedTuple):
    start: int
    end: int
    tag: str


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of the articles; ValueError with the line that is not as `write` makes it."""
    comments: dict[str, Any] = {}
    rows: list[_Row] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("# ") and " = " in line:
                name, _, value = line[2:].partition(" = ")
                if name == "text" and comments:
                    yield _article(comments, rows)
                    comments, rows = {}, []
                comments[name] = json.loads(value)
            elif line:
                rows.append(_row(line.split("\t"), comments, f"{path}:{number}"))
    if comments:
        yield _article(comments, rows)


def write(records: Iterable[dict[str, Any]], path: Path) -> None:
    """All articles in one file, one after the other."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entry in records:
            rest = {name: value for name, value in entry.items() if name != "text"}
            file.write(f"# text = {json.dumps(entry['text'], ensure_ascii=False)}\n")
            file.write(f"# gold = {json.dumps(rest, ensure_ascii=False)}\n")
            file.writelines(_lines(entry))


def _lines(entry: Mapping[str, Any]) -> Iterator[str]:
    text = entry["text"]
    entities = [mark for mark in marks(entry) if mark.layer == "entities"]
    ends = {segment["end"] for segment in entry.get("segments") or ()}
    for start, end in _tokens(text, entities):
        token = text[start:end]
        yield f"{token}\t{start}\t{end}\t{_tag(start, end, entities)}\n"
        if token in _ENDS or end in ends:
            yield "\n"
    yield "\n"


def _tokens(text: str, entities: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """Offsets of the tokens, cut where an entity begins or ends."""
    cuts = sorted({edge for mark in entities for edge in (mark.start, mark.end)})
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        for cut in (cut for cut in cuts if start < cut < end):
            yield start, cut
            start = cut
        yield start, end


def _tag(start: int, end: int, entities: Iterable[Mark]) -> str:
    for mark in entities:
        if mark.start <= start and end <= mark.end:
            return f"{'B' if start == mark.start else 'I'}-{mark.label}"
    return "O"


def _row(columns: list[str], comments: Mapping[str, Any], where: str) -> _Row:
    if "text" not in comments:
        raise ValueError(f"{where}: no '# text = …' line before the first token of an article")
    if len(columns) != 4 or not (columns[1].isdecimal() and columns[2].isdecimal()):
        raise ValueError(f"{where}: not four columns: token, start, end, tag (tabs between them)")
    row = _Row(int(columns[1]), int(columns[2]), columns[3])
    if comments["text"][row.start : row.end] != columns[0]:
        raise ValueError(f"{where}: {columns[0]!r} is not what stands at {row.start}:{row.end}")
    if row.tag != "O" and not (row.tag[:2] in ("B-", "I-") and row.tag[2:] in LABELS["entities"]):
        raise ValueError(f"{where}: no IOB2 tag: {row.tag!r}")
    return row


def _article(comments: Mapping[str, Any], rows: Iterable[_Row]) -> dict[str, Any]:
    gold = comments.get("gold", {"id": "1"})
    known = {(m.label, m.start, m.end): m for m in marks(gold) if m.layer == "entities"}
    entities = [known.get(span, Mark(*span, {})) for span in _spans(rows)]
    made = layers(comments["text"], entities)
    return {**made, **gold, "text": comments["text"], "entities": made["entities"]}


def _spans(rows: Iterable[_Row]) -> list[tuple[str, int, int]]:
    """Label, start and end of the tagged stretches; an I that continues nothing begins one."""
    spans: list[tuple[str, int, int]] = []
    before = "O"
    for row in rows:
        label = row.tag[2:]
        if row.tag.startswith("I-") and before[2:] == label:
            spans[-1] = (label, spans[-1][1], row.end)
        elif row.tag != "O":
            spans.append((label, row.start, row.end))
        before = row.tag
    return spans
