"""Who has the floor from where on: the turns of an interview, a debate or a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dires.article import Actor
from dires.typography import fold, without_accents

_LINE = re.compile(r"[^\n]+")
# So many lines of a name, a colon and speech make a transcript.
_TRANSCRIPT_LINES = 2
_QUESTION = re.compile(r"\s*(?:Q(?:uestion)?)\s*[-–—:.]\s", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(?:R(?:éponse)?)\s*[-–—:.]\s", re.IGNORECASE)
# *SONIA MABROUK*, *Emmanuel MACRON*: a line of its own.
_NAME_LINE = re.compile(r"\s*(?:[\w'’.-]+\s+){0,4}(?P<last>[^\W\d_][^\W\d_'’-]+(?:-[^\W\d_]+)*)\s*")
# *01.07 Anne DUPONT, ministre : …*, *Anne Dupont (Verts) : …* in a transcript.
_SPEAKER_LINE = re.compile(
    r"\s*(?:\d[\d.]*\s+)?(?:(?:M\.|Mme)\s+)?"
    r"(?P<who>[A-ZÀ-Ý][\w'.-]+(?:\s(?:d'|de\s|van\s|von\s)?[A-ZÀ-Ý][\w'.-]+){1,3})"
    r"(?:\s\([^)]{1,60}\))?(?:,\s[^:\n]{2,80})?\s?:\s+(?=\S.{20})"
)
# *Mme X, ministre de … . Monsieur le président, …* in the report of a sitting.
_SITTING = re.compile(r"^(?:M\.|Mme) l(?:e|a) présidente?\.", re.MULTILINE)
_IN_SITTING = re.compile(r"\s*(?:M\.|Mme)\s+(?P<who>[^.?!\n]{2,200})\.\s")


def turns_of(
    text: str, speakers: Sequence[Actor], people: Sequence[Actor] = ()
) -> Iterator[tuple[int, Actor | None]]:
    """Offsets from which one of `speakers` has the floor, or (None) somebody else.

    Without turns all speakers have it together, from the beginning. In a transcript, where at
    least two lines begin with a name and a colon, whoever of `people` has that name has it.
    """
    folded = fold(text)
    named = _transcript(folded, people)
    if named:
        yield from named
        return
    sitting = _SITTING.search(folded) is not None
    found = []
    for line in _LINE.finditer(folded):
        turn = _turn(line.group(), speakers, sitting=sitting)
        if turn is not None:
            found.append((line.start(), *turn))
    if any(actor is not None for _, actor, _ in found):
        yield from ((start, actor) for start, actor, _ in found)
    elif speakers:
        yield 0, joined(speakers)


def _transcript(folded: str, people: Sequence[Actor]) -> list[tuple[int, Actor | None]]:
    lines = [(line.start(), _SPEAKER_LINE.match(line.group())) for line in _LINE.finditer(folded)]
    turns = [(start, turn["who"]) for start, turn in lines if turn]
    found = [(start, _known(who, people)) for start, who in turns]
    return found if sum(actor is not None for _, actor in found) >= _TRANSCRIPT_LINES else []


def _known(name: str, people: Sequence[Actor]) -> Actor | None:
    wanted = _bare(name).split()
    return next((person for person in people if _bare(person.name).split() == wanted), None)


def _turn(
    line: str, speakers: Sequence[Actor], *, sitting: bool
) -> tuple[Actor | None, str] | None:
    if _QUESTION.match(line):
        return None, "question"
    if _ANSWER.match(line):
        return joined(speakers), "answer"
    in_sitting = _IN_SITTING.match(line) if sitting else None
    if in_sitting:
        return _speaker_in(in_sitting["who"], speakers), "sitting"
    name = _NAME_LINE.fullmatch(line)
    if name and name["last"].isupper():
        return _speaker_in(line, speakers), "name"
    return None


def _speaker_in(line: str, speakers: Sequence[Actor]) -> Actor | None:
    words = set(_bare(line).split())
    return next((s for s in speakers if set(_bare(s.name).split()) <= words), None)


def _bare(text: str) -> str:
    """Lower case without accents: names in capitals often have none."""
    return without_accents(fold(text).lower().replace("-", " ")).replace(",", " ")


def joined(actors: Sequence[Actor]) -> Actor | None:
    """Several actors as one, named in their order; None for none."""
    if len(actors) < 2:
        return next(iter(actors), None)
    start, end = min(a.start for a in actors), max(a.end for a in actors)
    *first, last = [actor.name for actor in actors]
    return Actor(start, end, "", f"{', '.join(first)} et {last}", actors[0].label)
