"""Who is meant: every mention of an actor, names, descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from dires.article import Actor, Entity
from dires.entities.cleaning import Name
from dires.entities.words import Words


def find_actors(
    words: Words, names: Sequence[Name], entities: Sequence[Entity], text: str
) -> list[Actor]:
    """The mentions of actors, in order."""
    return [
        Actor(e.start, e.end, e.text, e.name, e.label) for e in entities if e.label != "MISC"
    ]
