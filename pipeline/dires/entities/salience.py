"""Who has been spoken of, in order: what descriptions and pronouns choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dires.entities.grammar import grammar
from dires.entities.lexicon import lexicon
from dires.entities.people import first_name_gender
from dires.entities.roles import Description
from dires.entities.words import Words, plain

CIVIL = {"m.": "m", "monsieur": "m",
         "mme": "f", "mmes": "f", "mlle": "f", "madame": "f"}  # fmt: skip
"""Forms of address, each with the gender of whom it addresses."""
_QUOTE_ENDS = frozenset({"»", ",", '"', "”"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(slots=True)
class Referent:
    """Somebody or something that an article speaks of.

    `label` is None for things and for actors without a name; `actor` tells them apart. `agent` says
    that it does what only actors do, known by name or not (*un officier a déclaré*). `gender` is
    ``m``, ``f`` or empty, `several` says that it is two actors or more, `country` is the code of a
    country, `seat` that of the country that a capital stands for, `mentions` counts how often it
    has been named, `roles` are the descriptions that the text gives of it.
    """

    name: str
    label: str | None
    actor: bool = True
    agent: bool = True
    gender: str = ""
    plural: bool = False
    several: bool = False
    country: str | None = None
    seat: str | None = None
    mentions: int = 0
    roles: list[Description] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether it is somebody: by name or by role."""
        return self.label == "PER" or (
            self.label is None and any(role.kind == "person" for role in self.roles)
        )

    @property
    def kind(self) -> str:
        """What it is: one of `dires.article.PARTICIPANT_KINDS`."""
        kinds = {role.kind for role in self.roles}
        if self.person:
            return "person"
        if self.country:
            return "state"
        if "government" in kinds:
            return "government"
        return "place" if self.label == "LOC" else "organisation"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` mean `referent`.

    `step` counts the sentences of the telling up to them; `subject` says that they are the
    subject of a verb, `speaker` of one that only actors do, `quoted` that they stand between
    quotation marks.
    """

    start: int
    end: int
    referent: Referent
    sentence: int
    step: int
    subject: bool
    speaker: bool = False
    pronoun: bool = False
    quoted: bool = False


def verb_of(words: Words, start: int, end: int) -> int | None:
    """The verb whose subject the phrase of words `start` to `end` is, or None."""
    while start and plain(words.text[start - 1]) in CIVIL:
        start -= 1
    for i in range(start, end):
        if words.dep[i] in _SUBJECTS and not start <= words.heads[i] < end:
            return words.heads[i]
    return _inverted(words, start)


def _inverted(words: Words, start: int) -> int | None:
    """The verb before its subject after a quotation: *« … », a déclaré X*."""
    i = start - 1
    while i > 0 and (plain(words.text[i]) in CIVIL or words.pos[i] == "DET"):
        i -= 1
    if i < 1 or words.pos[i] != "VERB" or not is_agentive(words, i):
        return None
    before = i - 1
    while before > 0 and words.pos[before] in {"AUX", "ADV", "PRON"}:
        before -= 1
    return i if words.text[before] in _QUOTE_ENDS else None


def is_agentive(words: Words, verb: int) -> bool:
    """Whether only actors do what word `verb` says."""
    return plain(words.lemmas[verb]) in grammar()["agentive"]


def referent_of(words: Words, name: str, label: str, start: int) -> Referent:
    """A new referent for a name whose first mention begins with word `start`."""
    before = plain(words.text[start - 1]) if start else ""
    plural = before in {"les", "des", "aux"} and label != "PER"
    gender = ""
    known = lexicon().look_up(name)
    country = known.country if known and not known.capital else None
    if label == "PER":
        gender = first_name_gender(words.text[start]) or ""
        gender = CIVIL.get(before, gender)
    elif country:
        feminine = name.endswith("e") and plain(name) not in grammar()["masculine_countries"]
        gender = "f" if feminine else "m"
        plural = name.endswith("s") and plain(name)[:4] in {
            "etat",
            "pays",
            "emir",
            "phil",
            "mald",
            "como",
            "baha",
            "seyc",
        }
    elif before in {"le", "du", "au"}:
        gender = "m"
    elif before == "la":
        gender = "f"
    else:
        gender = words.gender[start]
    seat = known.country if known and known.capital else None
    return Referent(name, label, gender=gender, plural=plural, country=country, seat=seat)


def steps_of(words: Words, quoted: Sequence[bool]) -> list[int]:
    """How far in the telling each word stands: sentences, those inside quotations not counted."""
    steps = []
    step = 0
    for i in range(len(words)):
        if i and words.sentences[i] != words.sentences[i - 1] and not (quoted[i] and quoted[i - 1]):
            step += 1
        steps.append(step)
    return steps


def quoted_words(words: Words) -> list[bool]:
    """Which words stand between « and », or between double quotation marks, of one line."""
    flags = []
    inside = False
    for i, text in enumerate(words.text):
        if i and words.lines[i] != words.lines[i - 1] and text != "»":
            inside = False
        if text in {"«", "“"} or (text == '"' and not inside):
            inside = True
        elif text in {"»", "”", '"'}:
            inside = False
        flags.append(inside)
    return flags


def agree(referent: Referent, gender: str, plural: bool) -> bool:
    """Whether `referent` may be meant by a word of this gender and number."""
    return referent.plural == plural and (
        not gender or not referent.gender or referent.gender == gender
    )
