"""Who has been spoken of, in order: what descriptions and pronouns choose from."""

from __future__ import annotations

from dataclasses import dataclass, field

from dires.entities.lexicon import lexicon
from dires.entities.people import first_name_gender
from dires.entities.roles import Description, grammar
from dires.entities.words import Words, plain

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(slots=True)
class Referent:
    """Somebody or something that an article speaks of.

    `label` is None for things and for actors without a name; `actor` tells them apart. `gender` is
    ``m``, ``f`` or empty, `roles` are the descriptions that the text gives of it.
    """

    name: str
    label: str | None
    actor: bool = True
    gender: str = ""
    plural: bool = False
    country: str | None = None
    roles: list[Description] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` mean `referent`."""

    start: int
    end: int
    referent: Referent
    sentence: int
    subject: bool
    pronoun: bool = False


def is_subject(words: Words, start: int, end: int) -> bool:
    """Whether the phrase of words `start` to `end` is the subject of a verb."""
    return any(
        words.dep[i] in _SUBJECTS and not start <= words.heads[i] < end for i in range(start, end)
    )


def referent_of(words: Words, name: str, label: str, start: int, end: int) -> Referent:
    """A new referent for a name whose first mention is words `start` to `end`."""
    before = plain(words.text[start - 1]) if start else ""
    plural = before in {"les", "des", "aux"} and label != "PER"
    gender = ""
    known = lexicon().look_up(name)
    country = known.country if known and not known.capital else None
    if label == "PER":
        gender = first_name_gender(words.text[start]) or ""
        if before in {"mme", "mmes", "madame", "mlle"}:
            gender = "f"
        elif before in {"m.", "monsieur"}:
            gender = "m"
    elif country:
        feminine = name.endswith("e") and plain(name) not in grammar()["masculine_countries"]
        gender = "f" if feminine else "m"
        plural = name.endswith("s") and plain(name)[:4] in {"etat", "pays", "emir", "phil", "mald", "como", "baha", "seyc"}
    elif before in {"le", "du", "au"}:
        gender = "m"
    elif before == "la":
        gender = "f"
    else:
        gender = {"Masc": "m", "Fem": "f"}.get(words.gender[start], "")
    return Referent(name, label, gender=gender, plural=plural, country=country)


def agree(referent: Referent, gender: str, plural: bool) -> bool:
    """Whether `referent` may be meant by a word of this gender and number."""
    return referent.plural == plural and (
        not gender or not referent.gender or referent.gender == gender
    )
