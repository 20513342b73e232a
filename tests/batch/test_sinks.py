"""Every format holds what the articles hold, in whole lines or whole tables."""

import csv
import gzip
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from dires.article import (
    Actor,
    Article,
    Cue,
    Date,
    Entity,
    Quantity,
    Quotation,
    Segment,
    Sentence,
    Statement,
)
from dires.batch import FORMATS, format_of, open_sink

TEXT = "Le Togo s’engage à planter près de 20 arbres d’ici 2031."


def article(identifier="a", **changes):
    fields = {
        "title": 'Un titre, "cité"\nsur deux lignes',
        "published": "2024-07-05",
        "source": "Agence",
        "segments": (Segment(0, 56, "paragraph"),),
        "sentences": (Sentence(0, 56),),
        "quotations": (Quotation(0, 5, "Le To", "direct", "Togo"),),
        "entities": (Entity(3, 7, "Togo", "LOC", "Togo"),),
        "dates": (
            Date(45, 55, "d’ici 2031", "DATE", "2031", "2031-01-01", "2031-12-31", "before"),
        ),
        "quantities": (
            Quantity(27, 44, "près de 20 arbres", 20, "arbre", "count", None, 10**17, "approx"),
        ),
        "statements": (
            Statement(
                start=8,
                end=55,
                text=TEXT[8:55],
                label="pledge",
                cue=Cue(8, 18, "s’engage à"),
                holder=Actor(0, 7, "Le Togo", "Togo", "LOC"),
                deadline="2031",
                dates=(0,),
                quantities=(0,),
                confidence=0.5,
                explanation="cue: s'engager à",
            ),
        ),
    }
    return Article(identifier, TEXT, **fields | changes)


def written(path, articles, format=None):
    with open_sink(path, format=format or format_of(path)) as sink:
        for each in articles:
            sink.write(each)
    return path


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.jsonl", "jsonl"),
        ("a.jsonl.gz", "jsonl"),
        ("a.jsonl.zst", "jsonl"),
        ("A.CSV", "csv"),
        ("a.parquet", "parquet"),
        ("a.duckdb", "duckdb"),
    ],
)
def test_the_suffix_tells_the_format(tmp_path, name, format):
    assert format_of(tmp_path / name) == format


@pytest.mark.parametrize("name", ["a", "a.txt", "a.csv.gz"])
def test_other_suffixes_are_refused(tmp_path, name):
    with pytest.raises(ValueError, match="cannot tell the format"):
        format_of(tmp_path / name)


def test_json_lines_come_back_as_articles(tmp_path):
    articles = [article("a"), article("b", title=None, statements=())]
    lines = written(tmp_path / "o.jsonl", articles).read_bytes().decode("utf-8")
    assert [Article.from_json(line) for line in lines.split("\n")[:-1]] == articles
    assert lines.endswith("\n")


def test_compressed_json_lines_are_the_same_lines_and_the_same_bytes_each_time(tmp_path):
    zstd = pytest.importorskip("backports.zstd")
    articles = [article(str(n)) for n in range(9)]
    plain = written(tmp_path / "o.jsonl", articles).read_bytes()
    for name, decompress in (("o.jsonl.gz", gzip.decompress), ("o.jsonl.zst", zstd.decompress)):
        first = written(tmp_path / name, articles).read_bytes()
        assert decompress(first) == plain
        assert written(tmp_path / name, articles).read_bytes() == first


def contents(folder):
    """What is in `folder`: the bytes of files, but the ids in a database, whose bytes vary."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".duckdb":
            duckdb = pytest.importorskip("duckdb")
            with duckdb.connect(str(path)) as database:
                tables = database.sql("show tables").fetchall()
                found[path.name] = tables and database.sql("select id from articles").fetchall()
        elif path.is_file():
            found[path.name] = path.read_bytes()
    return found


@pytest.mark.parametrize("name", ["o.jsonl", "o.jsonl.gz", "o.csv", "o.parquet", "o.duckdb", "o"])
def test_what_fails_half_way_leaves_everything_as_it_was(tmp_path, name):
    pytest.importorskip("datasets")
    format = "datasets" if name == "o" else None

    def broken():
        yield article("b")
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        written(tmp_path / name, broken(), format)
    assert contents(tmp_path) == ({name: []} if name == "o.duckdb" else {})
    written(tmp_path / name, [article("a")], format)
    before = contents(tmp_path)
    with pytest.raises(OSError, match="no space"):
        written(tmp_path / name, broken(), format)
    assert contents(tmp_path) == before


def test_a_folder_of_ones_own_is_not_replaced(tmp_path):
    pytest.importorskip("datasets")
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "mine.txt").write_text("Un.")
    for format in ("datasets", "jsonl"):
        with pytest.raises(IsADirectoryError):
            written(tmp_path / "o", [article()], format)
    assert (tmp_path / "o" / "mine.txt").read_text() == "Un."


def test_a_saved_dataset_comes_back_as_articles(tmp_path):
    datasets = pytest.importorskip("datasets")
    articles = [article(str(n)) for n in range(3)]
    for _ in range(2):
        written(tmp_path / "o", articles, "datasets")
        rows = list(datasets.load_from_disk(str(tmp_path / "o")))
        assert [Article.from_dict(row) for row in rows] == articles
    assert [path.name for path in tmp_path.iterdir()] == ["o"]


def test_a_device_is_written_to_and_not_replaced():
    written(Path("/dev/null"), [article()], "jsonl")
    assert not Path("/dev/null").is_file()


def test_csv_has_a_row_for_each_statement(tmp_path):
    path = written(tmp_path / "o.csv", [article("a"), article("b", statements=())])
    with path.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["id"] == "a"
    assert row["title"] == 'Un titre, "cité"\nsur deux lignes'
    assert (row["label"], row["holder"], row["deadline"]) == ("pledge", "Togo", "2031")
    assert (row["dates"], row["quantities"]) == ("before 2031", "approx 20 arbre")
    assert row["addressee"] == ""
    assert TEXT[int(row["start"]) : int(row["end"])] == row["text"]


def test_csv_without_statements_has_its_header(tmp_path):
    assert written(tmp_path / "o.csv", []).read_text().startswith("id,title,published,")


def test_csv_names_the_bounds_of_a_range(tmp_path):
    between = Quantity(0, 1, "…", None, "km", low=3, high=5)
    path = written(tmp_path / "o.csv", [article(quantities=(between,))])
    assert "3–5 km" in path.read_text("utf-8")


def test_parquet_rows_come_back_as_articles(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    articles = [article("a"), article("b", published=None, statements=(), entities=())]
    table = parquet.read_table(written(tmp_path / "o.parquet", articles))
    assert [Article.from_dict(row) for row in table.to_pylist()] == articles


def test_parquet_columns_are_typed_even_where_nothing_was_found(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    full = parquet.read_schema(written(tmp_path / "full.parquet", [article()]))
    assert parquet.read_schema(written(tmp_path / "empty.parquet", [])) == full
    assert str(full.field("sentences").type) == "list<element: struct<start: int32, end: int32>>"


def test_parquet_takes_more_articles_than_a_row_group(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = written(tmp_path / "o.parquet", (article(str(n)) for n in range(1100)))
    assert parquet.read_table(path)["id"].to_pylist() == [str(n) for n in range(1100)]


def test_duckdb_tables_join_on_article_and_position(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = written(tmp_path / "o.duckdb", (article(str(n)) for n in range(130)))
    with duckdb.connect(str(path), read_only=True) as database:
        rows = database.sql(
            """
            select articles.published, holder_name, statements.deadline, dates.latest, q.value
            from statements
            join articles on articles.id = statements.article
            join dates on dates.article = articles.id and dates.position = statements.dates[1]
            join quantities q on q.article = articles.id and q.position = statements.quantities[1]
            """
        ).fetchall()
    assert rows == [(date(2024, 7, 5), "Togo", "2031", date(2031, 12, 31), 20.0)] * 130


def test_duckdb_replaces_articles_by_their_ids_and_leaves_others(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "o.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("create table mine as select 1 as one")
    written(path, [article("a"), article("b")])
    written(path, [article("b", entities=(), title="Autre"), article("c", published=None)])
    with duckdb.connect(str(path), read_only=True) as database:
        rows = database.sql("select id, title = 'Autre' from articles order by id").fetchall()
        assert rows == [("a", False), ("b", True), ("c", False)]
        assert database.sql("select one from mine").fetchall() == [(1,)]
        entities = database.sql("select article from entities order by article").fetchall()
        assert entities == [("a",), ("c",)]


def test_duckdb_views_answer_questions(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = written(tmp_path / "o.duckdb", [article("a"), article("b", statements=())])
    with duckdb.connect(str(path), read_only=True) as database:
        pledges = "select holder, deadline, due from pledges where due < '2032-01-01'"
        assert database.sql(pledges).fetchall() == [("Togo", "2031", date(2031, 12, 31))]
        assert database.sql("select quantity, unit from amounts").fetchall() == [
            ("près de 20 arbres", "arbre")
        ]
        assert database.sql("from holders").fetchall() == [("Togo", "LOC", 1, 1, 0, 0, 1)]
        assert not database.sql("from proposals").fetchall()


def test_a_file_that_is_no_database_is_an_error(tmp_path):
    pytest.importorskip("duckdb")
    (tmp_path / "o.duckdb").write_text("no database " * 99)
    with pytest.raises(OSError, match=r"o\.duckdb"):
        written(tmp_path / "o.duckdb", [article()])


@pytest.mark.parametrize("format", ["parquet", "duckdb", "datasets"])
def test_a_missing_extra_says_what_to_install(tmp_path, monkeypatch, format):
    monkeypatch.setattr("dires.extras.find_spec", lambda name: None)
    with pytest.raises(ImportError, match=rf"pip install 'dires\[{format}\]'"):
        written(tmp_path / "o", [], format)


@pytest.mark.parametrize("format", ["parquet", "duckdb"])
def test_a_database_does_not_go_to_standard_output(format):
    with pytest.raises(ValueError, match="name a file"):
        written(None, [], format)


def test_standard_output_is_left_open(monkeypatch):
    output = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", output)
    written(None, [article()], format="jsonl")
    assert output.buffer.getvalue().count(b"\n") == 1


def test_an_unknown_format_names_the_known_ones(tmp_path):
    with pytest.raises(ValueError, match=", ".join(FORMATS)):
        written(tmp_path / "o", [], "xml")
