"""The words that name who speaks: the subject beside a reporting verb."""

from __future__ import annotations

import re
from functools import cache

from dires.quotations import verbs
from dires.quotations.verbs import Verb, lexicon

_NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'.-]*\w"
_PARTICLE = r"(?:de|du|des|d'|la|le|el|al|ben|bin|van|von|der|den|di|da|dos|af)"
NAME = re.compile(rf"{_NAME_WORD}(?:(?: [A-Z]\.)* ?(?:(?:{_PARTICLE} ?)*{_NAME_WORD}))*")
PRONOUN = re.compile(
    r"(?:il|elle|ils|elles|on|je|j'|nous|celui-ci|celle-ci|ce dernier|cette dernière)",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"\s*(?P<np>(?:(?:le|la|les|un|une|des|du|son|sa|ses|leurs?|notre|nos|ce|cet|cette|ces|plusieurs"
    r"|certains?|deux|trois|M\.|Mme|MM\.)\s|l'|d'autres )?[\wÀ-ÿ][^,.;:!?«»“”\"()\n]*)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s?«\s?(?P<name>[^«»]{2,40}?)\s?»")
_CLITICS = re.compile(r"(?:\s|^)(?:(?:lui|leur|y|en|se|me|n'|l'|s'|m'|ne)\s*)+$")
_AUXILIARY = re.compile(
    r"\s(?:(?:a|ont|est|sont|était|étaient|avait|avaient|sera|va|se|ne|lui|leur)\s|[sn]')"
)
_COORDINATED = re.compile(r"\S,? (?:et|mais|puis|et puis)$")
_CONJUNCTION = re.compile(
    r"(?<!\S)(?:(?:que|et|mais|car|où|lorsque|quand|si|puis|or|comme)\s|qu'|lorsqu')\s*",
    re.IGNORECASE,
)
_STARTERS = re.compile(
    r"(?:(?:selon|d'après|pour|dans|lors|sur|à|au|aux|en|par|avec|après|avant|depuis|devant|chez|vers|malgré|si|interrog"
    r"|hier|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette)\b)",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:(?:le|la|les|un|une|des|son|sa|ses|leurs?|notre|nos|cet?|cette|ces|plusieurs|certains|deux|d'autres)\s"
    r"|l'|M\. |Mme |MM\. )",
    re.IGNORECASE,
)


def after(folded: str, verb: Verb, limit: int) -> tuple[int, int] | None:
    """The subject of an inverted verb: its pronoun, or the noun phrase behind it."""
    return verb.pronoun or noun_phrase(folded, verb.end, limit)


def noun_phrase(folded: str, start: int, limit: int) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`, narrowed to the name in it."""
    paper = _TITLE.match(folded, start, limit)
    if paper:
        return paper.span("name")
    skipped = _leading_adverbs().match(folded, start, limit)
    start = skipped.end() if skipped else start
    match = _NOUN_PHRASE.match(folded, start, limit)
    if not match:
        return None
    left, right = match.span("np")
    stop = _stops().search(folded, left + 1, right)
    if stop:
        right = stop.start()
    right = left + len(folded[left:right].rstrip())
    head = folded[left:right]
    if not (_DETERMINER.match(head) or NAME.match(head)):
        return None
    apposed = re.compile(rf"(?:,| \([^)]*\),?) (?P<name>{NAME.pattern})\s?(?=[,.()]|$)").match(
        folded, right, limit
    )
    if apposed and not _named(folded, left, right):
        return apposed.span("name")
    return name_in(folded, left, right)


def before(folded: str, verb: Verb, start: int) -> tuple[int, int] | None:
    """The subject in front of `verb` in the clause that begins after `start`."""
    clause_end = verb.start
    clitics = _CLITICS.search(folded[start:clause_end])
    if clitics:
        clause_end = start + clitics.start()
    left, right = start, start + len(folded[start:clause_end].rstrip())
    clause = folded[left:right]
    if _COORDINATED.search(clause):
        return of_main_clause(folded, start, verb)
    relative = re.search(r",? qui$", clause)
    if relative:
        right = left + relative.start()
    elif clause.endswith(","):
        head = _apposition_head(folded, left, right - 1)
        if head:
            return head
        right -= 1
    for match in _CONJUNCTION.finditer(folded, left, right):
        left = match.end()
    comma = folded.rfind(", ", left, right)
    if comma >= 0:
        left = comma + 2
    return _subject(folded, left, right)


def of_main_clause(folded: str, start: int, verb: Verb) -> tuple[int, int] | None:
    """The subject of a present participle (*…, ajoutant que …*): that of the main clause."""
    for earlier in verbs.find(folded, start, verb.start):
        if earlier.pronoun:
            return earlier.pronoun
        if earlier.finite:
            return before(folded, earlier, start)
    for piece in re.finditer(r"[^,]+", folded[start : verb.start]):
        left = start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
        pronoun = PRONOUN.match(folded, left, verb.start)
        if pronoun and not folded[pronoun.end() : pronoun.end() + 1].isalnum():
            return pronoun.span()
        if not _STARTERS.match(folded, left):
            stop = _AUXILIARY.search(folded, left, start + piece.end())
            return noun_phrase(folded, left, stop.start() if stop else start + piece.end())
    return None


def name_in(folded: str, left: int, right: int) -> tuple[int, int]:
    """The name that ends the phrase (*la ministre Anne Dupont*), or the whole phrase."""
    return _named(folded, left, right) or (left, right)


def _named(folded: str, left: int, right: int) -> tuple[int, int] | None:
    phrase = folded[left:right]
    if not _DETERMINER.match(phrase):
        match = NAME.match(phrase)
        return (left, left + match.end()) if match else None
    last = None
    for match in NAME.finditer(phrase, 1):
        if match.end() == len(phrase) and phrase[match.start() - 1] == " ":
            last = match
    if last is None or re.search(
        r"(?:\b(?:de|du|des|la|le|les|aux?|à|en|et) |')$", phrase[: last.start()]
    ):
        return None
    title = phrase[0].isupper() and folded[max(0, left - 2) : left].strip().isalpha()
    if title and _DETERMINER.fullmatch(phrase[: last.start()]):
        return None
    return left + last.start(), left + last.end()


def _apposition_head(folded: str, left: int, right: int) -> tuple[int, int] | None:
    """Of *Anne Dupont, ministre de la Mer,* and *la ministre, Anne Dupont,* the name."""
    parts = []
    position = left
    for piece in folded[left:right].split(","):
        parts.append((position + len(piece) - len(piece.lstrip()), position + len(piece.rstrip())))
        position += len(piece) + 1
    for begin, end in reversed(parts[-2:]):
        match = NAME.fullmatch(folded[begin:end])
        if match:
            return begin, end
    if len(parts) > 1:
        return _subject(folded, *parts[-2])
    return None


def _subject(folded: str, left: int, right: int) -> tuple[int, int] | None:
    phrase = folded[left:right]
    left += len(phrase) - len(phrase.lstrip())
    phrase = folded[left:right]
    pronoun = re.search(rf"(?:^|[\s,'])({PRONOUN.pattern})$", phrase, re.IGNORECASE)
    if pronoun:
        return left + pronoun.start(1), left + pronoun.end(1)
    title = re.search(rf"{_TITLE.pattern}$", phrase)
    if title:
        return left + title.start("name"), left + title.end("name")
    if not phrase or _STARTERS.match(phrase):
        return None
    if _DETERMINER.match(phrase):
        return name_in(folded, left, right)
    match = NAME.match(phrase)
    if match and len(phrase) - match.end() < 60:
        return left, left + match.end()
    return None


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{lexicon()['words']['subject_stops']})")


@cache
def _leading_adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s+{lexicon()['words']['adverbs']}\b,?)+")
