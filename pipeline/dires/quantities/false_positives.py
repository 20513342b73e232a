"""Numbers that are no quantities: years, references, names, scores (``false_positives.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dires.quantities.cardinals import Number
from dires.resources import read_toml

_WINDOW: Final = 48
_YEARS: Final = range(1700, 2200)
_YEAR_CUE = re.compile(
    r"\b(?:en|depuis|dès|avant|après|année|années|an|fin|début|mi|ici|été|hiver|printemps|automne"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|semestre|trimestre|horizon|jusqu'en|budget|rentrée|saison|édition|courant|vers"
    r"|de\s\d{4}\sà)[\s-]\Z"
)
_YEAR_OF = re.compile(r"\sdes\s")
_NAME_BEFORE = re.compile(r"(?:[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w]*|[A-ZÀ-Þ]\.)[ -]\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;»\n(]\s*)\w+[ -]\Z")


@dataclass(frozen=True, slots=True)
class FalsePositive:
    """A rule: what stands before and after a number that is no quantity."""

    name: str
    example: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    form: str | None
    bare: bool
    most: int | None
    ordinal: bool


@cache
def rules() -> list[FalsePositive]:
    """The rules, in the order of their data file."""
    return [
        FalsePositive(
            name=rule["name"],
            example=rule["example"],
            before=re.compile(f"(?:{rule['before']})\\Z") if "before" in rule else None,
            after=re.compile(rule["after"]) if "after" in rule else None,
            form=rule.get("form"),
            bare=rule.get("bare", False),
            most=rule.get("most"),
            ordinal=rule.get("unit") == "ordinal",
        )
        for rule in read_toml(__package__, "false_positives.toml")["rule"]
    ]


def matching(lowered: str, number: Number, *, measured: bool) -> str | None:
    """The name of the first rule that says that `number` is no quantity, or None.

    `measured` says that a unit of measure or currency follows, which outweighs some rules.
    """
    for rule in rules():
        if (rule.form and number.form != rule.form) or (rule.bare and measured):
            continue
        if rule.most is not None and number.value > rule.most:
            continue
        if rule.ordinal and not lowered.endswith(("ième", "ieme"), number.start, number.end):
            continue
        if rule.after and not rule.after.match(lowered, number.end):
            continue
        window = max(0, number.start - _WINDOW)
        if rule.before and not rule.before.search(lowered, window, number.start):
            continue
        return rule.name
    return None


def may_be_year(number: Number) -> bool:
    """Whether the number has the form of a year."""
    return (
        number.form == "digits"
        and not number.grouped
        and number.end - number.start == 4
        and int(number.value) in _YEARS
    )


def is_year_here(lowered: str, number: Number, *, before_participle: bool) -> bool:
    """Whether the words around a number that may be a year say that it is one.

    Before a participle (*les crédits du budget 2021 consacrés à*) only a round number is none.
    """
    if before_participle and number.value % 50:
        return True
    return bool(_YEAR_OF.match(lowered, number.end)) or bool(
        _YEAR_CUE.search(lowered, max(0, number.start - 24), number.start)
    )


def is_capitalised_name(text: str, number: Number) -> bool:
    """Whether a number word has a capital inside a sentence (*les Quatre Vallées*)."""
    before = text[max(0, number.start - 2) : number.start]
    return text[number.start].isupper() and before[1:] == " " and before[0].isalpha()


def is_quoted_name(text: str, number: Number, end: int) -> bool:
    """Whether the number opens a title in quotation marks (*le programme « Cent clochers »*)."""
    opens = text[max(0, number.start - 2) : number.start].strip()[-1:] in _OPENING
    closes = text[end : end + 2].strip()[:1] in _CLOSING and end < len(text)
    return text[number.start].isupper() and opens and closes


_OPENING: Final = ("«", "“", '"')
_CLOSING: Final = ("»", "”", '"')


def ends_name(text: str, number: Number) -> bool:
    """Whether the number belongs to a name (*Boeing 737*, *COP 29*, *France 2*)."""
    if number.form != "digits" or number.grouped or number.scale > 1:
        return False
    window = max(0, number.start - _WINDOW)
    match = _NAME_BEFORE.search(text, window, number.start)
    return bool(match) and not _SENTENCE_START.search(text, window, number.start)
