"""What this stage reads of a document: its words as plain lists.

Rules over thousands of tokens are quick on lists and slow on spaCy's token objects; and rules over
lists can be tested without a model.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from dires import layers
from dires.typography import fold

_ENDERS = frozenset(".!?…:;")


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """`word` in lower case, without accents: *Élysée* → *elysee*."""
    folded = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Words:
    """The readable words of a document, in order; every list has one item a word.

    White space and boilerplate are left out. `text` is folded, `starts` and `ends` are character
    offsets, `indices` the words' places among the document's tokens. `heads` are places in these
    lists. `first` says whether a word opens a sentence, a title or a quotation; `lines` numbers
    the lines and segments that names never cross, `sentences` the sentences, `headings` says
    whether a word stands in a title, heading or caption.
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
    headings: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> str:
        """The folded text of words `start` to `end` (excluded)."""
        return self.source[self.starts[start] : self.ends[end - 1]]


def words_of(doc: Doc) -> Words:
    """Read `doc`, its segments and sentences where earlier stages have written them."""
    source = fold(doc.text)
    segments = [(s.start, s.end, s.kind) for s in layers.read(doc, "segments")]
    sentence_starts = {s.start for s in layers.read(doc, "sentences")}
    own = not layers.has(doc, "sentences") and doc.has_annotation("SENT_START")
    tokens: list[Token] = []
    lines: list[int] = []
    sentences: list[int] = []
    headings: list[bool] = []
    first: list[bool] = []
    line = sentence = at = 0
    previous_end = 0
    for token in doc:
        start = token.idx
        while at < len(segments) and segments[at][1] <= start:
            at += 1
            line += 1
        kind = segments[at][2] if at < len(segments) and segments[at][0] <= start else ""
        if token.is_space or kind == "boilerplate":
            continue
        broken = "\n" in source[previous_end:start]
        line += broken
        new = (
            start in sentence_starts
            or (own and bool(token.is_sent_start))
            or (broken and (kind != "paragraph" or not sentence_starts))
        )
        sentence += new
        previous = tokens[-1].text if tokens else "."
        first.append(new or not tokens or previous in _ENDERS or previous in {"«", '"', "“", "-"})
        tokens.append(token)
        lines.append(line)
        sentences.append(sentence)
        headings.append(kind in {"title", "heading", "caption"})
        previous_end = start + len(token)
    place = {token.i: i for i, token in enumerate(tokens)}
    morphs = [token.morph for token in tokens]
    return Words(
        source=source,
        text=[source[token.idx : token.idx + len(token)] for token in tokens],
        starts=[token.idx for token in tokens],
        ends=[token.idx + len(token) for token in tokens],
        indices=[token.i for token in tokens],
        pos=[token.pos_ for token in tokens],
        dep=[token.dep_ for token in tokens],
        heads=[place.get(token.head.i, i) for i, token in enumerate(tokens)],
        lemmas=[token.lemma_.lower() for token in tokens],
        gender=["".join(morph.get("Gender", [])[:1]) for morph in morphs],
        number=["".join(morph.get("Number", [])[:1]) for morph in morphs],
        lines=lines,
        sentences=sentences,
        first=first,
        headings=headings,
    )
