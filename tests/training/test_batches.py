"""What a batch teaches: the tags of what is sure, nothing of what is not."""

import pytest

pytest.importorskip("torch")

from tokenizers import Tokenizer, models, pre_tokenizers

from dires.training.batches import IGNORED, tag
from dires.training.gold import Example, GoldSpan


@pytest.fixture(scope="module")
def tokenizer():
    words = Tokenizer(models.WordLevel({"</s>": 0, "a": 1, "b": 2, "c": 3, "d": 4}, "</s>"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    return words


def test_a_sure_head_learns_nothing_from_optional_spans(tokenizer):
    spans = (GoldSpan(0, 3, "x", optional=True), GoldSpan(2, 3, "x"))
    example = Example("s", "g", "a b c d", {"one": spans})
    tags = tag(example, tokenizer, {"one": ("x",)}, 0, sure=("one",)).tags["one"]
    assert tags.tolist() == [IGNORED, 1, 0, 0]


def test_other_heads_learn_optional_spans_like_others(tokenizer):
    spans = (GoldSpan(0, 3, "x", optional=True),)
    example = Example("s", "g", "a b c d", {"one": spans})
    tags = tag(example, tokenizer, {"one": ("x",)}, 0).tags["one"]
    assert tags.tolist() == [1, 2, 0, 0]
