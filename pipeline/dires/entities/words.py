"""What this stage reads of a document: its words as plain lists.

Rules over thousands of tokens are quick on lists and slow on spaCy's token objects; and rules over
lists can be tested without a model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, POS, SENT_START
from spacy.tokens import Doc

from dires import layers
from dires.typography import fold, without_accents

_OPENING = frozenset({".", "!", "?", "…", ":", ";", "«", '"', "“", "-"})


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """`word` in lower case, without accents: *Élysée* → *elysee*."""
    return without_accents(word.lower().replace("œ", "oe").replace("’", "'"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, in order, without white space; every list has one item a word.

    `text` is folded, `starts` and `ends` are character offsets, `indices` the words' places among
    the document's tokens. `heads` are places in these lists. `first` says whether a word opens a
    sentence, a title or a quotation; `lines` numbers the lines and segments that names never cross,
    `sentences` the sentences, `boilerplate` says whether a word stands in boilerplate, where names
    are still names but nobody acts. `gender` is ``m``, ``f`` or empty, `number` is ``p`` in the
    plural or empty.
    """

    source: str
    text: list[str]
    starts: list[int]
    ends: list[int]
    indices: list[int]
    pos: list[str]
    dep: list[str]
    heads: list[int]
    lemmas: list[str]
    gender: list[str]
    number: list[str]
    lines: list[int]
    sentences: list[int]
    first: list[bool]
    boilerplate: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> str:
        """The folded text of words `start` to `end` (excluded)."""
        return self.source[self.starts[start] : self.ends[end - 1]]


def words_of(doc: Doc) -> Words:
    """Read `doc`, its segments and sentences where earlier stages have written them."""
    source = fold(doc.text)
    strings = doc.vocab.strings
    table = doc.to_array([IDX, LENGTH, IS_SPACE, POS, DEP, HEAD, LEMMA, MORPH, SENT_START])
    layout = _Layout(doc, source)
    indices: list[int] = []
    place: dict[int, int] = {}
    lines: list[int] = []
    sentences: list[int] = []
    boilerplate: list[bool] = []
    first: list[bool] = []
    before = "."
    for index, (start, length, space, *_, opens) in enumerate(table.tolist()):
        if space:
            continue
        new = layout.move_to(start, opens)
        first.append(new or before in _OPENING)
        before = source[start : start + length]
        place[index] = len(indices)
        indices.append(index)
        lines.append(layout.line)
        sentences.append(layout.sentence)
        boilerplate.append(layout.kind == "boilerplate")
        layout.end = start + length
    rows = table[indices].tolist()
    morphs = [_gender_and_number(strings[row[7]]) for row in rows]
    return Words(
        source=source,
        text=[source[row[0] : row[0] + row[1]] for row in rows],
        starts=[row[0] for row in rows],
        ends=[row[0] + row[1] for row in rows],
        indices=indices,
        pos=[strings[row[3]] for row in rows],
        dep=[strings[row[4]] for row in rows],
        heads=[
            place.get(index + _signed(row[5]), i)
            for i, (index, row) in enumerate(zip(indices, rows, strict=True))
        ],
        lemmas=[strings[row[6]].lower() for row in rows],
        gender=[gender for gender, _ in morphs],
        number=[number for _, number in morphs],
        lines=lines,
        sentences=sentences,
        first=first,
        boilerplate=boilerplate,
    )


class _Layout:
    """Where in the segments, lines and sentences of a document one is, moving forward."""

    def __init__(self, doc: Doc, source: str) -> None:
        self._source = source
        self._segments = [(s.start, s.end, s.kind) for s in layers.read(doc, "segments")]
        self._starts = {s.start for s in layers.read(doc, "sentences")}
        self._own = not layers.has(doc, "sentences")
        self._at = 0
        self.line = self.sentence = self.end = 0
        self.kind = ""

    def move_to(self, start: int, opens: int) -> bool:
        """Go to the word at `start`; whether a sentence begins there.

        `opens` is the document's own mark of a sentence's first word, used where no stage has
        found sentences.
        """
        segments = self._segments
        moved = False
        while self._at < len(segments) and segments[self._at][1] <= start:
            self._at += 1
            moved = True
        inside = self._at < len(segments) and segments[self._at][0] <= start
        self.kind = segments[self._at][2] if inside else ""
        broken = "\n" in self._source[self.end : start]
        self.line += moved or broken
        new = (
            start in self._starts
            or (self._own and opens == 1)
            or (broken and (self._own or self.kind != "paragraph"))
        )
        self.sentence += new
        return new


def _signed(number: int) -> int:
    """A relative head as spaCy's arrays hold it, unsigned, with its sign."""
    return number - (1 << 64) if number >= 1 << 63 else number


@lru_cache(maxsize=1_000)
def _gender_and_number(features: str) -> tuple[str, str]:
    """``m``, ``f`` or empty, and whether plural is marked: ``p`` or empty."""
    gender = "m" if "Gender=Masc" in features else "f" if "Gender=Fem" in features else ""
    return gender, "p" if "Number=Plur" in features else ""
