"""The base encoder: multilingual-e5-small, read from its packed file and trimmed to French.

The result is an ordinary Hugging Face folder (BERT weights, tokenizer), which `transformers`
loads by path; any other encoder can be put in its place by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from dires.training.e5_file import PackedEncoder
from dires.training.vocabulary import BOS, EOS, PAD, UNK, make_tokenizer

_LAYER: Final = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "attention.output.LayerNorm": "aln",
    "output.LayerNorm": "oln",
}

# What a conversion is checked with: written for the project.
LEAST_COSINE: Final = 0.98
"""What the trimmed model's embeddings must have with the untrimmed one's."""
SENTENCES: Final = (
    "Le ministre a promis d’ouvrir douze nouvelles lignes de bus avant la fin de 2027.",
    "L'Union européenne débloquera 40 millions d'euros pour les digues du delta.",
    "À Bichkek, les délégués se sont quittés sans accord sur le partage des eaux.",
    "« Nous tiendrons parole », a déclaré Mme Aïssatou Ndiaye-Carré devant les élus.",
    "Selon l'OCDE, la croissance atteindrait 1,4 % au troisième trimestre.",
    "La Cour des comptes recommande de revoir les aides à l'œuvre des hôpitaux.",
    "Un séisme de magnitude 5,8 a été ressenti jusqu'à Valparaíso.",
    "Les Pays-Bas saluent la ratification du traité sur la haute mer.",
    "Le club brestois recevra Cracovie jeudi soir au stade municipal.",
    "NOUVELLE GRÈVE DES AIGUILLEURS DU CIEL",
    "Le prix du blé a reculé de 3 € la tonne à la Bourse de Chicago.",
    "Où donc est passée la subvention n° 12 du lycée Émile-Zola ?",
)


def make_encoder(packed: PackedEncoder, rows: Sequence[int]) -> BertModel:
    """The model with the embeddings of pieces `rows` only, in that order."""
    sizes = packed.sizes
    pad = list(rows).index(sizes.pad)
    config = BertConfig(
        vocab_size=len(rows),
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.types,
        layer_norm_eps=sizes.epsilon,
        hidden_act="gelu",
        pad_token_id=pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    missing, unexpected = model.load_state_dict(_weights(packed, rows), strict=False)
    left = [name for name in missing if "position_ids" not in name]
    if left or unexpected:
        raise ValueError(f"the packed file does not fit BERT: {left} missing, {unexpected} over")
    model.eval()  # type: ignore[no-untyped-call]
    return model


def _weights(packed: PackedEncoder, rows: Sequence[int]) -> dict[str, torch.Tensor]:
    sizes = packed.sizes
    width = sizes.hidden
    words = packed.tensor("emb.word", sizes.rows, width)[np.asarray(rows)]
    weights = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": packed.tensor("emb.pos", sizes.positions, width),
        "embeddings.token_type_embeddings.weight": packed.tensor("emb.type", sizes.types, width),
        "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w", width),
        "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b", width),
    }
    for layer in range(sizes.layers):
        for module, name in _LAYER.items():
            out = sizes.inner if name == "fi" else width
            inner = sizes.inner if name == "fo" else width
            shape = (width,) if name.endswith("ln") else (out, inner)
            key = f"encoder.layer.{layer}.{module}"
            weights[f"{key}.weight"] = packed.tensor(f"l{layer}.{name}.w", *shape)
            weights[f"{key}.bias"] = packed.tensor(f"l{layer}.{name}.b", out)
    return {key: torch.from_numpy(np.array(value)) for key, value in weights.items()}


def save_encoder(packed: PackedEncoder, rows: Sequence[int], folder: Path) -> None:
    """Write the trimmed encoder to `folder` as `transformers` expects it."""
    vocabulary = [packed.vocabulary[row] for row in rows]
    make_encoder(packed, rows).save_pretrained(folder)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=make_tokenizer(vocabulary),
        bos_token=BOS,
        eos_token=EOS,
        cls_token=BOS,
        sep_token=EOS,
        pad_token=PAD,
        unk_token=UNK,
        model_max_length=packed.sizes.positions,
    ).save_pretrained(folder)


def embed(model: BertModel, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """Mean of the token states, normalised to length 1: the embedding that e5 is trained for."""
    with torch.inference_mode():
        states = model(**batch).last_hidden_state
    mask = batch["attention_mask"].unsqueeze(-1)
    return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)


def check_encoder(packed: PackedEncoder, folder: Path) -> tuple[float, bool]:
    """The encoder in `folder` against the untrimmed model, on a dozen French sentences.

    Returns the least cosine of two embeddings of a sentence, and whether both cut all sentences
    into the same pieces.
    """
    whole = make_encoder(packed, range(len(packed.vocabulary)))
    trimmed = BertModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
    trimmed.eval()  # type: ignore[no-untyped-call]
    tokenizers = [
        make_tokenizer(packed.vocabulary),
        PreTrainedTokenizerFast.from_pretrained(folder).backend_tokenizer,
    ]
    cosines = []
    same = True
    for sentence in SENTENCES:
        cut = [tokenizer.encode(f"passage: {sentence}") for tokenizer in tokenizers]
        same &= cut[0].tokens == cut[1].tokens
        both = [
            embed(model, {
                "input_ids": torch.tensor([found.ids]),
                "attention_mask": torch.tensor([found.attention_mask]),
            })
            for model, found in zip((whole, trimmed), cut, strict=True)
        ]  # fmt: skip
        cosines.append(float((both[0] * both[1]).sum()))
    return min(cosines), same
