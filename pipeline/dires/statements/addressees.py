"""Who is asked (proposal), or approved of (endorsement).

Several kinds of words tell it. Each source reads one kind; they are tried in order, the plainest
first, and the first one that names somebody decides.
"""

from __future__ import annotations

from collections.abc import Callable

from dires.article import Actor
from dires.statements.actors import Actors
from dires.statements.addressing import Addressing
from dires.statements.asked import ASKED, URGED
from dires.statements.match import Match
from dires.statements.praised import PRAISED
from dires.statements.urging import is_urging


def addressee_of(match: Match, actors: Actors, *, end: int) -> Actor | None:
    """The addressee of the act `match`, whose content ends before token `end`, if it is named."""
    act = Addressing(match, actors, end)
    named = (source(act) for source in _sources(match))
    found = next((actor for actor in named if actor is not None), None)
    return found and (actors.state_of(found) or found)


def _sources(match: Match) -> tuple[Callable[[Addressing], Actor | None], ...]:
    if is_urging(match.rule):
        return URGED
    return {"proposal": ASKED, "endorsement": PRAISED}.get(match.rule.label, ())
