"""Ray gives what one machine gives, also where a worker dies on the way."""

import os
import signal

import pytest

from dires.batch import extract_to

ray = pytest.importorskip("ray")
parquet = pytest.importorskip("pyarrow.parquet")
cluster = pytest.importorskip("dires.batch.cluster")

LINES = {
    "a.jsonl": "".join(
        f'{{"id": "{n}", "text": "Texte {n}. {"panne" if n == 7 else "La suite."}"}}\n'
        for n in range(100)
    ),
    "b/c.jsonl": '{"id": "x"}\n{"id": "y", "text": "Un."}\n{"id": "y", "text": "Deux."}\n',
}


@pytest.fixture(scope="module", autouse=True)
def ended():
    yield
    ray.shutdown()


@pytest.fixture
def folder(tmp_path):
    for name, lines in LINES.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lines, "utf-8")
    return tmp_path


def make_load(flag):
    """What makes the pipeline in an actor; the first that meets text 42 is killed there."""

    def load():
        import spacy
        from spacy.language import Language

        from dires.article import Sentence
        from dires.layers import write

        @Language.component("test_first_sentence")
        def first_sentence(doc):
            if doc.text.startswith("Texte 42.") and not flag.exists():
                flag.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if "panne" in doc.text:
                raise RuntimeError("le moteur est en panne")
            write(doc, "sentences", [Sentence(0, doc.text.index(".") + 1)])
            return doc

        blank = spacy.blank("fr")
        blank.add_pipe("test_first_sentence")
        return blank

    return load


def rows(path):
    return sorted(parquet.read_table(path).to_pylist(), key=lambda row: row["id"])


def test_the_same_as_one_machine_although_a_worker_dies(folder, nlp, monkeypatch):
    flag = folder / "killed"
    count, _, errors = cluster.extract_on_ray(
        folder / "ray",
        [folder / "in"],
        workers=2,
        load=make_load(flag),
        published="2024-07-05",
    )
    assert flag.exists()
    failures = []
    extract_to(
        folder / "one.parquet",
        [folder / "in"],
        nlp=nlp,
        published="2024-07-05",
        on_error=failures.append,
    )
    assert count == 100
    assert rows(folder / "ray") == rows(folder / "one.parquet")
    assert sorted(map(str, errors)) == sorted(map(str, failures))
    assert len(errors) == 3


def test_a_folder_of_ones_own_is_not_replaced(folder):
    with pytest.raises(OSError, match="not empty"):
        cluster.extract_on_ray(folder, [folder / "in"])
    with pytest.raises(NotADirectoryError):
        cluster.extract_on_ray(folder / "in" / "a.jsonl", [folder / "in"])
