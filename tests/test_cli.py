"""The command: what goes where, what the exit status says, and that nothing is half done.

The pipeline is a quick stand-in, except in the last tests.
"""

import csv
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
import spacy
from jsonschema import Draft202012Validator
from spacy.language import Language
from typer.testing import CliRunner

import dires
from dires import convert, corpus
from dires.article import Actor, Article, Cue, Statement, schema
from dires.batch import FORMATS
from dires.batch.manifest import open_manifest
from dires.cli import app
from dires.cli.convert import GoldFormat
from dires.cli.destinations import Format
from dires.cli.evaluate import Split, Stage
from dires.cli.mode import Mode
from dires.evaluation import STAGES
from dires.layers import write
from dires.pipeline import MODES

STAND_IN = """
import time
import spacy
from spacy.language import Language
import dires.pipeline

@Language.component("slow")
def slow(doc):
    time.sleep(DELAY)
    return doc

def load():
    nlp = spacy.blank("fr")
    nlp.add_pipe("slow")
    return nlp

dires.pipeline.load = load
from dires.cli import main
main()
"""


@Language.component("test_promises")
def promises(doc):
    if doc.text == "Ctrl-C":
        raise KeyboardInterrupt
    if "panne" in doc.text:
        raise RuntimeError("le moteur est en panne")
    start = doc.text.find("promet")
    if start >= 0:
        holder = Actor(0, start, doc.text[:start], doc.text[:start].strip())
        cue = Cue(start, start + 6, "promet")
        end = len(doc.text)
        statement = Statement(start, end, doc.text[start:], "pledge", cue, holder)
        write(doc, "statements", [statement])
    return doc


@pytest.fixture(autouse=True)
def quick_pipeline(monkeypatch):
    nlp = spacy.blank("fr")
    nlp.add_pipe("test_promises")
    nlp.max_length = 100_000_000
    monkeypatch.setattr("dires.pipeline.load", lambda: nlp)
    monkeypatch.setattr("dires.batch.version.pipeline_version", lambda nlp: "1")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Lomé promet une école.", "utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"id": "b1", "text": "Un."}\n{"id": "b2", "text": "Dakar promet un pont.",'
        ' "published": "2020-01-01"}\n'
    )
    return tmp_path


def run(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_results_go_to_standard_output_and_the_rest_to_standard_error(folder):
    result = run("extract", "a.txt", "b.jsonl")
    assert result.exit_code == 0
    assert [record["id"] for record in records(result.stdout)] == ["a", "b1", "b2"]
    assert re.match(r"3 articles in .*, 2 statements\n$", result.stderr)


def test_every_line_of_the_output_is_valid_against_the_schema(folder):
    for record in records(run("extract", "a.txt", "b.jsonl").stdout):
        Draft202012Validator(schema()).validate(record)


@pytest.mark.parametrize("arguments", [["a.txt", "b.jsonl"], ["."], ["*.txt", "*.jsonl"]])
def test_files_folders_and_globs(folder, arguments):
    result = run("extract", *arguments)
    assert [record["id"] for record in records(result.stdout)] == ["a", "b1", "b2"]


def test_standard_input(folder):
    result = run("extract", "-", input='{"id": "x", "text": "Un."}\n')
    assert [record["id"] for record in records(result.stdout)] == ["x"]
    result = run("extract", "-", "--published", "5 juillet 2024", input="Un texte.\n")
    (record,) = records(result.stdout)
    assert (record["text"], record["published"]) == ("Un texte.\n", "2024-07-05")


def test_published_is_for_articles_that_give_none(folder):
    result = run("extract", "a.txt", "b.jsonl", "--published", "2024-07-05")
    dates = [record["published"] for record in records(result.stdout)]
    assert dates == ["2024-07-05", "2024-07-05", "2020-01-01"]


def test_out_takes_the_results(folder):
    result = run("extract", "a.txt", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Article.from_json((folder / "out.jsonl").read_text("utf-8")).id == "a"


def test_format_overrides_the_suffix(folder):
    assert run("extract", "a.txt", "-o", "out", "--format", "csv").exit_code == 0
    with (folder / "out").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["holder"], row["text"]) == ("Lomé", "promet une école.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pipe_gets_each_article_and_nothing_stands_beside_it(folder):
    os.mkfifo("pipe")
    process = subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True)
    assert run("extract", "a.txt", "-o", "pipe", "--format", "jsonl").exit_code == 0
    assert [record["id"] for record in records(process.communicate(timeout=30)[0])] == ["a"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.jsonl", "pipe"]


def test_csv_on_standard_output(folder):
    result = run("extract", "a.txt", "--format", "csv")
    assert [row["id"] for row in csv.DictReader(result.stdout.splitlines())] == ["a"]


@pytest.mark.parametrize("suffix", ["parquet", "duckdb"])
def test_tables(folder, suffix):
    pytest.importorskip("pyarrow" if suffix == "parquet" else "duckdb")
    assert run("extract", "a.txt", "-o", f"out.{suffix}").exit_code == 0
    assert (folder / f"out.{suffix}").stat().st_size > 0


def test_workers_give_the_same_results_in_the_same_order(folder):
    lines = "".join(f'{{"id": "{n}", "text": "Lomé promet {n} ponts."}}\n' for n in range(40))
    (folder / "c.jsonl").write_text(lines, "utf-8")
    alone = run("extract", "c.jsonl")
    together = run("extract", "c.jsonl", "--workers", "2", "--batch-words", "12")
    assert together.stdout == alone.stdout
    unordered = run("extract", "c.jsonl", "--workers", "2", "--batch-words", "12", "--unordered")
    assert sorted(unordered.stdout.splitlines()) == sorted(alone.stdout.splitlines())
    assert alone.stdout.count("\n") == 40


def bad_inputs(folder):
    (folder / "vide.txt").write_bytes(b"")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "cyrillique.txt").write_bytes("Съешь ещё этих булок".encode("cp1251"))
    (folder / "vide.html").write_text("<html><body></body></html>")
    (folder / "coupe.jsonl.gz").write_bytes(gzip.compress(b'{"id": "z", "text": "Un."}')[:-9])
    (folder / "rien").mkdir()
    (folder / "lignes.jsonl").write_text(
        '{"id": "l1", "text": "Un."}\n'
        '{"id": "l2", "text": \n'
        '{"id": "l3"}\n'
        '{"id": 4, "text": "Un."}\n'
        '{"id": "l5", "text": 5}\n'
        '{"id": "l1", "text": "Deux."}\n'
        '{"id": "l7", "text": "\\ud800"}\n'
        '{"id": "l8", "text": "Une panne."}\n'
        '{"id": "l9", "text": "Un.", "published": "hier"}\n'
        '{"id": "l10", "text": "Un."}\n'
    )


EXPECTED = {
    "absent.txt": "no such file or folder",
    "vide.txt": "the file is empty",
    "image.txt": "a binary file",
    "cyrillique.txt": "convert it to UTF-8",
    "vide.html": "no main text",
    "coupe.jsonl.gz": "end-of-stream",
    "rien": "the folder holds no",
    "lignes.jsonl:2": "broken JSON",
    "lignes.jsonl:3": "the record has no 'text'",
    "lignes.jsonl:4": "'id' must be a string",
    "lignes.jsonl:5": "'text' must be a string",
    "lignes.jsonl:6": "the id 'l1' has come before",
    "lignes.jsonl:7": "half a surrogate pair",
    "lignes.jsonl:8": "RuntimeError: le moteur est en panne",
    "lignes.jsonl:9": "'hier' is not a publication date",
}


def test_every_bad_input_is_named_with_its_reason_and_the_others_are_done(folder):
    bad_inputs(folder)
    names = list(dict.fromkeys(place.split(":")[0] for place in EXPECTED))
    result = run("extract", *names, "a.txt")
    assert result.exit_code == 1
    assert [record["id"] for record in records(result.stdout)] == ["l1", "l10", "a"]
    *errors, summary = result.stderr.splitlines()
    assert len(errors) == len(EXPECTED)
    for error, (place, reason) in zip(errors, EXPECTED.items(), strict=True):
        assert error.startswith(f"{place}: ")
        assert reason in error
    assert summary.startswith(f"3 articles, {len(EXPECTED)} failed in ")


def test_a_text_of_five_megabytes_in_one_line_is_done(folder):
    text = "Lomé ouvre une école. " * 240_000
    (folder / "long.txt").write_text(text, "utf-8")
    result = run("extract", "long.txt", "-o", "out.jsonl")
    assert result.exit_code == 0, result.stderr
    assert len(json.loads((folder / "out.jsonl").read_text("utf-8"))["text"]) == len(text)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt", "--published", "hier"], "--published: 'hier' is not a publication date"),
        (["a.txt", "--format", "xml"], "xml"),
        (["a.txt", "-o", "meta.csv", "--metadata", "meta.csv"], "is among the inputs"),
        (["a.txt", "-o", "out.xml"], "cannot tell the format"),
        (["a.txt", "-o", "out"], "cannot tell the format"),
        (["a.txt", "--format", "parquet"], "name a file"),
        (["a.txt", "-o", "absent/out.jsonl"], "cannot be written"),
        (["a.txt", "--workers", "0"], "--workers"),
        (["b.jsonl", "-o", "b.jsonl"], "is among the inputs"),
        (["b.jsonl", "-o", "./b.jsonl"], "is among the inputs"),
        (["*.jsonl", "-o", "b.jsonl"], "is among the inputs"),
        ([".", "-o", "out.jsonl"], "is among the inputs"),
        ([], "Missing argument"),
        (["a.txt", "--colour"], "No such option"),
    ],
)
def test_wrong_usage(folder, arguments, message):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run("extract", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_rerun_does_what_is_new_and_says_what_failed_again(folder):
    (folder / "c.txt").write_text("Une panne.", "utf-8")
    first = run("extract", "a.txt", "c.txt", "-o", "out.jsonl", "--log", "run.log")
    assert (first.exit_code, "1 article, 1 failed in" in first.stderr) == (1, True)
    assert "Traceback" in (folder / "run.log").read_text("utf-8")
    again = run("extract", "a.txt", "b.jsonl", "c.txt", "-o", "out.jsonl")
    assert again.exit_code == 1
    assert "c.txt: RuntimeError: le moteur est en panne" in again.stderr
    assert "2 articles, 1 done before, 1 failed in" in again.stderr
    assert len(records((folder / "out.jsonl").read_text("utf-8"))) == 3
    (error,) = records((folder / "out.jsonl.errors").read_text("utf-8"))
    assert (error["id"], error["stage"]) == ("c", "test_promises")
    for option in ("--force", "--redo-failed"):
        assert run("extract", "a.txt", "-o", "out.jsonl", option).exit_code == 0
        assert run("extract", "a.txt", option).exit_code == 2


def test_limits_are_settable(folder):
    result = run("extract", "a.txt", "b.jsonl", "--max-size", "20")
    assert result.exit_code == 1
    assert [record["id"] for record in records(result.stdout)] == ["b1"]
    assert "a.txt: 22 characters are more than the limit of 20" in result.stderr


def test_an_output_that_another_run_writes_is_refused(folder):
    with open_manifest(folder / "out.jsonl", pipeline="1"):
        result = run("extract", "a.txt", "-o", "out.jsonl")
    assert result.exit_code == 2
    assert "another run is writing out.jsonl" in result.stderr


def test_what_cannot_be_written_is_told_and_what_is_done_is_kept(folder, monkeypatch):
    def full(path):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("dires.batch.lines._open", full)
        result = run("extract", "a.txt", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert "out.jsonl: No space left on device. What is done is kept" in result.stderr
    assert "1 done before" in run("extract", "a.txt", "-o", "out.jsonl").stderr


def test_a_missing_extra_is_wrong_usage(folder, monkeypatch):
    monkeypatch.setattr("dires.extras.find_spec", lambda name: None)
    result = run("extract", "a.txt", "-o", "out.parquet")
    assert result.exit_code == 2
    assert "pip install 'dires[parquet]'" in result.stderr


def test_show_prints_the_articles(folder):
    result = run("show", "a.txt", "absent.txt")
    assert result.exit_code == 1
    assert "école" in result.stdout
    assert "\x1b" not in result.stdout
    assert "absent.txt: no such file" in result.stderr


def test_show_gives_stored_results_as_they_are(folder):
    (record,) = records(run("extract", "a.txt").stdout)
    record["statements"][0]["holder"]["name"] = "Marie Curie"
    (folder / "stored.jsonl").write_text(json.dumps(record), "utf-8")
    (folder / "mixed.jsonl").write_text(
        json.dumps(record) + '\n{"id": "n", "text": "Dakar promet un pont."}\n', "utf-8"
    )
    assert "Marie Curie" in run("show", "stored.jsonl").stdout
    mixed = run("show", "mixed.jsonl").stdout
    assert "Marie Curie" in mixed
    assert "Dakar  pledge" in mixed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"statements": [{"start": 0, "holder": "Lomé"}]}, "not in the form"),
        ({"statements": 3}, "not in the form"),
        ({"entities": [{"start": 0, "end": 99, "text": "", "label": "", "name": ""}]}, "outside"),
    ],
)
def test_stored_results_that_are_damaged_are_an_error(folder, change, message):
    (record,) = records(run("extract", "a.txt").stdout)
    (folder / "stored.jsonl").write_text(json.dumps(record | change), "utf-8")
    result = run("show", "stored.jsonl")
    assert result.exit_code == 1
    assert "stored.jsonl:1: " in result.stderr
    assert message in result.stderr


def test_stored_results_need_no_pipeline(folder, monkeypatch):
    (folder / "stored.jsonl").write_text(run("extract", "a.txt").stdout, "utf-8")
    monkeypatch.setattr("dires.pipeline.load", None)
    assert run("show", "stored.jsonl").exit_code == 0


def test_show_draws_a_picture(folder):
    pictures = []
    for options in ([], ["--light"]):
        result = run("show", "a.txt", "--svg", "a.svg", *options)
        assert (result.exit_code, result.stdout) == (0, "")
        pictures.append((folder / "a.svg").read_text("utf-8"))
    assert pictures[0].startswith("<svg")
    assert pictures[0] != pictures[1]
    assert run("show", "a.txt", "--light").exit_code == 2
    assert run("show", "a.txt", "--svg", "absent/a.svg").exit_code == 2
    assert run("show", "a.txt", "--svg", "a.txt").exit_code == 2


def test_metadata_joins_articles_and_says_what_is_left(folder):
    (folder / "meta.csv").write_text("id,file,published\nb1,,2024-07-05\n,z.txt,2024-07-06\n")
    result = run("extract", "a.txt", "b.jsonl", "--metadata", "meta.csv")
    assert result.exit_code == 0
    dates = [record["published"] for record in records(result.stdout)]
    assert dates == [None, "2024-07-05", "2020-01-01"]
    assert "meta.csv has no row about a, b2\n" in result.stderr
    assert "meta.csv has rows about what was not read: z.txt\n" in result.stderr
    assert "2024-07-05" in run("show", "b.jsonl", "--metadata", "meta.csv").stdout


@pytest.mark.parametrize("content", [None, "", "titre\nb1\n", "id,published\nb1,hier\n"])
def test_bad_metadata_is_wrong_usage(folder, content):
    if content is not None:
        (folder / "meta.csv").write_text(content)
    result = run("extract", "a.txt", "--metadata", "meta.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: --metadata: meta.csv:")
    assert result.stdout == ""


def test_evaluate_measures_predictions(folder):
    gold = run("extract", "a.txt", "b.jsonl").stdout
    (folder / "gold.jsonl").write_text(gold, "utf-8")
    for arguments in (["gold.jsonl", "gold.jsonl"], ["gold.jsonl"]):
        result = run("evaluate", *arguments)
        assert result.exit_code == 0, result.stderr
        assert "1.000" in result.stdout


def test_evaluate_fails_where_articles_are_missing_or_changed(folder):
    gold = run("extract", "a.txt", "b.jsonl").stdout
    (folder / "gold.jsonl").write_text(gold, "utf-8")
    (folder / "part.jsonl").write_text(gold.splitlines()[0], "utf-8")
    (folder / "other.jsonl").write_text(gold.replace("école", "église"), "utf-8")
    for predictions, message in (
        ("part.jsonl", "b1: no prediction"),
        ("other.jsonl", "a: the predicted text differs"),
    ):
        result = run("evaluate", "gold.jsonl", predictions)
        assert result.exit_code == 1
        assert message in result.stdout


def test_evaluate_gives_one_stage_as_json(folder):
    (folder / "gold.jsonl").write_text(run("extract", "a.txt").stdout, "utf-8")
    result = run("evaluate", "gold.jsonl", "gold.jsonl", "--stage", "statements", "--json")
    data = json.loads(result.stdout)
    assert data["scores"]["statements.relaxed"]["f1"] == 1.0
    assert {name.partition(".")[0] for name in data["scores"]} == {"statements"}
    assert "errors" not in data
    result = run("evaluate", "gold.jsonl", "--json", "--errors", "-")
    assert json.loads(result.stdout)["errors"] == []


def test_evaluate_writes_errors_as_a_page(folder):
    record = json.loads(run("extract", "a.txt").stdout)
    (folder / "found.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    record["statements"][0]["holder"] = "personne"
    (folder / "gold.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    assert run("evaluate", "gold.jsonl", "found.jsonl", "--errors", "e.html").exit_code == 0
    assert "<ins>personne</ins>" in (folder / "e.html").read_text("utf-8")
    assert run("evaluate", "gold.jsonl", "found.jsonl", "--errors", "e.txt").exit_code == 2


def test_evaluate_fails_under_a_floor(folder):
    (folder / "gold.jsonl").write_text(run("extract", "a.txt").stdout, "utf-8")
    measured = ("evaluate", "gold.jsonl", "gold.jsonl", "--fail-under")
    assert run(*measured, "statements.relaxed.f1=1").exit_code == 0
    assert run(*measured, "statements.relaxed.f1=1.1").exit_code == 1
    assert run(*measured, "statements.relaxed=0.5").exit_code == 1, "no such figure"
    assert run(*measured, "0.5").exit_code == 2


def test_evaluate_takes_gold_or_a_split(folder):
    (folder / "gold.jsonl").write_text(run("extract", "a.txt").stdout, "utf-8")
    assert run("evaluate", "gold.jsonl", "--split", "dev").exit_code == 2
    found = ("evaluate", "gold.jsonl", "gold.jsonl")
    assert run(*found, "--gold-input").exit_code == 2
    assert run(*found, "--by", "genre").exit_code == 1, "these articles have no genre"


def test_agreement(folder):
    (folder / "gold.jsonl").write_text(run("extract", "a.txt").stdout, "utf-8")
    result = run("agreement", "gold.jsonl", "gold.jsonl")
    assert result.exit_code == 0
    assert "1.000" in result.stdout
    (folder / "other.jsonl").write_text(run("extract", "b.txt").stdout, "utf-8")
    assert run("agreement", "gold.jsonl", "other.jsonl").exit_code == 1


def test_gold_is_shown_as_it_is(folder):
    gold = next(r for r in corpus.load("dev") if r["statements"] and r["statements"][0]["holder"])
    (folder / "gold.jsonl").write_text(json.dumps(gold) + "\n", "utf-8")
    result = run("show", "gold.jsonl")
    assert result.exit_code == 0
    assert gold["statements"][0]["holder"].split()[0] in result.stdout


def test_convert(folder):
    gold = corpus.path("dev").read_text("utf-8").splitlines(keepends=True)[0]
    (folder / "gold.jsonl").write_text(gold, "utf-8")
    assert run("convert", "gold.jsonl", "-o", "there", "--to", "brat").exit_code == 0
    assert run("convert", "there", "-o", "back.jsonl").exit_code == 0
    assert json.loads((folder / "back.jsonl").read_text("utf-8")) == json.loads(gold)
    assert run("convert", "gold.jsonl", "-o", "gold.xlsx").exit_code == 2
    assert run("convert", "gold.jsonl", "-o", "gold.jsonl").exit_code == 2
    (folder / "bad.json").write_text("{}", "utf-8")
    assert run("convert", "bad.json", "-o", "x.jsonl").exit_code == 1


def test_choices_are_what_the_library_knows():
    assert tuple(Format) == FORMATS
    assert tuple(Mode) == MODES
    assert tuple(Stage) == STAGES
    assert tuple(Split) == corpus.SPLITS
    assert tuple(GoldFormat) == tuple(convert.FORMATS)


def test_evaluate_says_what_is_wrong_with_the_gold(folder):
    (folder / "gold.jsonl").write_text('{"id": "a", "text"\n')
    result = run("evaluate", "gold.jsonl", "gold.jsonl")
    assert result.exit_code == 1
    assert "gold.jsonl:1" in result.stderr
    assert run("evaluate", "absent.jsonl").exit_code == 2


def test_help_and_version():
    for arguments in (["--help"], ["extract", "-h"], ["show", "--help"], ["evaluate", "--help"]):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Usage: " in result.stdout
    assert run("--version").stdout == f"dires {dires.__version__}\n"


def test_help_imports_nothing_heavy():
    code = (
        "import sys\ntry:\n import dires.cli; dires.cli.app(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'spacy', 'numpy', 'rich', 'trafilatura', 'dateparser', 'pyarrow'}"
        " & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout.splitlines()[-1] == "[]"


def start(folder, *arguments, delay, **options):
    script = folder / "stand_in.py"
    script.write_text(STAND_IN.replace("DELAY", str(delay)))
    return subprocess.Popen(
        [sys.executable, str(script), *map(str, arguments)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,
    )


@pytest.fixture
def many(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f'{{"id": "{n}", "text": "Texte {n}."}}\n' for n in range(5000)))
    return path


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.parquet", "out.duckdb"])
def test_ctrl_c_leaves_every_format_as_it_was_and_keeps_what_is_done(folder, name):
    tables = pytest.importorskip("duckdb")
    (folder / "c.jsonl").write_text('{"id": "c", "text": "Ctrl-C"}\n{"id": "d", "text": "Un."}\n')
    options = ("-o", name, "--batch-words", "1")
    result = run("extract", "a.txt", "b.jsonl", "c.jsonl", *options)
    assert result.exit_code == 130
    assert "The same command goes on" in result.stderr
    assert not (folder / name).exists() or name == "out.duckdb"
    assert "0 articles, 3 done before" in run("extract", "a.txt", "b.jsonl", *options).stderr
    if name == "out.duckdb":
        rows = tables.connect(name, read_only=True).sql("select id from articles").fetchall()
    else:
        rows = tables.sql(f"select id from '{name}'").fetchall()
    ids = [identifier for (identifier,) in rows]
    assert ids == (["a", "b2"] if name == "out.csv" else ["a", "b1", "b2"])


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_leaves_what_is_finished_in_whole_lines(tmp_path, many, workers):
    out = tmp_path / "out.jsonl"
    options = ("--batch-words", 4, "--workers", workers)
    with out.open("wb") as stream:
        process = start(tmp_path, "extract", many, *options, delay=0.02, stdout=stream)
    while out.read_bytes().count(b"\n") < 5:
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in errors
    assert "Traceback" not in errors
    lines = out.read_text("utf-8")
    assert lines.endswith("\n")
    assert [r["id"] for r in records(lines)] == [str(n) for n in range(lines.count("\n"))]
    assert lines.count("\n") < 5000


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_a_reader_that_goes_away_is_no_error(tmp_path, many):
    process = start(tmp_path, "extract", many, delay=0, stdout=subprocess.PIPE)
    assert json.loads(process.stdout.readline())["id"] == "0"
    process.stdout.close()
    errors = process.stderr.read()
    assert process.wait(timeout=60) == 141
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors
