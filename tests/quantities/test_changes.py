"""A difference is told from what it leads to: *réduire de 15 %*, *réduire à 15 %*."""

from __future__ import annotations

from typing import Any

import pytest

from dires.quantities import changes, find


@pytest.mark.parametrize("example", changes.examples(), ids=lambda e: e["text"])
def test_example(example: dict[str, Any]) -> None:
    assert [q.change or "" for q in find(example["text"])] == example["changes"]


def test_a_word_of_change_in_another_sentence_says_nothing() -> None:
    assert [q.change for q in find("Les prix baissent. Une part de 15 % reste.")] == [None]
