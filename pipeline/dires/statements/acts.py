"""Acts: a match, what the encoder says of it, and how certain both make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dires.statements.cues import is_proposed
from dires.statements.match import Match


@dataclass(frozen=True, slots=True)
class Act:
    """`confidence` is the probability that what `match` found is an act, all in all.

    `evidence` is the encoder's view of it, None where it has not read the text.
    """

    match: Match
    confidence: float
    evidence: float | None = None

    @property
    def explanation(self) -> str:
        """The rule, the word it stands on, and the encoder's view."""
        found = f"{self.match.rule.id} at « {self.match.anchor.text} »"
        return found if self.evidence is None else f"{found}; encoder: {self.evidence:.2f}"


def without_rivals(acts: Sequence[Act]) -> Iterator[Act]:
    """Of acts that begin with the same words, the most certain that a rule knows, else the most
    certain."""
    for act in acts:
        if all(_rank(act) >= _rank(other) for other in acts if _share_words(act, other)):
            yield act


def _rank(act: Act) -> tuple[bool, float]:
    return not is_proposed(act.match.rule), act.confidence


def _share_words(one: Act, other: Act) -> bool:
    return one.match.start < other.match.cue_end and other.match.start < one.match.cue_end
