"""Texts through the encoder: pieces, windows, batches of like length, and the heads' spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dires.encoder.pieces import Ints, Pieces, pieces_of
from dires.encoder.tagging import Span, decode, decode_starts
from dires.encoder.windows import join, windows_of

Scores = npt.NDArray[np.float32]
BOS: Final = "<s>"
EOS: Final = "</s>"
PAD: Final = "<pad>"
# Pieces that go through the encoder together: beyond this a batch only takes memory.
BATCH_PIECES: Final = 2_048
# Texts whose windows are sorted by length together.
BATCH_TEXTS: Final = 64
# Beginnings of spans less probable than this are not worth keeping.
LEAST_START: Final = 0.02


class Backend(Protocol):
    """What runs the encoder and its heads."""

    def __call__(self, ids: Ints, mask: Ints) -> dict[str, Scores]:
        """Scores by head, (windows, pieces, tags), for `ids` and `mask` (windows, pieces)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How texts become windows: the marks' ids, a window's pieces (marks included), the overlap."""

    bos: int
    eos: int
    pad: int
    window: int
    overlap: int


def layout_of(tokenizer: Tokenizer, *, window: int, overlap: int) -> Layout:
    """The layout for `tokenizer`; raises `ValueError` where it lacks the marks of XLM-R or BERT."""
    ids = []
    for names in ((BOS, "[CLS]"), (EOS, "[SEP]"), (PAD, "[PAD]")):
        known = [i for name in names if (i := tokenizer.token_to_id(name)) is not None]
        if not known:
            raise ValueError(f"the tokenizer has none of {', '.join(names)}")
        ids.append(known[0])
    bos, eos, pad = ids
    return Layout(bos, eos, pad, window, overlap)


class Reading:
    """Runs texts through `backend`; `labels` are each head's, `read` gives its spans.

    Of the heads in `starts` the spans are all places where one may begin (see `decode_starts`).
    """

    def __init__(
        self,
        backend: Backend,
        tokenizer: Tokenizer,
        layout: Layout,
        labels: Mapping[str, Sequence[str]],
        *,
        starts: Iterable[str] = (),
    ) -> None:
        self.backend = backend
        self.tokenizer = tokenizer
        self.layout = layout
        self.labels = {name: tuple(head) for name, head in labels.items()}
        self.starts = frozenset(starts)

    def read(self, texts: Iterable[str]) -> Iterator[dict[str, list[Span]]]:
        """For each text, in order, the spans that each head finds; offsets are into the text."""
        stream = iter(texts)
        while batch := list(islice(stream, BATCH_TEXTS)):
            pieces = [self._pieces(text) for text in batch]
            for text, cut, scores in zip(batch, pieces, self.scores(pieces), strict=True):
                yield {
                    name: self._spans(name, cut, scores[name], text) if len(cut) else []
                    for name in self.labels
                }

    def _spans(self, head: str, pieces: Pieces, scores: Scores, text: str) -> list[Span]:
        if head in self.starts:
            return decode_starts(pieces, scores, self.labels[head], least=LEAST_START)
        return decode(pieces, scores, self.labels[head], text)

    def _pieces(self, text: str) -> Pieces:
        return pieces_of(text, self.tokenizer, separator=self.layout.eos)

    def scores(self, texts: Sequence[Pieces]) -> list[dict[str, Scores]]:
        """For each text the scores by head, one row a piece, each piece in its best window."""
        size, overlap = self.layout.window - 2, self.layout.overlap
        windows = [
            windows_of(len(pieces), size=size, overlap=overlap, breaks=self._line_ends(pieces))
            for pieces in texts
        ]
        jobs = [
            (number, place, texts[number].ids[start:end])
            for number, parts in enumerate(windows)
            for place, (start, end) in enumerate(parts)
        ]
        jobs.sort(key=lambda job: len(job[2]))
        results: list[list[dict[str, Scores]]] = [[{}] * len(parts) for parts in windows]
        for batch in _batches([job[2] for job in jobs]):
            found = self._run([jobs[i][2] for i in batch])
            for row, i in enumerate(batch):
                number, place, ids = jobs[i]
                results[number][place] = {
                    name: rows[row, 1 : len(ids) + 1] for name, rows in found.items()
                }
        return [
            {name: join(parts, [part[name] for part in result]) for name in self.labels}
            if parts
            else {}
            for parts, result in zip(windows, results, strict=True)
        ]

    def _line_ends(self, pieces: Pieces) -> list[int]:
        """Where lines end: after the separators, which have no characters of their own."""
        is_separator = (pieces.ids == self.layout.eos) & (pieces.starts == pieces.ends)
        ends: list[int] = (np.flatnonzero(is_separator) + 1).tolist()
        return ends

    def _run(self, windows: Sequence[Ints]) -> dict[str, Scores]:
        width = max(map(len, windows)) + 2
        ids = np.full((len(windows), width), self.layout.pad, dtype=np.int64)
        mask = np.zeros((len(windows), width), dtype=np.int64)
        for row, window in enumerate(windows):
            last = len(window) + 1
            ids[row, 0], ids[row, 1:last], ids[row, last] = (
                self.layout.bos,
                window,
                self.layout.eos,
            )
            mask[row, : last + 1] = 1
        return self.backend(ids, mask)


def _batches(windows: Sequence[Ints]) -> Iterator[list[int]]:
    """Places of `windows`, which are in order of length, by batches of at most `BATCH_PIECES`."""
    batch: list[int] = []
    for i, window in enumerate(windows):
        if batch and (len(batch) + 1) * len(window) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
