"""What has been done for an output: a SQLite database beside it, so that a rerun need not.

An article is known by its id, a digest of what was read and the version of the pipeline. Its
record is kept here, and the output is written, whole, from all of them. A batch is a transaction:
whatever stops the program, the records of finished batches are there, each once.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from dires.article import Article
from dires.batch.stream import Outcome
from dires.batch.whole import beside
from dires.readers import InputError, Reading, Sourced
from dires.readers.record import INPUT_FIELDS

SUFFIX: Final = ".manifest"
_FORMAT: Final = 1
_TABLES: Final = """
create table runs (run integer primary key, pipeline text, begun text default current_timestamp,
  ended text);
create table articles (id text primary key, digest blob, pipeline text, status text, run integer,
  position integer, written integer) without rowid;
create index articles_in_order on articles (run, position);
create table records (id text primary key, record blob);
create table errors (run integer, id text, source text, line integer, stage text, message text);
create index errors_by_id on errors (id);
"""
# Errors that are told before an article is begun: every run tells them anew.
_BEFORE_WORK: Final = frozenset(("read", "size"))


@contextmanager
def open_manifest(output: Path, *, pipeline: str) -> Iterator[Manifest]:
    """The manifest of `output` for a run with the pipeline of version `pipeline`.

    Raises `BlockingIOError` while another run has it, `ValueError` where the file is none, and
    `sqlite3.OperationalError` where it cannot be read or written.
    """
    path = beside(output, SUFFIX)
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
        try:
            # Held until the connection closes, however the program ends.
            database.execute("pragma locking_mode = exclusive")
            database.execute("begin exclusive")
            (version,) = database.execute("pragma user_version").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise BlockingIOError(f"another run is writing {output}: wait for it") from error
            raise
        except sqlite3.DatabaseError as error:
            raise ValueError(f"{path}: {error}: remove it to begin anew") from error
        if version not in (0, _FORMAT):
            raise ValueError(f"{path}: of another version of dires: remove it to begin anew")
        if not version:
            database.executescript(f"begin; {_TABLES} pragma user_version = {_FORMAT}; commit")
            database.execute("begin")
        yield Manifest(database, pipeline)


class Manifest:
    """The articles of an output, by their ids; `unchanged` counts those that need not be done."""

    def __init__(self, database: sqlite3.Connection, pipeline: str) -> None:
        self.unchanged = 0
        self._execute = database.execute
        self._pipeline = pipeline
        self._run = self._execute("insert into runs (pipeline) values (?)", [pipeline]).lastrowid
        self._commit()

    def _commit(self) -> None:
        self._execute("commit")
        self._execute("begin")

    def new(
        self,
        readings: Iterable[Reading],
        *,
        force: bool = False,
        redo_failed: bool = False,
        on_unchanged: Callable[[], None] | None = None,
    ) -> Iterator[Reading]:
        """Those of `readings` that are to be done, and errors in the place of those that cannot.

        Articles that were done before with the same content and pipeline are left out, and those
        that failed give the same error again, unless they are to be redone. `on_unchanged` is
        called for each article that is left out.
        """
        for position, reading in enumerate(readings):
            if isinstance(reading, InputError):
                yield reading
                continue
            identifier, digest = reading.article.id, _digest(reading.article)
            run, same, status = self._execute(
                "select run, digest = ? and pipeline = ?, status from articles where id = ?",
                [digest, self._pipeline, identifier],
            ).fetchone() or (0, False, None)
            if run == self._run:
                yield reading.error(f"the id {identifier!r} has come before")
            elif same and status == "done" and not force:
                self.unchanged += 1
                if on_unchanged:
                    on_unchanged()
                self._keep(identifier, position)
            elif same and status == "failed" and not (force or redo_failed):
                self._keep(identifier, position)
                yield self._error_before(reading)
            else:
                self._execute(
                    "insert or replace into articles values (?, ?, ?, 'begun', ?, ?, 0)",
                    [identifier, digest, self._pipeline, self._run, position],
                )
                yield reading

    def add(self, outcomes: Sequence[Outcome]) -> None:
        """Keep what came of a batch, all of it or nothing."""
        for outcome in outcomes:
            if isinstance(outcome, Article):
                record = zlib.compress(outcome.to_json().encode("utf-8"), level=1)
                self._execute("insert or replace into records values (?, ?)", [outcome.id, record])
                self._mark(outcome.id, "done")
            else:
                self._execute(
                    "insert into errors values (:run, :id, :source, :line, :stage, :message)",
                    outcome.to_dict() | {"run": self._run},
                )
                if outcome.id is not None and outcome.stage not in _BEFORE_WORK:
                    self._execute("delete from records where id = ?", [outcome.id])
                    self._mark(outcome.id, "failed")
        self._commit()

    def records(self) -> Iterator[str]:
        """The records of this run's articles as JSON, in the order of the inputs."""
        yield from self._records("run = ? order by position", [self._run])

    def changes(self) -> Iterator[str]:
        """The records that have not been written into a database yet, whichever run they are of."""
        yield from self._records("not written order by run, position", [])

    def failed_since(self) -> Iterator[str]:
        """The ids of articles that failed and that a database may have an older record of."""
        found = self._execute("select id from articles where status = 'failed' and not written")
        yield from (identifier for (identifier,) in found.fetchall())

    def errors(self) -> Iterator[dict[str, Any]]:
        """The errors of this run, in the order of their places."""
        names = ("id", "source", "line", "stage", "message")
        found = self._execute(
            f"select {', '.join(names)} from errors where run = ? order by source, line",
            [self._run],
        )
        for values in found:
            yield dict(zip(names, values, strict=True))

    def end(self, *, keep_others: bool) -> None:
        """The output is written: forget errors of earlier runs, and, unless `keep_others`, the
        articles that this run's inputs do not have."""
        others = "select id from articles where run <> ?"
        if not keep_others:
            self._execute(f"delete from records where id in ({others})", [self._run])
            self._execute("delete from articles where run <> ?", [self._run])
        self._execute("delete from errors where run <> ?", [self._run])
        self._execute("update articles set written = 1 where status <> 'begun'")
        self._execute("update runs set ended = current_timestamp where run = ?", [self._run])
        self._execute("commit")

    def nothing_is_written(self) -> None:
        """The output is not there any more: all that was found before is to be written anew."""
        self._execute("update articles set written = 0")

    def _records(self, condition: str, values: list[Any]) -> Iterator[str]:
        found = self._execute(
            "select record from articles join records using (id)"
            f" where status = 'done' and {condition}",
            values,
        )
        for (record,) in found:
            yield zlib.decompress(record).decode("utf-8")

    def _keep(self, identifier: str, position: int) -> None:
        self._execute(
            "update articles set run = ?, position = ? where id = ?",
            [self._run, position, identifier],
        )

    def _mark(self, identifier: str, status: str) -> None:
        self._execute("update articles set status = ? where id = ?", [status, identifier])

    def _error_before(self, reading: Sourced) -> InputError:
        stage, message = self._execute(
            "select stage, message from errors where id = ? and stage not in ('read', 'size')"
            " order by run desc",
            [reading.article.id],
        ).fetchone()
        return reading.error(message, stage=stage)


def _digest(article: Article) -> bytes:
    """Of what was read, so that whatever changes there is noticed."""
    values = json.dumps([getattr(article, name) for name in INPUT_FIELDS])
    return blake2b(values.encode("utf-8"), digest_size=16).digest()
