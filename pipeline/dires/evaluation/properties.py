"""The properties of matched spans: is the value, the holder, the deadline right?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isclose
from typing import Any

from dires.evaluation.figures import Score
from dires.evaluation.matching import Item
from dires.evaluation.names import plain, same_name
from dires.evaluation.spans import Pair


@dataclass(frozen=True, slots=True)
class Property:
    """One property: how to read it off a span (None where it has none), and when two agree."""

    name: str
    read: Callable[[Item], Any]
    agree: Callable[[Any, Any], bool]

    def right(self, gold: Item, predicted: Item) -> bool:
        """Whether `predicted` has what `gold` has (False where `gold` has none)."""
        wanted, given = self.read(gold), self.read(predicted)
        return wanted is not None and given is not None and self.agree(wanted, given)

    def score(self, pairs: Iterable[Pair]) -> Score:
        """Right ones, of the predicted spans that have it, of the gold spans that have it."""
        pairs = list(pairs)
        return Score(
            correct=sum(self.right(g, p) for g, p in pairs),
            predicted=sum(self.read(p) is not None for _, p in pairs),
            gold=sum(self.read(g) is not None for g, _ in pairs),
        )

    def wrong(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs where gold has it and the prediction has not the same."""
        return [(g, p) for g, p in pairs if self.read(g) is not None and not self.right(g, p)]


def actor_name(value: Any) -> str | list[str] | None:
    """The canonical name of an actor given as a record, a name, or a list of names."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("text")
    return value or None


def same_number(gold: float, predicted: float) -> bool:
    """Equal to a millionth of the gold number (of 1 where it is smaller)."""
    return isclose(gold, predicted, rel_tol=0.0, abs_tol=1e-6 * max(1.0, abs(gold)))


def _same_text(gold: Any, predicted: Any) -> bool:
    return plain(gold) == plain(predicted)


def _same_bounds(gold: tuple[float, float], predicted: tuple[float, float]) -> bool:
    return all(same_number(g, p) for g, p in zip(gold, predicted, strict=True))


def _field(name: str) -> Callable[[Item], Any]:
    return lambda item: item.get(name) or None


def _bounds(item: Item) -> tuple[float, float] | None:
    low, high = item.get("low"), item.get("high")
    return None if low is None or high is None else (low, high)


def _actor(name: str) -> Callable[[Item], Any]:
    return lambda item: actor_name(item.get(name))


def _text(name: str) -> Property:
    return Property(name, _field(name), _same_text)


DATE_VALUE = _text("value")
DATE_PROPERTIES = (_text("type"), _text("modifier"))
QUANTITY_VALUE = Property("value", lambda item: item.get("value"), same_number)
QUANTITY_PROPERTIES = (
    _text("unit"),
    Property("range", _bounds, _same_bounds),
    _text("modifier"),
)
STATEMENT_PROPERTIES = (
    Property("holder", _actor("holder"), same_name),
    Property("addressee", _actor("addressee"), same_name),
    Property("reported_by", _actor("reported_by"), same_name),
    _text("deadline"),
    Property("modality", lambda item: item.get("modality") or "asserted", _same_text),
)
