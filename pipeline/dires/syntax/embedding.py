"""Each different word of a batch embedded once.

The stock models' first layers look at one word at a time (its norm, prefix, suffix, shape, vector),
at a third of the models' whole cost. In a batch of articles, two words in three have occurred
before: they get the rows already computed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

import numpy as np
from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import Model

Forward: TypeAlias = Callable[..., tuple[list[Any], Callable[..., Any]]]

# What a word and the space after it decide, and the layers that work row by row.
_BY_WORD: Final = frozenset(
    ("ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
)
_ROW_BY_ROW: Final = frozenset(
    ("extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout",
     "layernorm", "dropout", "ragged2list")
)  # fmt: skip


def embed_words_once(model: Model[Any, Any]) -> None:
    """Let the embedding layers below `model` compute each different word once a batch.

    Their results are the same but for rounding. Layers that look at more than a word and the
    space after it are left as they are; so is training, and what is written to disk.
    """
    for node in model.walk():
        if node.has_ref("embed") and _is_by_word(node.get_ref("embed")):
            embed = node.get_ref("embed")
            embed._func = partial(_embed, embed._func)


def _is_by_word(embed: Model[Any, Any]) -> bool:
    leaves = [node for node in embed.walk() if not node.layers]
    columns = {column for leaf in leaves for column in leaf.attrs.get("columns", ())}
    return {leaf.name for leaf in leaves} <= _ROW_BY_ROW and columns <= _BY_WORD


def _embed(
    forward: Forward, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[Any], Callable[..., Any]]:
    """`forward`, the layer's own function, called on a document of the different words."""
    if is_train:
        return forward(model, docs, is_train)
    table = np.concatenate([doc.to_array([ORTH, SPACY]) for doc in docs])
    _, first, places = np.unique(table[:, 0] ^ table[:, 1], return_index=True, return_inverse=True)
    vocab = docs[0].vocab
    words = [vocab.strings[orth] for orth in table[first, 0].tolist()]
    once = Doc(vocab, words=words, spaces=table[first, 1].astype(bool).tolist())
    (rows,), backprop = forward(model, [once], is_train)
    ends = np.cumsum([len(doc) for doc in docs])[:-1]
    return model.ops.xp.split(
        rows[model.ops.asarray(places.tolist(), dtype="i")], ends.tolist()
    ), backprop
