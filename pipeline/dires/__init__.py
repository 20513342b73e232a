"""Who pledges, proposes and endorses what, by when and how much: read out of French news.

``dires.load()`` gives a spaCy pipeline, ``dires.extract(sources)`` streams typed articles, and
each stage is usable alone (``dires.dates.find``, ``dires.quantities.find``, …). Nothing heavy is
imported before it is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dires import corpus, dates, entities, quantities, quotations, segmentation, statements
    from dires.article import Article
    from dires.batch import extract
    from dires.pipeline import load

__version__ = "0.1.0"
__all__ = [
    "Article",
    "corpus",
    "dates",
    "entities",
    "extract",
    "load",
    "quantities",
    "quotations",
    "segmentation",
    "statements",
]

_EXPORTS = {"Article": "dires.article", "extract": "dires.batch", "load": "dires.pipeline"}


def __getattr__(name: str) -> Any:
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    if name in __all__:
        return import_module(f"dires.{name}")
    raise AttributeError(f"module 'dires' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
