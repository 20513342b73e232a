"""Where the gold lies, and reading it by split."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from dires.evaluation.records import load_records

SPLITS: Final = ("train", "dev", "test")
"""To train or write rules on, to choose with, and to report: nobody tunes to ``test``."""

_INSTALLED: Final = Path(__file__).parent / "gold"
_CHECKOUT: Final = Path(__file__).parents[3] / "annotations"


def path(name: str) -> Path:
    """The JSONL file of split `name`; ``second`` has the second annotations of some articles.

    It comes with the package, or lies in ``annotations/`` of the checkout that is installed from.
    """
    if name not in (*SPLITS, "second"):
        raise ValueError(f"no split {name!r}; there are {', '.join(SPLITS)} (and 'second')")
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder / f"{name}.jsonl"


def load(split: str) -> list[dict[str, Any]]:
    """The gold records of `split`, one of `SPLITS`, in the form that `schema` describes.

    Offsets are half-open and count characters of the record's ``text``.
    """
    return load_records(path(split))
