"""What speaks for an actor as the holder of an act: the features that `preference` weighs.

Each is told by name: where and how the actor is mentioned, whether it agrees with the act's
subject, whether it was heard or acted before, and how the rules came to their holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dires.entities.people import first_name_gender
from dires.statements.scene import Named, Scene
from dires.statements.verbs import form, lemma

OWN: Final = "the rules' own"
NOBODY: Final = {"nobody, though the rules name one": 1.0}
NOBODY_AS_RULED: Final = {"nobody, as the rules say": 1.0, OWN: 1.0}
"""What speaks for nobody, where the rules name somebody and where they do not."""

_GENDERS: Final = {"Masc": "m", "Fem": "f", "il": "m", "elle": "f"}


def signs_of(name: str, named: Named, scene: Scene, *, is_own: bool) -> Iterator[str]:
    """What speaks for the actor `name`, mentioned as in `named`; `is_own`: the rules chose it."""
    if is_own:
        yield from _of_own(scene, named)
    elif scene.own_kind is None:
        yield f"where the rules name nobody by {scene.way}"
        yield f"where the rules name nobody, {named.label}, subject {scene.subject_kind}"
    yield from _by_place(scene, name, named)
    yield from _by_agreement(scene, name, named)
    yield from _by_speech(scene, name, named)


def _of_own(scene: Scene, named: Named) -> Iterator[str]:
    label, subject, phrase = named.label, scene.subject_kind, scene.own_kind
    yield OWN
    yield f"own by {scene.way}"
    yield f"own, subject {subject}"
    yield f"own, {label}"
    yield f"own, {label}, subject {subject}"
    yield f"own, {phrase}"
    yield f"own, {phrase}, subject {subject}"


def _by_place(scene: Scene, name: str, named: Named) -> Iterator[str]:
    subject, label = scene.subject_kind, named.label
    yield f"{label}, subject {subject}"
    before = named.last_before(scene.start)
    if before is not None:
        yield f"paragraphs since: {_bucket(scene.paragraph - before.paragraph)}"
    else:
        yield "not named before"
        yield f"not named before, subject {subject}"
        if scene.paragraph == 0:
            yield f"not named before the title's, {label}, subject {subject}"
    as_subject = named.last_subject_before(scene.start)
    if as_subject is not None:
        yield f"sentences since subject: {_bucket(scene.sentence - as_subject.sentence)}"
    following = named.first_from(scene.start)
    if following is not None and following.start < scene.end:
        yield f"inside, subject {subject}"
    if named.mentions and named.mentions[0].paragraph == 0:
        yield "in the title"
    if name == scene.first_named:
        yield "named first of all"


def _by_agreement(scene: Scene, name: str, named: Named) -> Iterator[str]:
    subject, label = scene.subject, named.label
    if subject is None:
        return
    gender = first_name_gender(name.split()[0]) if label == "PER" else None
    wanted = _gender(subject)
    if gender and wanted and scene.subject_kind not in ("name", "pronoun"):
        agrees = "agrees" if gender == wanted else "differs"
        yield f"gender {agrees}"
        yield f"gender {agrees}, subject {scene.subject_kind}"
    if subject.pos_ != "NOUN" or not named.mentions:
        return
    noun = lemma(subject)
    if noun in named.heads:
        yield "subject is the noun of a mention"
    if noun in name.lower().split():
        yield f"subject is in the name, {label}"
    if named.beside.get(noun, set()) - {subject.i}:
        yield f"subject stands beside the name, {label}"


def _by_speech(scene: Scene, name: str, named: Named) -> Iterator[str]:
    voice = scene.voice
    if voice is not None and voice.actor is not None and voice.actor.name == name:
        yield f"heard: {voice.path}"
    if scene.reporter is not None and scene.reporter.name == name:
        yield "reports"
    if scene.last is not None and scene.last.name == name:
        yield "held the act before" + (", in a paragraph before" if scene.last_apart else "")
    following = named.first_from(scene.end) if scene.is_quoted else None
    if following is not None and following.sentence - scene.sentence <= 1:
        yield f"named after the quotation: {following.sentence - scene.sentence}"


def _gender(subject: Token) -> str | None:
    return _GENDERS.get(form(subject)) or _GENDERS.get(
        next(iter(subject.morph.get("Gender", [])), "")
    )


def _bucket(distance: int) -> str:
    if distance < 3:
        return str(max(distance, 0))
    return "3 to 5" if distance < 6 else "6 and more"
