"""Spans as one tag a piece (BIO), and back under the scheme's constraint.

Of *n* labels, tag 0 is ``O``, tag ``2k + 1`` is ``B-`` and tag ``2k + 2`` is ``I-`` of label *k*.
``I-`` may only follow ``B-`` or ``I-`` of the same label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dires.encoder.pieces import Ints, Pieces

OUTSIDE = 0


class Span(NamedTuple):
    """Characters `start` to `end` (excluded) carry `label`; `score` lies between 0 and 1."""

    start: int
    end: int
    label: str
    score: float = 1.0


def tag_names(labels: Sequence[str]) -> list[str]:
    """``["O", "B-PER", "I-PER", …]``."""
    return ["O", *(f"{mark}-{label}" for label in labels for mark in "BI")]


def encode(pieces: Pieces, spans: Iterable[tuple[int, int, str]], labels: Sequence[str]) -> Ints:
    """The tags of `pieces` for `spans`, which must not overlap; unknown labels are left out."""
    tags = np.full(len(pieces), OUTSIDE, dtype=np.int64)
    for start, end, label in spans:
        if label not in labels:
            continue
        touching = (pieces.starts < end) & (pieces.ends > start)
        inside = np.flatnonzero(touching & (pieces.starts < pieces.ends))
        if len(inside):
            tag = 2 * labels.index(label) + 1
            tags[inside[0]] = tag
            tags[inside[0] + 1 : inside[-1] + 1] = tag + 1
    return tags


def best_tags(scores: npt.NDArray[np.float32]) -> Ints:
    """The allowed sequence of tags whose sum of `scores` (one row a piece) is the greatest.

    Where the best tag of each piece obeys the scheme already, nothing is searched.
    """
    tags: Ints = scores.argmax(axis=1)
    before = np.append(OUTSIDE, tags[:-1])
    inside = (tags > 0) & (tags % 2 == 0)
    if not (inside & (before != tags) & (before != tags - 1)).any():
        return tags
    return np.array(_viterbi(scores.tolist()), dtype=np.int64)


def _viterbi(scores: Sequence[Sequence[float]]) -> list[int]:
    """Viterbi's algorithm. ``O`` and ``B-`` may follow any tag, ``I-`` the two of its label."""
    count = len(scores[0])
    inside = range(2, count, 2)
    total = list(scores[0])
    for tag in inside:
        total[tag] = float("-inf")
    back: list[list[int]] = []
    for row in scores[1:]:
        best = max(range(count), key=total.__getitem__)
        came = [best] * count
        following = [total[best] + score for score in row]
        for tag in inside:
            came[tag] = tag if total[tag] > total[tag - 1] else tag - 1
            following[tag] = total[came[tag]] + row[tag]
        back.append(came)
        total = following
    path = [max(range(count), key=total.__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def decode(
    pieces: Pieces, scores: npt.NDArray[np.float32], labels: Sequence[str], text: str
) -> list[Span]:
    """The spans that `scores` (one row a piece, one column a tag) give, in order.

    A span's score is the mean probability of its tags. Punctuation that shares its last piece with
    a word (``2016,``) is left out.
    """
    if not len(pieces):
        return []
    tags = best_tags(scores)
    found = []
    places = np.flatnonzero((tags % 2 == 1) & (tags > 0)).tolist()
    probabilities = _probabilities(scores, tags) if places else scores
    for first in places:
        last = first + 1
        while last < len(tags) and tags[last] == tags[first] + 1:
            last += 1
        start, end = int(pieces.starts[first]), int(pieces.ends[last - 1])
        end = _without_mark(text, int(pieces.starts[last - 1]), end)
        if start < end:
            score = round(float(probabilities[first:last].mean()), 4)
            found.append(Span(start, end, labels[(int(tags[first]) - 1) // 2], score))
    return found


def decode_starts(
    pieces: Pieces, scores: npt.NDArray[np.float32], labels: Sequence[str], *, least: float
) -> list[Span]:
    """Where spans may begin: the pieces whose tag ``B-`` has a probability of at least `least`.

    Each is given as the span of its piece, in order, with that probability as its score.
    """
    begins = _softmax(scores)[:, 1::2]
    places = np.argwhere((begins >= least) & (pieces.starts < pieces.ends)[:, None])
    return [
        Span(
            int(pieces.starts[i]),
            int(pieces.ends[i]),
            labels[k],
            round(float(begins[i, k]), 4),
        )
        for i, k in places.tolist()
    ]


def _probabilities(scores: npt.NDArray[np.float32], tags: Ints) -> npt.NDArray[np.float32]:
    return _softmax(scores)[np.arange(len(tags)), tags]


def _softmax(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: npt.NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def _without_mark(text: str, start: int, end: int) -> int:
    """The end of the piece ``text[start:end]`` without a mark after letters or digits."""
    last = end
    while last > start and not text[last - 1].isalnum():
        last -= 1
    return last if last > start else end
