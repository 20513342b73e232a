"""What a pipeline is, in a short string: another string means that its results may differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Final

from spacy.about import __version__ as spacy_version
from spacy.language import Language

from dires import __version__

# What does not decide about what is found in a text.
_BESIDE: Final = frozenset(
    ("batch", "cli", "convert", "corpus", "evaluation", "readers", "report", "shipped", "training",
     "__pycache__")
)  # fmt: skip


def pipeline_version(nlp: Language) -> str:
    """The package's version, and a digest of the code, rules, models and settings of `nlp`."""
    digest = blake2b(_code(), digest_size=8)
    digest.update(f"{spacy_version} {nlp.config.to_str()}".encode())
    for name, component in nlp.pipeline:
        digest.update(name.encode())
        inner = getattr(component, "model", None)
        if isinstance(inner, Language):
            digest.update(json.dumps(inner.meta, sort_keys=True, default=str).encode())
        if name == "dires_encoder":
            from dires.encoder.onnx import shipped

            for file in sorted((getattr(component, "folder", None) or shipped()).iterdir()):
                digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()}"


@cache
def _code() -> bytes:
    digest = blake2b()
    for path in _files(Path(str(resources.files("dires")))):
        digest.update(path.read_bytes())
    return digest.digest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in _BESIDE:
            yield from _files(path)
        elif path.suffix in {".py", ".toml", ".csv"}:
            yield path
