"""Annotations kept apart from texts that the project may not hold.

A line of such a file names a record of the outside data by its ``id``, the stretch of its text that
was read (``start``, ``end``; characters, half-open), the SHA-256 of that stretch, and the
annotations by field, with offsets into the stretch.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


class Standoff:
    """The annotations in the file at `path`, by record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stretches: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            stretch = json.loads(line)
            self._stretches[stretch["id"]].append(stretch)

    def of(self, record: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        """`record`, once for every stretch that was read, cut to it and with its annotations.

        Spans of the record itself that lie within the stretch stay. Raises `ValueError` where the
        record's text is not the one that was annotated.
        """
        for stretch in self._stretches.get(str(record["id"]), ()):
            start, end = stretch["start"], stretch["end"]
            text = record["text"][start:end]
            if digest(text) != stretch["sha256"]:
                raise ValueError(
                    f"{record['id']}: not the text that {self.path} annotates; another version of"
                    " the data?"
                )
            annotations = {
                field: value for field, value in stretch.items() if isinstance(value, list)
            }
            entities = [
                {**span, "start": span["start"] - start, "end": span["end"] - start}
                for span in record.get("entities", ())
                if start <= span["start"] and span["end"] <= end
            ]
            yield {**record, "text": text, "entities": entities, **annotations}


def digest(text: str) -> str:
    """The SHA-256 by which a stretch of text is recognised, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
