"""What the models read of a document, and how their annotations come back.

Stock models are trained on clean text: words with straight apostrophes, no line breaks inside a
sentence, no newsletter lines. A *view* is a `Doc` of just those words; `read_back` copies its
annotations to the tokens they stand for. White space and boilerplate stay unannotated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IS_SPACE,
    LEMMA,
    LENGTH,
    MORPH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.tokens import Doc

from dires import layers
from dires.typography import fold

# The models' memory grows with the length of a document, so that long ones are read in parts.
MAX_TOKENS = 5_000
_COPIED = [TAG, POS, MORPH, LEMMA, DEP, ENT_IOB, ENT_TYPE]
# Values of ENT_IOB.
_INSIDE, _OUTSIDE = 1, 2


@dataclass(frozen=True, slots=True)
class View:
    """`doc` is what a model reads; its token *i* is token ``indices[i]`` of the document."""

    doc: Doc
    indices: npt.NDArray[np.int64]


def views_of(doc: Doc, *, max_tokens: int = MAX_TOKENS) -> Iterator[View]:
    """Views that cover the words of `doc` outside boilerplate, cut only between sentences.

    A sentence longer than `max_tokens` is a view of its own.
    """
    if not len(doc):
        return
    folded = fold(doc.text)
    lengths, spaced, is_space, sentence_start = _columns(doc, LENGTH, SPACY, IS_SPACE, SENT_START)
    ends = np.cumsum(lengths + spaced) - spaced
    starts = ends - lengths
    readable = is_space == 0
    for segment in layers.read(doc, "segments"):
        if segment.kind == "boilerplate":
            first, last = np.searchsorted(starts, (segment.start, segment.end))
            readable[first:last] = False
    indices = np.flatnonzero(readable)
    sentence_starts: list[bool] = []
    if layers.has(doc, "sentences"):
        sentence_starts = _first_readable(sentence_start == 1, readable)
    for first, last in _parts(sentence_starts, len(indices), max_tokens):
        part = indices[first:last]
        words = [
            folded[a:b].strip() or folded[a:b]
            for a, b in zip(starts[part].tolist(), ends[part].tolist(), strict=True)
        ]
        # A space stands before the next word where anything blank did, line breaks included.
        following = np.append(part[1:], part[-1])
        spaces = (starts[following] > ends[part]).tolist()
        marks: list[bool | int | None] = [*sentence_starts[first:last]]
        if marks:
            marks[0] = True
        yield View(Doc(doc.vocab, words=words, spaces=spaces, sent_starts=marks or None), part)


def _columns(doc: Doc, *attributes: int) -> npt.NDArray[np.int64]:
    """One row an attribute, one column a token."""
    return doc.to_array(list(attributes)).reshape(len(doc), -1).astype(np.int64).T


def _first_readable(starts: npt.NDArray[np.bool_], readable: npt.NDArray[np.bool_]) -> list[bool]:
    """For each readable token whether a sentence starts at it or at what is unreadable before."""
    sentences = np.cumsum(starts)[readable]
    return [True, *(np.diff(sentences) > 0).tolist()] if len(sentences) else []


def _parts(starts: Sequence[bool], length: int, max_tokens: int) -> Iterator[tuple[int, int]]:
    """Cut ``range(length)`` into parts of about `max_tokens`, at sentence starts where known."""
    if not length:
        return
    cuts = [0]
    candidates = [i for i, start in enumerate(starts) if start] if starts else range(length)
    for here, following in pairwise([*candidates, length]):
        if following - cuts[-1] > max_tokens and here > cuts[-1]:
            cuts.append(here)
    yield from pairwise([*cuts, length])


def read_back(doc: Doc, views: Sequence[View]) -> None:
    """Copy tags, lemmas, heads, dependencies and entities from annotated `views` to `doc`.

    A token that no view holds starts a sentence of its own where segmentation says so, and is
    otherwise attached to the token before it, as spaCy does with white space.
    """
    if not len(doc):
        return
    values = np.zeros((len(doc), len(_COPIED)), dtype=np.uint64)
    heads = np.zeros(len(doc), dtype=np.int64)
    (starts_sentence,) = _columns(doc, SENT_START)
    unread = np.ones(len(doc), dtype=bool)
    for view in views:
        values[view.indices] = view.doc.to_array(_COPIED)
        offsets = view.doc.to_array([HEAD]).reshape(-1).astype(np.int64)
        heads[view.indices] = view.indices[np.arange(len(offsets)) + offsets] - view.indices
        unread[view.indices] = False
    iob, entity_type = _COPIED.index(ENT_IOB), _COPIED.index(ENT_TYPE)
    dependency = doc.vocab.strings.add("dep")
    for i in np.flatnonzero(unread)[::-1].tolist():
        heads[i] = 0 if i == 0 or starts_sentence[i] == 1 else -1
        values[i, _COPIED.index(DEP)] = dependency
        continues = i + 1 < len(doc) and values[i + 1, iob] == _INSIDE
        values[i, iob] = _INSIDE if continues else _OUTSIDE
        values[i, entity_type] = values[i + 1, entity_type] if continues else 0
    columns = np.column_stack([values, heads.astype(np.uint64)])
    doc.from_array([*_COPIED, HEAD], columns)  # type: ignore[arg-type]
