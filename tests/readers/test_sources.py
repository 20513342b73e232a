"""What may be given to the library, and how a string is understood."""

from datetime import date
from pathlib import Path

import pytest

from dires.article import Article, Sentence
from dires.readers import InputError, read
from dires.readers.paths import from_argument, would_read


def ids(sources):
    return [
        str(reading) if isinstance(reading, InputError) else reading.article.id
        for reading in read(sources)
    ]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "un titre.txt"):
        (tmp_path / name).write_text("Un texte.")
    return tmp_path


def test_sources_of_every_kind_may_be_mixed(folder):
    sources = [
        "Le maire promet une école.",
        Path("a.txt"),
        "b.txt",
        {"id": "x", "text": "Un."},
        ({"id": name, "text": "Un."} for name in "yz"),
        Article("w", "Un."),
    ]
    assert ids(sources) == ["text-1", "a", "b", "x", "y", "z", "w"]


def test_a_string_is_a_path_where_there_is_such_a_file(folder):
    assert ids("a.txt") == ["a"]
    assert ids("un titre.txt") == ["un titre"]
    assert ids("[ab].txt") == ["a", "b"]


def test_a_string_with_white_space_is_a_text(folder):
    (reading,) = read("pas-un-fichier .txt")
    assert reading.article == Article("text-1", "pas-un-fichier .txt")


def test_a_string_in_one_word_is_the_name_of_a_missing_file(folder):
    assert ids("absent.txt") == ["absent.txt: no such file or folder"]
    assert ids("absent*.txt") == ["absent*.txt: no file matches"]


def test_a_very_long_text_is_no_path():
    (reading,) = read("mot " * 100_000)
    assert len(reading.article.text) == 400_000


def test_results_of_an_article_are_not_taken_over():
    (reading,) = read(Article("a", "Un.", "T", "2024-07-05", "S", sentences=(Sentence(0, 3),)))
    assert reading.article == Article("a", "Un.", "T", "2024-07-05", "S")


def test_errors_in_memory_name_the_position():
    readings = list(read([{"id": "a", "text": "Un."}, {"id": "b"}, None, b"x", "Un texte."]))
    assert [str(r) for r in readings if isinstance(r, InputError)] == [
        "input 2: the record has no 'text'",
        "input 3: NoneType is not a source: give a path, a text,"
        " a mapping with 'id' and 'text', an Article, or an iterable of these",
        "input 4: bytes is not a source: give a path, a text,"
        " a mapping with 'id' and 'text', an Article, or an iterable of these",
    ]
    assert readings[-1].article.id == "text-5"


@pytest.mark.parametrize("sources", [None, 3, b"Un texte."])
def test_what_is_no_source_at_all_is_refused_at_once(sources):
    with pytest.raises(TypeError, match="is not a source"):
        read(sources)


@pytest.mark.parametrize("published", ["2024-07-05", "5 juillet 2024", date(2024, 7, 5)])
def test_published_is_for_articles_that_give_none(published):
    sources = [{"id": "a", "text": "Un."}, {"id": "b", "text": "Un.", "published": "2020-01-01"}]
    dates = [reading.article.published for reading in read(sources, published=published)]
    assert dates == ["2024-07-05", "2020-01-01"]


def test_a_wrong_default_date_is_refused_at_once():
    with pytest.raises(ValueError, match="publication date"):
        read([], published="hier")


def test_rows_of_a_dataset_are_records():
    datasets = pytest.importorskip("datasets")
    rows = datasets.Dataset.from_list([{"id": "a", "text": "Un."}, {"id": "b", "text": "Deux."}])
    assert ids(rows) == ["a", "b"]


def test_sources_are_read_as_they_are_asked_for():
    def endless():
        number = 0
        while True:
            number += 1
            yield {"id": str(number), "text": "Un."}

    readings = read(endless())
    assert [next(readings).article.id for _ in range(3)] == ["1", "2", "3"]


def test_an_argument_is_never_a_text(folder):
    assert from_argument("un titre absent.txt") == Path("un titre absent.txt")
    assert from_argument("*.txt") == [Path("a.txt"), Path("b.txt"), Path("un titre.txt")]
    (folder / "c*.txt").write_text("Un texte.")
    assert from_argument("c*.txt") == Path("c*.txt")


def test_a_glob_reaches_any_depth(folder):
    (folder / "x" / "y").mkdir(parents=True)
    (folder / "x" / "y" / "c.txt").write_text("Un texte.")
    assert Path("x/y/c.txt") in from_argument("**/*.txt")


@pytest.mark.parametrize(
    ("source", "file", "expected"),
    [
        ("a.txt", "a.txt", True),
        ("a.txt", "./x/../a.txt", True),
        ("a.txt", "b.txt", False),
        (".", "new.jsonl", True),
        (".", "x/new.jsonl", True),
        (".", "new.csv", False),
        ("x", "new.jsonl", False),
        ("link.txt", "a.txt", True),
    ],
)
def test_whether_results_would_overwrite_an_input(folder, source, file, expected):
    (folder / "x").mkdir()
    (folder / "link.txt").symlink_to("a.txt")
    assert would_read(Path(source), Path(file)) is expected
