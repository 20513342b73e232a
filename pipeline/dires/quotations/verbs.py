"""The reporting verbs in their forms, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dires.resources import read_toml

_WORD = re.compile(r"(?:fait|font|fais\w+|fit|firent|fera|laiss\w+) (?:savoir|valoir|entendre)|\w+")
_DETERMINER = re.compile(
    r"(?:\b(?:le|la|les|une?|cette|ces|sa|son|ses|leurs?|notre|votre|ma|mon|des?|du|au|aux|en|par|"
    r"chaque|toute|sans|sous|première|dernière|nouvelle|même)\s|\b[ld]')$",
    re.IGNORECASE,
)
_CLITIC = re.compile(r"\b(?:(?P<reflexive>s'|se )|lui |leur |nous |m'|me )$")
_INVERTED = re.compile(r"(?:-t)?-(?P<pronoun>il|elle|on|ils|elles|je|nous)\b")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb with its auxiliary; `pronoun` is the place of an inverted subject."""

    start: int
    end: int
    lemma: str
    finite: bool
    pronoun: tuple[int, int] | None = None


@cache
def lexicon() -> dict[str, Any]:
    """The contents of ``reporting.toml``."""
    return read_toml(__package__, "reporting.toml")


@cache
def forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Every form → (infinitive, moods), moods among ``finite``, ``past``, ``present``."""
    table: dict[str, tuple[str, set[str]]] = {}

    def add(form: str, lemma: str, mood: str) -> None:
        table.setdefault(form.replace("_", " "), (lemma.replace("_", " "), set()))[1].add(mood)

    data = lexicon()
    for lemma in (data["first_group"] + data["reflexive"]).split():
        for form, mood in _first_group(lemma):
            add(form, lemma, mood)
    for lemma in data["second_group"].split():
        for form, mood in _second_group(lemma.removeprefix("se_")):
            add(form, lemma, mood)
    for lemma, listed in data["irregular"].items():
        for mood, part in zip(("finite", "past", "present"), listed.split("|"), strict=True):
            for form in part.split():
                add(form, lemma, mood)
    return {form: (lemma, frozenset(moods)) for form, (lemma, moods) in table.items()}


def find(folded: str, start: int, end: int) -> Iterator[Verb]:
    """The reporting verbs of ``folded[start:end]`` in order, negated ones left out."""
    known = forms()
    reflexives = (*lexicon()["reflexive"].split(), "défendre")
    for match in _WORD.finditer(folded, start, end):
        entry = known.get(match.group().lower())
        if entry is None:
            continue
        lemma, moods = entry
        before = folded[max(start, match.start() - 60) : match.start()]
        if "past" in moods:
            auxiliary = _auxiliary().search(before)
            if auxiliary:
                pronoun = auxiliary.span("pronoun") if auxiliary["pronoun"] else None
                base = match.start() - len(before)
                own = lemma not in reflexives or auxiliary["reflexive"]
                if own and not auxiliary["negation"]:
                    place = (base + pronoun[0], base + pronoun[1]) if pronoun else None
                    yield Verb(base + auxiliary.start(), match.end(), lemma, True, place)
                continue
        clitic = None if match.group().endswith("ons") else _CLITIC.search(before)
        reflexive = clitic is not None and clitic["reflexive"] is not None
        if reflexive != (lemma in reflexives) and lemma in (*reflexives, "dire"):
            continue
        if "finite" in moods and not _DETERMINER.search(before):
            first = match.start() - (len(before) - clitic.start() if clitic else 0)
            inverted = _INVERTED.match(folded, match.end(), end)
            if inverted:
                yield Verb(first, inverted.end(), lemma, True, inverted.span("pronoun"))
            else:
                yield Verb(first, match.end(), lemma, True)
        elif "present" in moods and not _DETERMINER.search(before.removesuffix("en ")):
            yield Verb(match.start(), match.end(), lemma, False)


@cache
def _auxiliary() -> re.Pattern[str]:
    adverbs = lexicon()["words"]["adverbs"]
    return re.compile(
        r"(?:\b(?:lui|leur|nous(?! avons)|vous|y|en) |\b[ln]')?"
        r"\b(?:(?P<reflexive>s'|se )(?:est|sont|était|étaient|serait)"
        r"|(?<!')(?:a|ont|ai|avons|avait|avaient|aurait|auraient|eut|ait|aient|ayant)|(?<=[ln]')(?:a|ont|avait|avaient|ai|avons))"
        r"(?:-t)?(?:-(?P<pronoun>il|elle|on|ils|elles|je|nous))?"
        rf"(?P<negation> (?:pas|jamais|rien))?(?:,? {adverbs},?){{0,3}} $"
    )


def _first_group(lemma: str) -> Iterator[tuple[str, str]]:
    stem = lemma[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    mute = stem
    vowel = re.search(r"e(?=[cdglmnprstv]$)|é(?=[bcdglmnprstv]{1,2}$)", stem)
    if stem.endswith("appel"):
        mute = stem + "l"
    elif vowel:
        mute = stem[: vowel.start()] + "è" + stem[vowel.end() :]
    future = mute if "é" not in stem[-3:] else stem
    for ending in ("e", "ent"):
        yield mute + ending, "finite"
    for ending in ("era", "eront", "erait", "eraient"):
        yield future + ending, "finite"
    for ending in ("ait", "aient", "ais", "a", "ai", "ons"):
        yield soft + ending, "finite"
    yield stem + "èrent", "finite"
    for ending in ("é", "ée", "és", "ées"):
        yield stem + ending, "past"
    yield soft + "ant", "present"


def _second_group(lemma: str) -> Iterator[tuple[str, str]]:
    stem = lemma[:-2]
    for ending in ("it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait", "is"):
        yield stem + ending, "finite"
    for ending in ("i", "ie", "is", "ies"):
        yield stem + ending, "past"
    yield stem + "issant", "present"
