"""What a training run is told: a TOML file, and where data lie that the project does not hold."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Head:
    """What one linear layer finds: spans with one of `labels`, which records list under `field`.

    With `starts` only where spans begin is learnt, so that they may nest; else the outermost are.
    Optional spans are learnt like others, or, where it is `sure`, nothing is learnt from them.
    """

    labels: tuple[str, ...]
    field: str = "entities"
    starts: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One data set: JSON lines with a text and the spans of `heads`, with start, end and label.

    `group` is the key of the record that names the text; of the groups, those whose MD5 is
    divisible by `held_out` are kept for development (0: none, 1: all), and no other source trains
    on them either. `only_new` trains on no record whose group an earlier source has. `repeat` is
    how often a record is seen an epoch. Of the records that the file `standoff` annotates, the
    heads `standoff_heads` learn too; a source without `heads` of its own gives no others.
    """

    name: str
    heads: tuple[str, ...]
    path: Path
    group: str = "id"
    held_out: int = 0
    only_new: bool = False
    repeat: int = 1
    standoff: Path | None = None
    standoff_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """A run: the `encoder` to start from, `heads` by name, `sources`, and how to learn.

    `encoder` is a folder or a name that `transformers` knows. `rate` and `head_rate` are learning
    rates, `batch` counts pieces, `masked` is the share of pieces hidden from the model, `patience`
    counts epochs without a better score on development data.
    `frozen` are beginnings of parameter names that are left as they are, `layers` how many of the
    encoder's layers are kept (0: all). `missing` names optional sources that are not at hand.
    """

    encoder: str
    heads: dict[str, Head]
    sources: tuple[Source, ...]
    window: int = 256
    overlap: int = 64
    layers: int = 0
    epochs: int = 4
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warmup: float = 0.1
    batch: int = 1024
    masked: float = 0.05
    patience: int = 2
    seed: int = 7
    frozen: tuple[str, ...] = field(default=())
    missing: tuple[str, ...] = field(default=())


def read_config(path: Path, data: Mapping[str, Path], **changes: Any) -> Config:
    """The run that the file at `path` describes, with `changes` made.

    `data` says where the sources without a path of their own lie; paths in the file start from the
    folder one is in. Sources marked ``optional`` may be missing. Raises `ValueError` where another
    one is, or where a name in `data` is none of the file's.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    heads = {
        name: Head(**{**head, "labels": tuple(head["labels"])})
        for name, head in table.pop("heads").items()
    }
    entries = table.pop("data")
    unknown = set(data) - {entry["name"] for entry in entries}
    if unknown:
        names = ", ".join(entry["name"] for entry in entries)
        raise ValueError(f"no data called {', '.join(sorted(unknown))} in {path}; it has {names}")
    sources = []
    missing = []
    for entry in entries:
        optional = entry.pop("optional", False)
        at = data.get(entry["name"], Path(entry.pop("path", "")))
        entry.pop("path", None)
        if at.is_file():
            sources.append(_source(at, **entry))
        elif optional:
            missing.append(entry["name"])
        else:
            raise ValueError(
                f"the data {entry['name']!r} are missing: say where they lie with"
                f" --data {entry['name']}=FILE"
            )
    run = {**table.pop("run"), **changes}
    run["frozen"] = tuple(run.get("frozen", ()))
    return Config(heads=heads, sources=tuple(sources), missing=tuple(missing), **run)


def _source(
    path: Path,
    *,
    heads: Sequence[str] = (),
    standoff: str | None = None,
    standoff_heads: Sequence[str] = (),
    **entry: Any,
) -> Source:
    return Source(
        path=path,
        heads=tuple(heads),
        standoff=None if standoff is None else Path(standoff),
        standoff_heads=tuple(standoff_heads),
        **entry,
    )
