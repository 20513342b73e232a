"""A tiny random encoder in the form `transformers` keeps, and gold in two kinds of lines."""

import json

import pytest

PIECES = ["▁", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèà'.,-"]
SEED = 3


@pytest.fixture(scope="session")
def vocabulary():
    from dires.training.vocabulary import SPECIAL

    special = [(piece, 0.0) for piece in SPECIAL]
    return [*special, *((piece, -5.0) for piece in PIECES), ("▁Paris", -2.0), ("▁de", -2.0)]


@pytest.fixture(scope="session")
def tiny(tmp_path_factory, vocabulary):
    """A folder with a two-layer BERT and its tokenizer."""
    import torch
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    from dires.training.vocabulary import make_tokenizer

    torch.manual_seed(SEED)
    folder = tmp_path_factory.mktemp("tiny")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    PreTrainedTokenizerFast(
        tokenizer_object=make_tokenizer(vocabulary), pad_token="<pad>", unk_token="<unk>"
    ).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def gold_file(tmp_path_factory):
    """Sixteen texts in which every *Paris* is a place."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for number in range(16):
            text = f"lu {number} de Paris. de Paris, vu"
            places = [i for i in range(len(text)) if text.startswith("Paris", i)]
            entities = [{"start": i, "end": i + 5, "label": "LOC"} for i in places]
            lines.write(json.dumps({"id": f"t{number}", "text": text, "entities": entities}) + "\n")
    return path


@pytest.fixture(scope="session")
def recipe(tmp_path_factory, tiny):
    """A config whose data are given by name."""
    path = tmp_path_factory.mktemp("recipe") / "config.toml"
    path.write_text(
        f"""
        [run]
        encoder = "{tiny.as_posix()}"
        window = 32
        overlap = 8
        epochs = 6
        rate = 5e-3
        head_rate = 2e-2
        batch = 128
        masked = 0.0
        seed = 1
        [heads.entities]
        labels = ["LOC"]
        [heads.other]
        labels = ["X", "Y"]
        [[data]]
        name = "texts"
        heads = ["entities"]
        held_out = 4
        [[data]]
        name = "more"
        heads = ["entities"]
        optional = true
        """,
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory, recipe, gold_file):
    """What training on `gold_file` leaves."""
    from dires.training.config import read_config
    from dires.training.run import train

    out = tmp_path_factory.mktemp("checkpoint")
    told = []
    train(read_config(recipe, {"texts": gold_file}), out, report=told.append)
    assert told
    return out
