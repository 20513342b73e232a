"""Whatever stands in a file, reading it gives articles or errors: no crash, no hang.

More examples than in the suite: ``DIRES_EXAMPLES=20000 pytest tests/readers/test_fuzz.py``.
"""

import gzip
import io
import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dires.readers import InputError, Sourced, read

fuzzed = settings(max_examples=int(os.environ.get("DIRES_EXAMPLES", "60")))
ODD = '\x00\u202e\u200f\ufeff\u0301\u2028é’«»œ\U0001f600\ud800 <>&;{}[]"\\\n\t'
texts = st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=200)
tags = st.sampled_from(
    ["<p>", "</p>", "<div>", "<table><tr>", "<script>", "<!--", "]]>", "<meta charset=utf-16>",
     "<body>", "&#xd800;", "&amp", "<article>", "Une phrase qui promet un pont."]
)  # fmt: skip
pages = st.lists(st.one_of(tags, texts), max_size=60).map("".join)
encodings = st.sampled_from(["utf-8", "utf-16", "utf-32-be", "cp1252", "mac-roman", "cp037"])
values = st.recursive(
    st.none() | st.booleans() | st.floats() | texts,
    lambda v: st.lists(v) | st.dictionaries(texts, v),
)
records = st.dictionaries(st.sampled_from(["id", "text", "published", "x"]), values).map(json.dumps)


def encoded(strings):
    return st.builds(lambda s, e: s.encode(e, "surrogatepass" if "utf" in e else "replace"),
                     strings, encodings)  # fmt: skip


def check(path, data):
    path.write_bytes(data)
    readings = list(read([path]))
    assert readings
    for reading in readings:
        assert isinstance(reading, Sourced | InputError)
        if isinstance(reading, Sourced):
            reading.article.to_json().encode("utf-8")
        else:
            assert str(path) in str(reading)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


@fuzzed
@given(data=st.binary(max_size=400) | encoded(texts))
def test_text(folder, data):
    check(folder / "a.txt", data)


@fuzzed
@given(data=st.binary(max_size=400) | encoded(pages))
def test_web_pages(folder, data):
    check(folder / "a.html", data)


@fuzzed
@given(
    data=st.lists(st.binary(max_size=40) | encoded(texts) | records.map(str.encode)).map(b"\n".join)
)
def test_json_lines(folder, data):
    check(folder / "a.jsonl", data)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.warc", "a.warc.gz"])
@fuzzed
@given(data=st.data())
def test_damaged_bytes(folder, whole, name, data):
    damaged = bytearray(whole[name])
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    check(folder / name, bytes(damaged[:cut]))


@pytest.fixture(scope="module")
def whole():
    """A small file of each kind."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    zstd = pytest.importorskip("backports.zstd")
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    rows = [{"id": str(n), "text": f"Le maire promet {n} ponts."} for n in range(9)]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    table = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), table)
    made = {"a.jsonl.gz": gzip.compress(lines), "a.jsonl.zst": zstd.compress(lines),
            "a.parquet": table.getvalue()}  # fmt: skip
    for name in ("a.warc", "a.warc.gz"):
        archive = io.BytesIO()
        writer = WARCWriter(archive, gzip=name.endswith("gz"))
        page = io.BytesIO(b"<html><body><p>Le maire promet un pont.</p></body></html>")
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record("https://exemple.fr", "response", page, http_headers=headers)
        )
        made[name] = archive.getvalue()
    return made


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul"])
def test_a_page_nested_without_end(folder, tag):
    check(folder / "a.html", f"<html><body>{f'<{tag}>' * 50_000}Un pont.".encode())


def test_ten_megabytes_in_one_line(folder):
    text = "Le maire promet un pont. " * 400_000
    check(folder / "a.txt", text.encode())
    check(folder / "a.jsonl", json.dumps({"id": "a", "text": text}).encode())
