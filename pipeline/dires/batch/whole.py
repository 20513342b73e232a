"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; what was written takes its place at the end.

    Where writing fails, `path` stays as it was. What a killed program has left is written over.
    """
    path = path.resolve()
    partial = path.with_name(f".part.{path.name}")
    _remove(partial)
    try:
        yield partial
        _sync(partial)
        if path.is_dir():
            replaced = path.with_name(f".old.{path.name}")
            _remove(replaced)
            path.rename(replaced)
            partial.rename(path)
            _remove(replaced)
        else:
            partial.replace(path)
    except BaseException:
        _remove(partial)
        raise


def is_stream(path: Path) -> bool:
    """Whether `path` is a device or pipe (``/dev/null``), which nothing can take the place of."""
    return path.exists() and not path.is_file() and not path.is_dir()


def beside(path: Path, suffix: str) -> Path:
    """The companion of `path` whose name has `suffix` behind it."""
    path = path.resolve()
    return path.with_name(path.name + suffix)


def _sync(path: Path) -> None:
    """Have the disk hold it before its name does."""
    for file in path.rglob("*") if path.is_dir() else (path,):
        if file.is_file():
            with file.open("rb") as stream:
                os.fsync(stream.fileno())


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
