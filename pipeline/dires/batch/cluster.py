"""Many machines: the same pipeline on Ray Data, from files they share to Parquet they share.

Tasks read the inputs, actors that hold the pipeline work on batches, tasks write; what is lost
with a worker or a machine, Ray does again. Nothing passes through the machine that started it but
counts and errors.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import ray
from spacy.language import Language

from dires.article import Article
from dires.batch.limits import MAX_SIZE, within_size
from dires.batch.parquet import SCHEMA, row
from dires.batch.stream import unique
from dires.batch.whole import whole
from dires.readers import InputError, Metadata, Reading, Sourced, read
from dires.readers.record import INPUT_FIELDS

_ARTICLES_TOGETHER: Final = 32
# Processors: the actors of a machine must leave some to the tasks that read and write.
_ACTOR: Final = 0.8
_TASK: Final = 0.1
_READINGS: Final = pa.schema(
    [*((name, pa.string()) for name in INPUT_FIELDS),
     ("place", pa.string()), ("line", pa.int64()), ("error", pa.string())]
)  # fmt: skip


def extract_on_ray(
    output: Path | str,
    paths: Sequence[Path | str],
    *,
    address: str | None = None,
    workers: int = 2,
    load: Callable[[], Language] | None = None,
    published: str | None = None,
    metadata: Metadata | None = None,
    max_size: int = MAX_SIZE,
    timeout: float | None = None,
) -> tuple[int, int, list[InputError]]:
    """Extract `paths` into a folder of Parquet files: numbers of articles and statements, failures.

    `paths` are files and folders that all machines see, or addresses of Parquet files and folders
    (``s3://…``); `output` is a folder that all machines see, which appears whole, or an address.
    `workers` actors with a processor each hold the pipeline that `load` gives (by default
    `dires.load`), on the cluster at `address`, or on one that is started on this machine. The other
    options are those of `dires.extract`; ids that come twice are noticed within a file only.
    """
    if "://" not in str(output):
        _check_folder(Path(output))
    ray.init(
        address,
        num_cpus=None if address else max(workers, os.cpu_count() or 1),
        ignore_reinit_error=True,
        log_to_driver=False,
        logging_level=logging.ERROR,
    )
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    tally = _Tally.remote()  # type: ignore[attr-defined]
    data = _read(paths, {"published": published, "metadata": metadata})
    data = data.map_batches(
        _Extractor,
        fn_constructor_args=[tally, load, max_size, timeout],
        batch_size=_ARTICLES_TOGETHER,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=_ACTOR,
    )
    if "://" in str(output):
        _write(data, str(output))
    else:
        with whole(Path(output)) as partial:
            _write(data, str(partial))
    return ray.get(tally.result.remote())  # type: ignore[no-any-return]


def _check_folder(folder: Path) -> None:
    """Raise `OSError` where `folder` cannot be made, or holds what is not ours to replace."""
    number = 0
    if not folder.parent.is_dir():
        number = errno.ENOENT
    elif folder.exists() and not folder.is_dir():
        number = errno.ENOTDIR
    elif folder.is_dir() and any(file.suffix != ".parquet" for file in folder.iterdir()):
        number = errno.ENOTEMPTY
    if number:
        raise OSError(number, os.strerror(number), str(folder))


def _write(data: Any, folder: str) -> None:
    data.write_parquet(folder, compression="zstd", ray_remote_args={"num_cpus": _TASK})


def _read(paths: Sequence[Path | str], options: Mapping[str, Any]) -> Any:
    """Rows of `_READINGS`: every file is read by a task, where it is near."""
    remote = [str(path) for path in paths if "://" in str(path)]
    files = [file for path in paths if "://" not in str(path) for file in _files(Path(path))]
    data = None
    each = {"batch_format": "pyarrow", "fn_kwargs": {"options": options}, "num_cpus": _TASK}
    if files:
        items = [{"path": str(file)} for file in files]
        data = ray.data.from_items(items, override_num_blocks=len(items))
        data = data.map_batches(_read_files, batch_size=1, **each)
    if remote:
        rows = ray.data.read_parquet(remote, ray_remote_args={"num_cpus": _TASK})
        rows = rows.map_batches(_read_rows, **each)
        data = rows if data is None else data.union(rows)
    return data


def _files(path: Path) -> list[Path]:
    """`path`, or the files of a folder, which several tasks can read."""
    from dires.readers.paths import known_suffix
    from dires.readers.tables import is_saved_dataset

    if not path.is_dir() or is_saved_dataset(path):
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and known_suffix(file))


def _read_files(paths: pa.Table, options: Mapping[str, Any]) -> Iterator[pa.Table]:
    for path in paths["path"].to_pylist():
        yield from _tables(unique(read(Path(path), **options)))


def _read_rows(rows: pa.Table, options: Mapping[str, Any]) -> Iterator[pa.Table]:
    yield from _tables(read(rows.to_pylist(), **options))


def _tables(readings: Iterator[Reading]) -> Iterator[pa.Table]:
    rows: list[dict[str, Any]] = []
    for reading in readings:
        if isinstance(reading, Sourced):
            found = {name: getattr(reading.article, name) for name in INPUT_FIELDS}
            rows.append(found | {"place": reading.source, "line": reading.line})
        else:
            rows.append({"place": reading.source, "line": reading.line, "error": reading.message})
        if len(rows) == _ARTICLES_TOGETHER:
            yield pa.Table.from_pylist(rows, schema=_READINGS)
            rows = []
    yield pa.Table.from_pylist(rows, schema=_READINGS)


class _Extractor:
    """An actor: holds a pipeline, and turns tables of readings into tables of records."""

    def __init__(
        self,
        tally: Any,
        load: Callable[[], Language] | None,
        max_size: int,
        timeout: float | None,
    ) -> None:
        from threadpoolctl import threadpool_limits

        from dires import pipeline

        threadpool_limits(1)
        self.nlp = (load or pipeline.load)()
        self.tally = tally
        self.max_size = max_size
        self.timeout = timeout

    def __call__(self, table: pa.Table) -> pa.Table:
        from dires.batch.work import work

        readings = list(within_size(map(_reading, table.to_pylist()), self.max_size))
        outcomes = work(self.nlp, readings, timeout=self.timeout)
        articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
        errors = [outcome for outcome in outcomes if isinstance(outcome, InputError)]
        statements = sum(len(article.statements) for article in articles)
        ray.get(self.tally.add.remote([article.id for article in articles], statements, errors))
        return pa.Table.from_pylist([row(article) for article in articles], schema=SCHEMA)


def _reading(values: Mapping[str, Any]) -> Reading:
    if values["error"] is not None:
        return InputError(values["place"], values["line"], values["error"])
    article = Article(**{name: values[name] for name in INPUT_FIELDS})
    return Sourced(article, values["place"], values["line"])


@ray.remote(num_cpus=0)
class _Tally:
    """Counts; what is done twice, because a worker was lost, counts once."""

    def __init__(self) -> None:
        self.articles = 0
        self.statements = 0
        self.errors: dict[tuple[Any, ...], InputError] = {}
        self.batches: set[tuple[str, ...]] = set()

    def add(self, articles: list[str], statements: int, errors: list[InputError]) -> None:
        for error in errors:
            self.errors[error.source, error.line, error.id] = error
        if tuple(articles) not in self.batches:
            self.batches.add(tuple(articles))
            self.articles += len(articles)
            self.statements += statements

    def result(self) -> tuple[int, int, list[InputError]]:
        return self.articles, self.statements, list(self.errors.values())
