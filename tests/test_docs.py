"""The README tells the truth: what it shows runs, and every command is in it.

A block behind the comment ``<!-- not run -->`` is left out.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from dires.cli import app
from dires.corpus import SPLITS
from dires.evaluation import load_records

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = "<!-- not run -->"
COMMANDS = get_command(app).commands
ARTICLES = 3


def blocks(*languages):
    return [
        block[2]
        for block in BLOCK.finditer(README)
        if block[1] in languages and not README[: block.start()].rstrip().endswith(NOT_RUN)
    ]


def command_lines():
    """The lines that call `dires`: all of a shell script's, those behind ``$`` of a console's."""
    scripts = "\n".join(blocks("bash", "sh"))
    consoles = re.findall(r"^\$ (.*)$", "\n".join(blocks("console")), re.MULTILINE)
    return [line for line in [*scripts.splitlines(), *consoles] if re.search(r"\bdires ", line)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """What the examples read, with a few articles only."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("annotations", "corpus", "docs"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, folder / name)
    kept = set()
    for name in (*SPLITS, "second"):
        gold = folder / "annotations" / f"{name}.jsonl"
        lines = gold.read_text("utf-8").splitlines(keepends=True)[:ARTICLES]
        gold.write_text("".join(lines), "utf-8")
        kept |= {json.loads(line)["id"] for line in lines}
    for article in (folder / "corpus" / "articles").iterdir():
        if article.stem not in kept:
            article.unlink()
    return folder


@pytest.fixture
def quickly(copy, nlp, monkeypatch):
    """Examples run in the copy, with the pipeline that the tests share."""
    monkeypatch.chdir(copy)
    monkeypatch.setattr("dires.pipeline.load", lambda *mode: nlp)
    few = {name: load_records(copy / "annotations" / f"{name}.jsonl") for name in SPLITS}
    monkeypatch.setattr("dires.corpus.load", few.__getitem__)
    monkeypatch.setattr("dires.corpus.path", lambda name: copy / "annotations" / f"{name}.jsonl")


@pytest.mark.parametrize("line", command_lines())
def test_the_commands_run(quickly, line):
    arguments = shlex.split(line, comments=True)
    if arguments[0] == "dires" and not {"|", ">", "&&"} & set(arguments):
        result = CliRunner().invoke(app, arguments[1:])
        assert result.exit_code == 0, result.output
    else:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        shell = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert shell.returncode == 0, shell.stderr


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_runs_and_prints_what_is_said(quickly, capsys, block):
    exec(compile(block, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    for promised in re.findall(r"^ *print\(.*\) +# (.+)$", block, re.MULTILINE):
        assert promised in printed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown(name):
    assert f"dires {name}" in README


def test_every_command_and_option_that_is_named_exists():
    shown = [*command_lines(), *re.findall(r"`(dires [^`\n]+|--?[a-z][^`\n]*)`", README)]
    known = {opt for command in COMMANDS.values() for p in command.params for opt in p.opts}
    known |= {"--help", "-h", "--version"}
    for text in shown:
        for name in re.findall(r"\bdires ([a-z]+)\b", text):
            assert name in COMMANDS, text
        own = re.search(r"(\bdires .*|^--?[a-z].*)", text.partition(" #")[0].partition(" | ")[0])
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", own[1] if own else ""):
            assert option in known, text
