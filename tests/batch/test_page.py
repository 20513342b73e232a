"""What `docs/batch.md` says of options, files and tables is so."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from dires.article import Actor, Article, Cue, Date, Statement
from dires.batch import open_sink
from dires.cli import app
from dires.readers import SUFFIXES

PAGE = (Path(__file__).parents[2] / "docs" / "batch.md").read_text("utf-8")
TEXT = "Le Togo promet une école d’ici 2029."
ARTICLE = Article(
    "a",
    TEXT,
    dates=(Date(25, 35, TEXT[25:35], "DATE", "2029", "2029-01-01", "2029-12-31", "before"),),
    statements=(
        Statement(8, 35, TEXT[8:35], "pledge", Cue(8, 14, "promet"),
                  Actor(0, 7, "Le Togo", "Togo", "LOC"), deadline="2029", dates=(0,)),
    ),
)  # fmt: skip


def test_every_option_that_is_named_exists():
    known = {name for p in get_command(app).commands["extract"].params for name in p.opts}
    known |= {"--articles"}  # of the benchmark
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) <= known


def test_every_kind_of_file_is_named():
    assert all(f"`{suffix}`" in PAGE for suffix in SUFFIXES)


def test_the_questions_are_answered(tmp_path, monkeypatch):
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    for format in ("duckdb", "parquet"):
        with open_sink(Path(f"found.{format}"), format=format) as sink:
            sink.write(ARTICLE)
    pledges, statements = re.findall(r'"""\n(.*?)"""', PAGE, re.DOTALL)
    with duckdb.connect("found.duckdb") as database:
        assert [row[0] for row in database.sql(pledges).fetchall()] == ["Togo"]
        tables = {name for (name,) in database.sql("show all tables").project("name").fetchall()}
    assert duckdb.sql(statements).fetchall() == [("Togo", "2029", "promet une école d’ici 2029")]
    named = next(line for line in PAGE.splitlines() if line.startswith("| `.duckdb`"))
    assert set(re.findall(r"`([a-z]+)`", named)) - tables == {"errors", "duplicates"}
