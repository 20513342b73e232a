"""Files that may be compressed, told by their suffix."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import BinaryIO, cast

from dires.extras import require


def open_binary(path: Path) -> BinaryIO:
    """The bytes of `path`, decompressed where it ends in ``.gz`` or ``.zst``, as a stream."""
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    if suffix == ".zst":
        require("backports.zstd", extra="zstd", what=".zst")
        from backports import zstd

        return cast(BinaryIO, zstd.open(path, "rb"))
    return path.open("rb")
