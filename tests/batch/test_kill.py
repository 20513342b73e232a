"""Killed at any moment, a run loses a batch at most; started again, it gives what it would have.

More kills than in the suite: ``DIRES_KILLS=20 pytest tests/batch/test_kill.py``.
"""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import time

import pytest
from spacy.language import Language

from dires.batch import extract_to

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
KILLS = int(os.environ.get("DIRES_KILLS", "4"))
SOURCES = [
    {"id": str(n), "text": f"Texte {n}. {'panne' if n % 50 == 7 else 'La suite.'}"}
    for n in range(300)
]


@Language.component("test_slow")
def slow(doc):
    time.sleep(0.003)
    return doc


@pytest.fixture(autouse=True)
def version(monkeypatch):
    monkeypatch.setattr("dires.batch.version.pipeline_version", lambda nlp: "1")


def start(out, nlp, n_process):
    """A run in a process, and a process group, of its own."""

    def run():
        os.setpgrp()
        extract_to(out, SOURCES, nlp=nlp, batch_words=50, n_process=n_process)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    return process


def ended(group):
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return True
    return False


def content(out):
    if out.suffix == ".duckdb":
        import duckdb

        with duckdb.connect(str(out), read_only=True) as database:
            tables = ("articles", "sentences", "errors")
            return [database.sql(f"from {name} order by all").fetchall() for name in tables]
    return out.read_bytes()


@pytest.mark.parametrize(("name", "n_process"), [("o.jsonl", 1), ("o.jsonl", 2), ("o.duckdb", 2)])
def test_kill(tmp_path, nlp, name, n_process):
    if name == "o.duckdb":
        pytest.importorskip("duckdb")
    nlp.add_pipe("test_slow")
    whole, out = tmp_path / f"whole.{name}", tmp_path / name
    extract_to(whole, SOURCES, nlp=nlp)
    chance = random.Random(n_process)
    for _ in range(KILLS):
        process = start(out, nlp, n_process)
        time.sleep(chance.uniform(0, 0.6))
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        deadline = time.monotonic() + 20
        while not ended(process.pid):
            assert time.monotonic() < deadline, "its workers are left"
            time.sleep(0.01)
    summary = extract_to(out, SOURCES, nlp=nlp, n_process=n_process)
    assert summary.done + summary.unchanged == 294
    assert summary.failed == 6
    assert content(out) == content(whole)
    assert extract_to(out, SOURCES, nlp=nlp).done == 0


def test_a_worker_that_dies_takes_one_article_with_it(tmp_path, nlp):
    @Language.component("test_deadly")
    def deadly(doc):
        if doc.text.startswith("Texte 42."):
            os.kill(os.getpid(), signal.SIGKILL)
        return doc

    nlp.add_pipe("test_deadly", first=True)
    errors = []
    out = tmp_path / "o.jsonl"
    summary = extract_to(
        out, SOURCES[:60], nlp=nlp, n_process=2, batch_words=50, on_error=errors.append
    )
    assert summary.done == 57
    assert [error.stage for error in errors if error.id == "42"] == ["process"]
    assert out.read_text("utf-8").count("\n") == 57


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 256 kB, where one can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not mount or subprocess.run([mount, *options], capture_output=True).returncode:
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk, nlp):
    out = small_disk / "o.jsonl"
    sources = [
        {"id": str(n), "text": f"Texte {n}. {random.Random(n).randbytes(1500).hex()}"}
        for n in range(120)
    ]
    with pytest.raises(Exception, match=r"full|No space"):
        extract_to(out, sources, nlp=nlp, batch_words=10)
    assert not out.exists()
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    summary = extract_to(out, sources, nlp=nlp)
    assert summary.unchanged > 10
    assert out.read_text("utf-8").count("\n") == 120
