"""A tiny random encoder learns, is saved, exported and measured: the whole way of a model."""

import json
import shutil

import numpy as np
import pytest
from typer.testing import CliRunner

torch = pytest.importorskip("torch")

from dires.cli import app  # noqa: E402
from dires.encoder import open_reading  # noqa: E402
from dires.training.export import export  # noqa: E402
from dires.training.torch_backend import reading_by_torch  # noqa: E402

TEXT = "vu de Paris. lu 7 de Paris, " * 5


@pytest.fixture(scope="module")
def exported(checkpoint, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    export(checkpoint, folder / "floats", quantised=False)
    export(checkpoint, folder / "small")
    return folder


def test_it_learns_what_a_place_is(checkpoint):
    epochs = json.loads((checkpoint / "metrics.json").read_text())
    assert epochs[-1]["loss"] < epochs[0]["loss"]
    assert max(e["figures"]["entities/texts"]["names"]["f1"] for e in epochs) > 0.9
    assert (checkpoint / "curve.csv").read_text().count("\n") == len(epochs) + 1


def test_the_same_seed_gives_the_same_weights(recipe, gold_file, tmp_path):
    from safetensors.torch import load_file

    from dires.training.config import read_config
    from dires.training.run import train

    for name in ("a", "b"):
        config = read_config(recipe, {"texts": gold_file}, epochs=1)
        train(config, tmp_path / name, report=lambda line: None)
    one, two = (load_file(tmp_path / name / "heads.safetensors") for name in ("a", "b"))
    assert all(torch.equal(one[key], two[key]) for key in one)


def test_torch_and_onnx_give_the_same_scores(checkpoint, exported):
    ids = np.arange(4, 60).reshape(4, 14).astype(np.int64)
    mask = np.ones_like(ids)
    mask[1:, 9:] = 0
    wanted = reading_by_torch(checkpoint).backend(ids, mask)
    floats = open_reading(exported / "floats", threads=1).backend(ids, mask)
    small = open_reading(exported / "small", threads=1).backend(ids, mask)
    assert set(wanted) == set(floats) == {"entities", "other"}
    for head, scores in wanted.items():
        seen = mask.astype(bool)
        assert np.abs(scores - floats[head])[seen].max() < 1e-4
        assert np.abs(scores - small[head])[seen].mean() < 0.1 * np.abs(scores[seen]).mean() + 0.05


def test_the_small_model_finds_what_the_checkpoint_finds(checkpoint, exported):
    (wanted,) = reading_by_torch(checkpoint).read([TEXT])
    (found,) = open_reading(exported / "small", threads=1).read([TEXT])
    assert [s[:3] for s in found["entities"]] == [s[:3] for s in wanted["entities"]]
    assert {TEXT[s.start : s.end] for s in found["entities"]} == {"Paris"}


def test_training_goes_on_from_a_checkpoint(checkpoint, recipe, gold_file, tmp_path):
    out = tmp_path / "more"
    result = CliRunner().invoke(
        app,
        ["train", "entities", "--config", str(recipe), "--data", f"texts={gold_file}", "--from",
         str(checkpoint), "--epochs", "1", "--rate", "1e-6", "-o", str(out)],
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    (epoch,) = json.loads((out / "metrics.json").read_text())
    assert epoch["figures"]["entities/texts"]["names"]["f1"] > 0.9


def test_the_command_exports_and_measures(checkpoint, recipe, gold_file, tmp_path):
    out = tmp_path / "small"
    runner = CliRunner()
    assert runner.invoke(app, ["train", "export", str(checkpoint), str(out)]).exit_code == 0
    arguments = ["--config", str(recipe), "--data", f"texts={gold_file}"]
    for model, device in ((out, []), (checkpoint, ["--device", "cpu"])):
        result = runner.invoke(app, ["train", "measure", str(model), *arguments, *device])
        assert result.exit_code == 0, result.output
        assert json.loads(result.stdout)["entities/texts"]["names"]["f1"] > 0.9


def test_checkpoints_are_averaged(checkpoint, tmp_path):
    from safetensors.torch import load_file, save_file

    other, out = tmp_path / "other", tmp_path / "mean"
    shutil.copytree(checkpoint, other)
    for name in ("model.safetensors", "heads.safetensors"):
        weights = load_file(checkpoint / name)
        shifted = {key: value + 2 for key, value in weights.items()}
        save_file(shifted, other / name, metadata={"format": "pt"})
    arguments = ["train", "average", str(checkpoint), str(other), "-o", str(out)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    one, mean = (load_file(folder / "heads.safetensors") for folder in (checkpoint, out))
    assert all(torch.allclose(mean[key], one[key] + 1) for key in one)
    assert list(reading_by_torch(out).read([TEXT]))
    assert not (out / "metrics.json").exists()
    arguments[-1] = str(other)  # into one of those that it is the mean of
    assert CliRunner().invoke(app, arguments).exit_code == 0
    mean = load_file(other / "heads.safetensors")
    assert all(torch.allclose(mean[key], one[key] + 1) for key in one)


def test_one_checkpoint_has_no_mean(checkpoint, tmp_path):
    result = CliRunner().invoke(
        app, ["train", "average", str(checkpoint), "-o", str(tmp_path / "out")]
    )
    assert result.exit_code == 2
    assert "two checkpoints" in result.output


def test_fewer_layers(tiny):
    from dires.training.reader import new_reader

    options = {"window": 16, "overlap": 4}
    reader = new_reader(str(tiny), {"entities": ("LOC",)}, layers=1, **options)
    assert len(reader.encoder.encoder.layer) == 1


def test_a_missing_encoder_is_never_fetched(recipe, gold_file, tmp_path):
    result = CliRunner().invoke(
        app,
        ["train", "entities", "--config", str(recipe), "--data", f"texts={gold_file}", "--encoder",
         "nobody/no-such-encoder", "-o", str(tmp_path)],
    )  # fmt: skip
    assert result.exit_code == 2
    assert "no-such-encoder: no such folder" in result.output


def test_wrong_usage_says_what_to_do(recipe):
    result = CliRunner().invoke(app, ["train", "entities", "--config", str(recipe)])
    assert result.exit_code == 2
    assert "--data texts=FILE" in result.output


def test_a_folder_that_is_no_reader_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="dires train export"):
        open_reading(tmp_path)
