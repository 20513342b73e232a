"""The spaCy component ``dires_encoder``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import SimpleFrozenList, minibatch

from dires import layers
from dires.article import Segment
from dires.encoder.heads import write_heads
from dires.encoder.onnx import GRAPH, HEADS, TOKENIZER, open_reading
from dires.encoder.reading import Reading


@Language.factory(
    "dires_encoder", assigns=["doc.ents"], default_config={"model": None, "threads": 0}
)
class EncoderComponent:
    """Reads each document once with a transformer, and keeps what its heads find.

    Boilerplate, where segmentation has marked it, is passed over.

    It stands in for ``ner`` in any French pipeline: the names become ``doc.ents``. `model` is a
    reader's folder, by default the one in the package; `threads` are those of the encoder, 0 for
    one a processor.
    """

    def __init__(
        self, nlp: Language, name: str, model: str | None = None, threads: int = 0
    ) -> None:
        self.name = name
        self.folder = Path(model) if model else None
        self.threads = threads
        self._reading: Reading | None = None

    @property
    def reading(self) -> Reading:
        """The reader, opened on first use."""
        if self._reading is None:
            self._reading = open_reading(self.folder, threads=self.threads)
        return self._reading

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc`."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Read documents, those of a batch together, in order."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            found = self.reading.read([_worth_reading(doc) for doc in docs])
            for doc, heads in zip(docs, found, strict=True):
                write_heads(doc, heads)
                yield doc

    def to_disk(self, path: str | Path, exclude: Iterable[str] = SimpleFrozenList()) -> None:
        """Copy a reader of one's own below `path`; the package's stays in the package."""
        if self.folder is not None:
            Path(path).mkdir(parents=True, exist_ok=True)
            for name in (GRAPH, TOKENIZER, HEADS):
                shutil.copyfile(self.folder / name, Path(path) / name)

    def from_disk(
        self, path: str | Path, exclude: Iterable[str] = SimpleFrozenList()
    ) -> EncoderComponent:
        """Use what `to_disk` wrote."""
        if (Path(path) / GRAPH).is_file():
            self.folder = Path(path)
            self._reading = None
        return self


def _worth_reading(doc: Doc) -> str:
    """The text with blanks for its boilerplate, so that offsets stay."""
    segments: tuple[Segment, ...] = layers.read(doc, "segments")
    parts = []
    at = 0
    for segment in segments:
        if segment.kind == "boilerplate":
            parts += [doc.text[at : segment.start], " " * (segment.end - segment.start)]
            at = segment.end
    return "".join([*parts, doc.text[at:]])
