"""What cue matching gives: a rule, the words it matched, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dires.statements.cues import CueRule


@dataclass(frozen=True, slots=True)
class Match:
    """`rule` matched at `anchor`; the act's words start at token index `start`.

    `verb` is the verb that carries the act (the anchor, its copula, or the support verb of a
    noun), None for a bare noun. `complement` heads the content.
    """

    rule: CueRule
    anchor: Token
    complement: Token
    start: int
    cue_end: int
    verb: Token | None
