"""Pledges, proposals and endorsements, with holder, addressee, deadline and modality.

`find` reads a parsed spaCy document; `cue_rules` lists the cues it knows.
"""

from dires.statements.cues import CueRule, cue_rules
from dires.statements.finder import find

__all__ = ["CueRule", "cue_rules", "find"]
