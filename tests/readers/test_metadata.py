"""What is known of articles elsewhere finds its article, and a bad table is said to be bad."""

import json

import pytest

from dires.article import Article
from dires.readers import Metadata, Sourced, read, read_metadata


def table(*rows):
    metadata = Metadata()
    for row in rows:
        metadata.add(row)
    return metadata


def published(metadata, source="2024/a.txt", identifier="a"):
    reading = metadata.complete(Sourced(Article(identifier, "Un texte."), source))
    return reading.article.published


def test_a_row_is_about_the_article_of_its_id_or_file():
    metadata = table(
        {"id": "a", "published": "2024-01-01"},
        {"file": "b.txt", "published": "2024-01-02"},
        {"file": "2023/c.txt", "published": "2024-01-03"},
        {"file": "2024/c.txt", "published": "4 janvier 2024"},
    )
    assert published(metadata, "x.jsonl", "a") == "2024-01-01"
    assert published(metadata, "/archive/b.txt", "b") == "2024-01-02"
    assert published(metadata, "archive/2023/c.txt", "c") == "2024-01-03"
    assert published(metadata, "archive/2024/c.txt", "c") == "2024-01-04"
    assert published(metadata, "archive/2025/c.txt", "c") is None
    assert metadata.missing == ["c"]


def test_a_row_with_an_id_is_not_about_the_rest_of_its_file():
    metadata = table({"id": "a", "file": "x.jsonl", "published": "2024-01-01"})
    assert published(metadata, "x.jsonl", "b") is None


def test_an_id_is_closer_than_a_file():
    metadata = table(
        {"file": "x.jsonl", "published": "2024-01-01"}, {"id": "a", "published": "2024-01-02"}
    )
    assert published(metadata, "x.jsonl", "a") == "2024-01-02"
    assert published(metadata, "x.jsonl", "b") == "2024-01-01"


def test_rows_go_before_the_article_and_blanks_change_nothing():
    metadata = table({"id": "a", "title": "Titre", "published": " ", "source": None})
    before = Article("a", "Un texte.", "Ancien", "2020-01-01", "S")
    reading = metadata.complete(Sourced(before, "a.txt"))
    assert reading.article == Article("a", "Un texte.", "Titre", "2020-01-01", "S")


def test_rows_that_no_article_came_for_are_known():
    metadata = table({"id": "a"}, {"file": "b.txt"})
    published(metadata)
    assert metadata.unused == ["b.txt"]


def test_published_is_for_articles_that_still_have_none():
    metadata = table({"id": "a", "published": "2024-01-01"})
    sources = [{"id": "a", "text": "Un."}, {"id": "b", "text": "Deux."}]
    readings = read(sources, metadata=metadata, published="2020-01-01")
    assert [r.article.published for r in readings] == ["2024-01-01", "2020-01-01"]


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv(tmp_path, separator):
    path = tmp_path / "t.csv"
    lines = ["id,published,title", 'a,2024-01-01,"Sur\ndeux lignes"', "b,,"]
    path.write_text("\n".join(lines).replace(",", separator), "utf-8-sig")
    metadata = read_metadata(path)
    reading = metadata.complete(Sourced(Article("a", "Un."), "a.txt"))
    assert reading.article == Article("a", "Un.", "Sur\ndeux lignes", "2024-01-01")
    assert metadata.unused == ["b"]


def test_json_lines(tmp_path):
    path = tmp_path / "t.jsonl"
    rows = [{"id": "a", "source": "L\u2028S", "genre": "brève"}, {"file": "b.txt"}]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n")
    assert read_metadata(path).unused == ["a", "b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.jsonl", '{"id": "a"}\n{"id": \n', "t.jsonl:2: broken JSON"),
        ("t.jsonl", '["a"]\n', "t.jsonl:1: not a JSON object but list"),
        ("t.jsonl", '{"title": "T"}\n', "t.jsonl:1: neither 'id' nor 'file'"),
        ("t.jsonl", '{"id": "a"}\n\n{"id": "a"}\n', "t.jsonl:3: the id 'a' has come before"),
        ("t.jsonl", '{"id": "a", "title": 3}\n', "t.jsonl:1: 'title' must be a string"),
        ("t.jsonl", '{"id": "a", "published": "hier"}\n', "'hier' is not a publication date"),
        ("t.jsonl", "\n", "t.jsonl: no rows"),
        ("t.jsonl", "\0", "t.jsonl: a binary file"),
        ("t.csv", "id,title\na,b,c\n", "t.csv:2: more cells than the header has"),
        ("t.csv", "identifiant\na\n", "t.csv:2: neither 'id' nor 'file'"),
    ],
)
def test_a_bad_table_is_an_error_that_names_the_line(tmp_path, name, content, message):
    (tmp_path / name).write_text(content)
    with pytest.raises(ValueError, match=r"t\.") as error:
        read_metadata(tmp_path / name)
    assert message in str(error.value)
