"""Web archives give an article a page, and nothing for what is no page."""

import io

import pytest

from dires.readers import InputError, read

pytest.importorskip("warcio")
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PROMISE = "La région s’engage à replanter dix mille arbres près du cœur de la ville d’ici 2031. "
PAGE = f"<html><head><title>La forêt</title></head><body><article><p>{PROMISE * 6}</p></article>"


def write(path, *responses, gzip=True):
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for number, (status, kind, body) in enumerate(responses):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"https://exemple.fr/{number}",
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Record-ID": f"<urn:uuid:{number}>"},
            )
            writer.write_record(record)
    return path


RESPONSES = [
    ("200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("404 Not Found", "text/html", PAGE.encode()),
    ("200 OK", "image/png", b"\x89PNG"),
    ("200 OK", "text/html", b"<html><body></body></html>"),
    ("200 OK", "text/html;charset=ISO-8859-1", PAGE.encode("cp1252")),
]


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_are_articles(tmp_path, name, gzip):
    path = write(tmp_path / name, *RESPONSES, gzip=gzip)
    first, error, last = read(path)
    assert (first.article.id, first.article.title) == ("urn:uuid:0", "La forêt")
    assert first.article.source == "https://exemple.fr/0"
    assert PROMISE.strip() in first.article.text
    assert str(error) == f"{path}:4: no main text found on the page"
    assert last.article.text == first.article.text


def test_an_archive_without_pages_is_an_error(tmp_path):
    path = write(tmp_path / "a.warc.gz", ("200 OK", "image/png", b"\x89PNG"))
    assert [str(error) for error in read(path)] == [f"{path}: the archive holds no web page"]


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True)])
def test_a_cut_archive_gives_what_is_whole(tmp_path, name, gzip):
    noise = (f"<p>Il a replanté {n**5} arbres rue {n**7}." for n in range(9000))
    long = ("200 OK", "text/html", "".join(noise).encode())
    path = write(tmp_path / name, RESPONSES[0], long, gzip=gzip)
    path.write_bytes(path.read_bytes()[:-300])
    first, *errors = read(path)
    assert first.article.id == "urn:uuid:0"
    assert errors
    assert all(isinstance(error, InputError) for error in errors)


def test_what_is_no_archive_is_an_error(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"no archive\n" * 9)
    (error,) = read(tmp_path / "a.warc")
    assert isinstance(error, InputError)
