"""What is measured: every figure by name, with what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

STAGES: Final = ("segments", "entities", "dates", "quantities", "statements")
"""The layers that are measured, in the order of the pipeline."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts, and the ratios they give; scores of different articles add up.

    `correct` of `predicted` are right, `correct` of `gold` were found.
    """

    correct: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.correct + other.correct, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """The share of what is predicted that is right; 0 where nothing is."""
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found; 0 where there is none."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.correct / both if both else 0.0

    @property
    def accuracy(self) -> float:
        """`recall` by its usual name in figures about a property of matched spans."""
        return self.recall


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure counts as right; `measure` is the ratio it is usually quoted by.

    A figure that is `of_matched` is about a property of spans: it counts only gold spans that a
    prediction was matched to (relaxed), so that a missed span is not held against it twice. Its
    recall (`accuracy`) is of those that have the property in gold, its precision of those that
    have it in the prediction. All other figures are of all spans.
    """

    measure: str
    meaning: str
    of_matched: bool = False


FIGURES: Final[dict[str, Figure]] = {
    "segments.kind": Figure(
        "accuracy", "the kind is right and the spans share more than half (IoU > 0.5)"
    ),
    "entities.relaxed": Figure("f1", "the label is right and the spans overlap"),
    "entities.strict": Figure("f1", "the label and both offsets are right"),
    "entities.PER": Figure("f1", "strict, persons only"),
    "entities.ORG": Figure("f1", "strict, organisations only"),
    "entities.LOC": Figure("f1", "strict, places only"),
    "entities.MISC": Figure("f1", "strict, events, treaties and programmes only"),
    "dates.relaxed": Figure("f1", "the spans overlap"),
    "dates.strict": Figure("f1", "both offsets are right"),
    "dates.value": Figure("f1", "the spans overlap and the normalised value is right"),
    "dates.type": Figure("accuracy", "the type is right", of_matched=True),
    "dates.modifier": Figure("f1", "the modifier is right", of_matched=True),
    "quantities.relaxed": Figure("f1", "the spans overlap"),
    "quantities.strict": Figure("f1", "both offsets are right"),
    "quantities.value": Figure("f1", "the spans overlap and the number is right to a millionth"),
    "quantities.unit": Figure("accuracy", "the unit is right", of_matched=True),
    "quantities.range": Figure("f1", "both bounds of the range are right", of_matched=True),
    "quantities.modifier": Figure("f1", "the modifier is right", of_matched=True),
    "statements.relaxed": Figure("f1", "the label is right and the spans overlap"),
    "statements.iou50": Figure("f1", "the label is right and the spans share half (IoU >= 0.5)"),
    "statements.any_label": Figure("f1", "the spans overlap, whatever the label"),
    "statements.pledge": Figure("f1", "relaxed, pledges only"),
    "statements.proposal": Figure("f1", "relaxed, proposals only"),
    "statements.endorsement": Figure("f1", "relaxed, endorsements only"),
    "statements.holder": Figure("accuracy", "the holder is right", of_matched=True),
    "statements.addressee": Figure("accuracy", "the addressee is right", of_matched=True),
    "statements.reported_by": Figure("accuracy", "who reports it is right", of_matched=True),
    "statements.deadline": Figure("accuracy", "the deadline is right", of_matched=True),
    "statements.modality": Figure("accuracy", "the modality is right", of_matched=True),
}
