"""The encoder run by onnxruntime: no torch, on any processor.

A folder of a reader holds ``reader.onnx`` (inputs ``ids`` and ``mask``, one output a head),
``tokenizer.json`` and ``heads.json`` (labels of each head, which heads find where spans start,
window, overlap).
"""

from __future__ import annotations

import json
import multiprocessing
import os
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import onnxruntime
from tokenizers import Tokenizer

from dires.encoder.pieces import Ints
from dires.encoder.reading import Reading, Scores, layout_of

GRAPH: Final = "reader.onnx"
TOKENIZER: Final = "tokenizer.json"
HEADS: Final = "heads.json"
# Sessions made before a fork. Their threads are not in this process: to end one, as Python does
# with what nobody holds, would wait for these for ever.
_inherited: list[onnxruntime.InferenceSession] = []


class OnnxBackend:
    """Runs the graph at `path` in `threads` threads (0: one for each processor at hand).

    The session is made on first use and again in every forked process, where a session made before
    the fork would hang; a worker process of several gets one thread.
    """

    def __init__(self, path: Path, *, threads: int = 0) -> None:
        if not path.is_file():
            raise FileNotFoundError(f"{path}: no such graph; `dires train export` writes one")
        self.path = path
        self.threads = threads
        self._session: onnxruntime.InferenceSession | None = None
        self._process = 0

    def __call__(self, ids: Ints, mask: Ints) -> dict[str, Scores]:
        """Scores by head, (windows, pieces, tags)."""
        session = self.session
        names = [output.name for output in session.get_outputs()]
        return dict(zip(names, session.run(names, {"ids": ids, "mask": mask}), strict=True))

    @property
    def session(self) -> onnxruntime.InferenceSession:
        """This process's session."""
        if self._session is not None and self._process != os.getpid():
            _inherited.append(self._session)
            self._session = None
        if self._session is None:
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self.threads or _processors()
            options.inter_op_num_threads = 1
            # Threads that spin while they wait take the processor from what runs beside.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self._session = onnxruntime.InferenceSession(
                str(self.path), options, providers=["CPUExecutionProvider"]
            )
            self._process = os.getpid()
        return self._session

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_session": None}


def _processors() -> int:
    if multiprocessing.parent_process() is not None:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def open_reading(folder: Path | None = None, *, threads: int = 0) -> Reading:
    """The reader in `folder`, by default the one that the package brings.

    Raises `FileNotFoundError` where the folder lacks a file of a reader.
    """
    folder = folder or shipped()
    for name in (HEADS, TOKENIZER, GRAPH):
        if not (folder / name).is_file():
            raise FileNotFoundError(
                f"{folder}: no {name}; `dires train export` writes such folders"
            )
    description = json.loads((folder / HEADS).read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    layout = layout_of(tokenizer, window=description["window"], overlap=description["overlap"])
    return Reading(
        OnnxBackend(folder / GRAPH, threads=threads),
        tokenizer,
        layout,
        description["heads"],
        starts=description["starts"],
    )


@cache
def shipped() -> Path:
    """The folder of the reader in the package."""
    return Path(str(resources.files("dires.encoder").joinpath("shipped")))
