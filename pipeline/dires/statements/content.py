"""Where the content of a statement ends.

A statement runs to the end of its sentence unless something that is not its content begins
earlier: the next act, the incise of a quotation, the end of the quotation that it stands in.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from spacy.tokens import Doc, Token

from dires.statements.constructions import following, is_calendar
from dires.statements.reporting import REPORT_VERBS
from dires.statements.verbs import (
    form,
    group_start,
    is_finite,
    is_participle,
    is_present_participle,
    is_verb,
    lemma,
)

_TRAILING: Final = frozenset(".,;:!?…-–—")
_CLOSING: Final = frozenset(("»", "”"))
_JOINTS: Final = frozenset(
    ("et", "ou", "mais", "puis", "ainsi", "que", "tout", "en", "avant", "de", ",", "-", "tandis",
     "alors", "où", "d'", "après", "avoir", "or", "car", "il", "elle", "ils", "elles", "on", "je",
     "j'", "nous", "vous", "ce", "c'", "qui", "ça", "cela", "qu'", "donc", "parce")
)  # fmt: skip
_COMMENT_OPENERS: Final = ("alors que", "tandis que", "selon", "d'après", "ce qui", "mais")


def content_end(
    start: int,
    cue: Token,
    complement: Token,
    *,
    limit: int,
    other_cues: Collection[Token],
    nominal: bool,
) -> int:
    """Index after the last token of the statement that starts at token `start` with `cue`.

    `limit` is the index after the last token that it may reach: the end of its sentence or of
    its quotation. `other_cues` are the verbs of the other acts found in the sentence. `nominal`
    says that no finite verb carries the act, so that the next main clause is never part of it.
    """
    doc = cue.doc
    end = limit
    for i in range(max(cue.i, complement.i) + 1, limit):
        token = doc[i]
        if form(token) == ";" or _closes_around(doc, i, start, limit):
            end = i
            break
        if _is_incise(token):
            end = group_start(token)
            break
        is_predicate = (
            nominal and is_verb(token) and is_finite(token) and (not _is_subordinate(token, cue))
        )
        if is_predicate or _starts_next_act(token, cue, other_cues) or _starts_comment(doc, i):
            end = _before_joint(doc, _clause_start(token, cue) if is_verb(token) else i, cue)
            break
    return _trimmed(doc, start, end)


def _clause_start(verb: Token, cue: Token) -> int:
    """Index of the first token of the clause of `verb`: its subject after `cue`, or its group."""
    edges = [child.left_edge.i for child in verb.lefts if child.dep_.startswith("nsubj")]
    subjects = [edge for edge in edges if edge > cue.i]
    return min([*subjects, group_start(verb)])


def _closes_around(doc: Doc, i: int, start: int, limit: int) -> bool:
    """Whether token `i` closes a quotation that opened before the statement."""
    if form(doc[i]) not in _CLOSING:
        return False
    return not any(form(doc[j]) in ("«", "“") for j in range(start, i))


def _is_incise(token: Token) -> bool:
    """*a-t-il déclaré*, *a annoncé jeudi le ministre* after a comma or a closing quotation mark."""
    first = group_start(token) if is_verb(token) else 0
    if first == 0 or not token.doc[first - 1].is_punct:
        return False
    if lemma(token) in REPORT_VERBS and is_finite(token):
        after = (t for t in following(token) if t.pos_ != "ADV" and not is_calendar(t))
        subject = next(after, None)
        return subject is not None and (
            subject.pos_ in ("DET", "PROPN") or form(subject).startswith("-")
        )
    return token.dep_ in ("parataxis", "parataxis:insert") and token.pos_ in ("VERB", "AUX")


def _starts_next_act(token: Token, cue: Token, other_cues: Collection[Token]) -> bool:
    """Whether `token` is the verb of an act beside the one of `cue`, not inside its content."""
    if not is_verb(token):
        return False
    after_comma = _follows_comma(token)
    if is_present_participle(token) and after_comma:
        return True
    if token not in other_cues:
        # A verb coordinated with the cue itself tells another thing, as does a clause that only
        # a comma joins on.
        joined = token.dep_ == "conj" and token.head == cue
        alike = is_finite(token) or is_participle(token, "Past")
        return (joined and alike) or _is_clause_after_comma(token, cue)
    if is_participle(token, "Past") and not is_finite(token):
        return after_comma
    return is_finite(token) and not _is_subordinate(token, cue)


def _follows_comma(verb: Token) -> bool:
    """Whether a comma stands before the group of `verb`, or before its *en* or *tout en*."""
    i = group_start(verb) - 1
    while i >= 0 and form(verb.doc[i]) in ("en", "tout"):
        i -= 1
    return i >= 0 and form(verb.doc[i]) == ","


def _is_clause_after_comma(verb: Token, cue: Token) -> bool:
    """*…, l'Ouzbékistan a préféré attendre*: a finite verb whose noun subject follows a comma."""
    subject = next(
        (c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None
    )
    if subject is None or not is_finite(verb) or verb.dep_ in ("acl:relcl", "advcl"):
        return False
    first = subject.left_edge.i
    return first > cue.i + 1 and form(verb.doc[first - 1]) == "," and not _is_subordinate(verb, cue)


def _is_subordinate(verb: Token, cue: Token) -> bool:
    """Whether a conjunction or relative after `cue` makes the clause of `verb` content."""
    for child in verb.lefts:
        if form(child) in ("que", "qu'", "qui", "dont", "où", "si", "lorsque", "quand") and (
            child.i > cue.i
        ):
            return True
    first = group_start(verb)
    return any(
        form(verb.doc[i]) in ("qui", "que", "qu'", "dont", "où")
        for i in range(max(cue.i + 1, first - 3), first)
    )


def _starts_comment(doc: Doc, i: int) -> bool:
    if i == 0 or form(doc[i - 1]) != ",":
        return False
    text = " ".join(form(token) for token in doc[i : i + 2]).replace("' ", "'")
    return text.startswith(_COMMENT_OPENERS)


def _before_joint(doc: Doc, end: int, cue: Token) -> int:
    """Move `end` left over the conjunctions and commas that join the next act on."""
    while end - 1 > cue.i and (form(doc[end - 1]) in _JOINTS or doc[end - 1].is_space):
        end -= 1
    return end


def _trimmed(doc: Doc, start: int, end: int) -> int:
    while end - 1 > start:
        last = doc[end - 1]
        is_opened = any(form(token) in ("«", "“") for token in doc[start:end])
        if not (
            last.is_space or form(last) in _TRAILING or (form(last) in _CLOSING and not is_opened)
        ):
            break
        end -= 1
    return end
