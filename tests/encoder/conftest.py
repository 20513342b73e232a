"""A tokenizer of single letters and a few words, made here: no file, no network."""

import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
WORDS = ["▁Paris", "▁de", "▁la", "▁L", "'", "ONU", "▁2016", ",", "."]


@pytest.fixture(scope="session")
def tokenizer():
    letters = [*"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèàç-«»", "▁"]
    vocabulary = [(piece, 0.0) for piece in SPECIAL]
    vocabulary += [(word, -2.0) for word in WORDS] + [(letter, -9.0) for letter in letters]
    vocabulary += [("2016,", -1.0)]
    tokenizer = Tokenizer(Unigram(vocabulary, unk_id=3))
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer
