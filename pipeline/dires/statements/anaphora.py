"""Personal pronouns that take up the subject of the sentence before: *La direction cède. Elle …*.

The entities stage resolves pronouns to names and offices; a subject that is a plain noun phrase is
found here, by agreement in gender and number.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dires.statements.actors import is_thing
from dires.statements.subjects import subject_of
from dires.statements.verbs import form, is_finite, is_verb

_PRONOUNS = {"il": ("Masc", "Sing"), "elle": ("Fem", "Sing"), "ils": ("Masc", "Plur"),
             "elles": ("Fem", "Plur")}  # fmt: skip
THIRD_PERSONS_OWN = frozenset(("son", "sa", "ses", "leur", "leurs"))


def antecedent(pronoun: Token) -> Token | None:
    """The head of the noun phrase that `pronoun` takes up, None where none agrees."""
    wanted = _PRONOUNS.get(form(pronoun))
    sentence = pronoun.sent
    if wanted is None or sentence.start == 0:
        return None
    before = pronoun.doc[sentence.start - 1].sent
    verb = _main_verb(before)
    if verb is None:
        return None
    subject = subject_of(verb).token
    if subject is None or subject.i < before.start or subject.pos_ != "NOUN" or is_thing(subject):
        return None
    return subject if _agrees(subject, *wanted) else None


def _main_verb(sentence: Span) -> Token | None:
    root = sentence.root
    if is_verb(root) and is_finite(root):
        return root
    return next((token for token in sentence if is_verb(token) and is_finite(token)), None)


def _agrees(noun: Token, gender: str, number: str) -> bool:
    numbers, genders = noun.morph.get("Number", []), noun.morph.get("Gender", [])
    # *ils* may be women among men, the tagger leaves many a gender open.
    return number in numbers and (not genders or gender in genders or number == "Plur")
