"""Every kind of file gives its articles; what is wrong with one is said and stops nothing."""

import gzip
import io
import json
import sys

import pytest

from dires.article import Article
from dires.readers import SUFFIXES, InputError, Sourced, read

zstd = pytest.importorskip("backports.zstd")

PLEDGE = "La région s’engage à replanter dix mille arbres d’ici 2031."


def articles(sources, **options):
    readings = list(read(sources, **options))
    assert all(isinstance(reading, Sourced) for reading in readings), readings
    return [reading.article for reading in readings]


def errors(sources):
    return [str(reading) for reading in read(sources) if isinstance(reading, InputError)]


def line(**record):
    return json.dumps(record, ensure_ascii=False) + "\n"


def page(body, head=""):
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def test_a_text_file_is_one_article_unchanged(tmp_path):
    path = tmp_path / "forêt.txt"
    path.write_bytes(f"\ufeffTitre\r\n\r\n {PLEDGE}\t\n".encode())
    assert articles(path) == [
        Article("forêt", f"Titre\r\n\r\n {PLEDGE}\t\n", source=str(path)),
    ]


def test_a_web_page_gives_main_text_title_and_date(tmp_path):
    path = tmp_path / "page.html"
    head = (
        "<title>Un plan pour la forêt</title>"
        '<meta property="article:published_time" content="2024-07-05T10:00:00+02:00">'
    )
    paragraph = f"<p>{' '.join([PLEDGE] * 6)}</p>"
    path.write_text(
        page(f"<nav>Accueil Abonnez-vous</nav><article>{paragraph * 3}</article>", head), "utf-8"
    )
    (article,) = articles(path)
    assert article.id == "page"
    assert article.title == "Un plan pour la forêt"
    assert article.published == "2024-07-05"
    assert PLEDGE in article.text
    assert "Abonnez-vous" not in article.text


def test_a_date_in_the_text_of_a_web_page_is_not_its_date(tmp_path):
    path = tmp_path / "page.html"
    text = "Le 3 mars 1998, la commune avait promis une école. " * 8
    path.write_text(page(f"<article><p>{text}</p></article>"), "utf-8")
    assert articles(path)[0].published is None


def test_a_web_page_without_main_text_is_an_error(tmp_path):
    path = tmp_path / "vide.htm"
    path.write_text(page(""), "utf-8")
    assert errors(path) == [f"{path}: no main text found on the page"]


def test_a_web_page_in_its_declared_encoding(tmp_path):
    path = tmp_path / "page.html"
    body = f"<article><p>{'Le cœur du projet coûtera 15 €. ' * 10}</p></article>"
    path.write_bytes(page(body).replace("utf-8", "iso-8859-15").encode("iso-8859-15"))
    assert "Le cœur du projet coûtera 15 €." in articles(path)[0].text


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "A.JSONL"])
def test_json_lines_plain_and_compressed(tmp_path, name):
    path = tmp_path / name
    lines = (
        line(id="a", text="Un.")
        + "\n"
        + line(id="b", text="Deux.", title="T", published="5 juillet 2024", source="AFP", other=1)
    )
    compress = {".gz": gzip.compress, ".zst": zstd.compress}.get(path.suffix, bytes)
    path.write_bytes(compress(lines.encode()))
    assert articles(path) == [
        Article("a", "Un."),
        Article("b", "Deux.", "T", "2024-07-05", "AFP"),
    ]


def test_an_unusual_line_separator_inside_a_string_does_not_end_a_json_line(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "un\u2028deux\u0085trois"}\n', "utf-8")
    assert articles(path)[0].text == "un\u2028deux\u0085trois"


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (b'{"id": "x", "text": "Un', "broken JSON: "),
        (b"[1, 2]", "not a JSON object but list"),
        (b"3", "not a JSON object but int"),
        (b"[" * 100_000, "broken JSON: nested too deeply"),
        (b'{"id": "x"}', "the record has no 'text'"),
        (b'{"text": "Un."}', "the record has no 'id'"),
        (b'{"id": 7, "text": "Un."}', "'id' must be a string, not int"),
        (b'{"id": "x", "text": ["Un."]}', "'text' must be a string, not list"),
        (b'{"id": "x", "text": null}', "'text' is empty"),
        (b'{"id": "x", "text": " "}', "'text' is empty"),
        (b'{"id": "", "text": "Un."}', "'id' is empty"),
        (b'{"id": "x", "text": "Un.", "title": 3}', "'title' must be a string, not int"),
        (b'{"id": "x", "text": "Un.", "published": "hier"}', "'hier' is not a publication date"),
        (b'{"id": "x", "text": "a\\ud83d"}', "'text' holds half a surrogate pair (U+D83D at"),
        (b'{"id": "\\udc00", "text": "a"}', "'id' holds half a surrogate pair"),
        (b'{"id": "x", "text": "\xe9t\xe9"}', "not valid UTF-8: byte 0xe9"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, bad, message):
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        line(id="a", text="Un.").encode() + bad + b"\n" + line(id="b", text="Deux.").encode()
    )
    first, error, last = read(path)
    assert (first.article.id, last.article.id, last.line) == ("a", "b", 3)
    assert (error.source, error.line) == (str(path), 2)
    assert message in str(error)
    assert str(error).startswith(f"{path}:2: ")


def test_a_whole_surrogate_pair_is_one_character(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "a", "text": "\\ud83d\\ude00"}')
    assert articles(path)[0].text == "😀"


def test_a_compressed_file_that_is_cut_gives_what_is_whole(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    whole = "".join(line(id=str(n), text=f"Texte {n * 7919}.") for n in range(20_000))
    path.write_bytes(gzip.compress(whole.encode())[:-1000])
    *read_before, last = read(path)
    assert len(read_before) > 1000
    assert isinstance(last, InputError)
    assert last.source == str(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \r\n", "the file is empty"),
        ("a.txt", bytes(range(256)), "a binary file"),
        ("a.html", b"", "the file is empty"),
        ("a.jsonl", b"", "the file is empty"),
        ("a.jsonl", b"\n\n", "the file is empty"),
        ("a.jsonl", "{}".encode("utf-16"), "UTF-16: JSON lines must be UTF-8"),
        ("a.jsonl.gz", b"no gzip", "Not a gzipped file"),
        ("a.jsonl.zst", b"no zstd", "Zstandard"),
        ("a.pdf", b"%PDF", "an unknown kind of file: .txt, .html, .htm, .jsonl, "),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    (error,) = errors(path)
    assert error.startswith(str(path))
    assert message in error


def test_a_folder_is_read_in_order_with_its_subfolders(tmp_path):
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.txt", "b/2.txt", "b/c/1.txt", "notes.md", ".git/x.txt", ".y.txt"):
        (tmp_path / name).write_text("Un texte.")
    assert [article.id for article in articles(tmp_path)] == ["a", "2", "1", "z"]


@pytest.mark.parametrize("names", [[], ["notes.md"]])
def test_a_folder_without_articles_is_an_error(tmp_path, names):
    for name in names:
        (tmp_path / name).write_text("…")
    known = ", ".join(SUFFIXES[:-1]) + " or " + SUFFIXES[-1]
    assert errors(tmp_path) == [f"{tmp_path}: the folder holds no {known} file"]


def test_a_missing_file_is_an_error_and_the_others_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("Un.")
    error, reading = read([tmp_path / "non.txt", tmp_path / "a.txt"])
    assert str(error) == f"{tmp_path / 'non.txt'}: no such file or folder"
    assert reading.article.id == "a"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"id": "a", "text": "Un."}\n{"id": "b", "text": "Deux."}', ["a", "b"]),
        (b'\xef\xbb\xbf{"id": "a", "text": "Un."}', ["a"]),
        ("Un été.\nSuite.".encode("cp1252"), ["stdin"]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [article.id for article in articles("-")] == expected


def test_broken_json_on_standard_input_is_not_taken_for_text(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "a", "te\n')))
    assert errors("-")[0].startswith("stdin:1: broken JSON")
