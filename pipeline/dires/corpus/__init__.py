"""The project's annotated corpus: articles written for it, with gold for every stage.

`load` reads the gold of a split as records, `dataset` as a typed `datasets.Dataset`; `schema` and
`problems` say what a gold record must be like.
"""

from dires.corpus.checks import problems, schema
from dires.corpus.features import dataset
from dires.corpus.splits import SPLITS, load, path

__all__ = ["SPLITS", "dataset", "load", "path", "problems", "schema"]
