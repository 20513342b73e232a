"""Acts to statements: sentence by sentence, each act with its content, holder and arguments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Doc, Span

from dires import layers
from dires.article import Cue, Date, Quantity, Statement
from dires.statements.actors import Actors
from dires.statements.acts import Act, without_rivals
from dires.statements.addressees import addressee_of
from dires.statements.arguments import deadline_of, end_of_date, inside
from dires.statements.broken import is_broken
from dires.statements.candidates import Candidates
from dires.statements.confidence import Trust
from dires.statements.content import content_end
from dires.statements.evidence import Evidence
from dires.statements.holders import Holding, holding_of
from dires.statements.match import Match
from dires.statements.matching import matches
from dires.statements.preference import Preference
from dires.statements.proposed import proposed_match
from dires.statements.reliability import reliability
from dires.statements.resolutions import Resolution
from dires.statements.splitting import parts_of
from dires.statements.verbs import (
    is_conditional,
    is_finite,
    is_first_person,
    is_future,
    is_infinitive,
    lemma,
)
from dires.statements.voices import Voices

# Pronouns that entity resolution left open.
_PRONOUNS = frozenset(
    ("il", "elle", "ils", "elles", "lui", "eux", "celui-ci", "celle-ci", "qui", "celui", "celle",
     "ceux", "celles", "dernier", "dernière", "-on", "-nous", "-vous")
)  # fmt: skip
# Verbs whose conditional is a courtesy (*il faudrait*, *nous souhaiterions*).
_POLITE = frozenset(("falloir", "devoir", "vouloir", "souhaiter", "aimer", "convenir"))

# Words that no statement ends with: they lead to what follows.
_LEADING = frozenset(("ADP", "CCONJ", "DET", "SCONJ", "PUNCT", "SPACE"))

# The encoder's probability from which on an act inside another's content is an act of its own.
_PLAIN = 0.7


class Reader:
    """Reads the sentences of `doc` in order; what was told before counts."""

    def __init__(
        self,
        doc: Doc,
        evidence: Evidence | None,
        trust: Trust,
        preference: Preference,
        *,
        rules: bool,
    ) -> None:
        self.doc = doc
        self.actors = Actors(doc)
        self.text = self.actors.text
        self.voices = Voices(doc, self.actors)
        self.dates: tuple[Date, ...] = layers.read(doc, "dates")
        self.quantities: tuple[Quantity, ...] = layers.read(doc, "quantities")
        self.evidence = evidence
        self.trust = trust
        self.preference = preference
        self.rules = rules
        self.resolution = Resolution(self.text, self.actors.mentions)
        self._last: Statement | None = None

    def read(self, sentence: Span) -> Iterator[tuple[Act, Statement]]:
        """The acts of `sentence` with the statements made of them."""
        acts = self._acts(sentence)
        verbs = {act.match.verb for act in acts if act.match.verb is not None}
        taken: list[tuple[Match, int]] = []
        for act in acts:
            match = act.match
            limit = self._limit(match, sentence)
            end = content_end(
                match.start,
                match.anchor,
                match.complement,
                limit=limit,
                other_cues=verbs - {match.verb},
                nominal=match.verb is None or not is_finite(match.verb),
            )
            end = max(end, match.cue_end)
            # A bare noun inside (*insiste sur la nécessité de*) has its evidence from the verb.
            doubtful = match.verb is None or act.evidence is None or act.evidence < _PLAIN
            if doubtful and any(_is_same_act(match, *outer) for outer in taken):
                continue
            end = max(self._read_end(match, end), match.cue_end)
            taken.append((match, end))
            for part in parts_of(match, end, self.dates, self.quantities):
                self._last = self._statement(act, *part)
                yield act, self._last

    def _acts(self, sentence: Span) -> list[Act]:
        """The acts of `sentence` in order: those of the rules, those that the encoder sees."""
        ruled = self._ruled(sentence) if self.rules else []
        if self.evidence is None:
            return [Act(match, reliability(match.rule.id)) for match in ruled]
        acts = [self._seen(match, self.evidence.of(match)) for match in ruled]
        for first, label, probability in self.evidence.beside(ruled, sentence):
            acts.append(self._seen(proposed_match(first, label), probability))
        sure = [
            act for act in acts if act.confidence >= self.trust.thresholds[act.match.rule.label]
        ]
        return sorted(without_rivals(sure), key=lambda act: act.match.start)

    def _read_end(self, match: Match, end: int) -> int:
        """The token after the statement as the encoder reads it; `end` where it reads none."""
        at = self.evidence.end_of(match) if self.evidence is not None else None
        if at is None:
            return end
        at = end_of_date(at, self.dates)
        span = self.doc.char_span(match.anchor.idx, at, alignment_mode="contract")
        if span is None:
            return end
        read = span.end
        while self.doc[read - 1].pos_ in _LEADING:
            read -= 1
        # What ends with its cue (*exprime sa confiance*) has lost its content.
        return read if read > max(match.complement.i, match.cue_end) else end

    def _seen(self, match: Match, evidence: float) -> Act:
        return Act(match, self.trust.confidence(match.rule, evidence), evidence)

    def _ruled(self, sentence: Span) -> list[Match]:
        return [
            match
            for match in matches(sentence)
            if not (match.rule.speech and not self._is_heard(match)) and not is_broken(match)
        ]

    def _is_heard(self, match: Match) -> bool:
        if match.verb is not None and is_first_person(match.verb):
            return True
        return holding_of(match, self.actors, self.voices).holder is not None or (
            self.voices.at(match.anchor) is not None
        )

    def _limit(self, match: Match, sentence: Span) -> int:
        quotation = self.voices.quoted_at(match.anchor)
        if quotation is None:
            return sentence.end
        end = next((token.i for token in sentence if token.idx >= quotation.end), sentence.end)
        return max(end, match.complement.i + 1)

    @cached_property
    def _candidates(self) -> Candidates:
        return Candidates(self.doc, self.actors, self.voices)

    def _holding(self, match: Match, span: Span) -> Holding:
        """Whom the rules name, unless more speaks for another."""
        if self.resolution.decides(self.doc[match.start].idx):
            return Holding(self.resolution.body, None, "body that resolves", certain=True)
        ruled = self._ruled_holding(match)
        if ruled.certain:
            return ruled
        chosen = self.preference.choose(self._candidates.of(match, ruled, span, self._last))
        if chosen.is_own:
            return ruled
        name = chosen.actor.name if chosen.actor else None
        reporter = ruled.reported_by
        return Holding(
            chosen.actor,
            reporter if reporter is not None and reporter.name != name else None,
            f"{ruled.path}; more speaks for {f'« {name} »' if name else 'nobody'}",
        )

    def _ruled_holding(self, match: Match) -> Holding:
        """The holder by the rules; where the sentence names nobody, whoever acted just before."""
        holding = holding_of(match, self.actors, self.voices)
        last = self._last
        holder = holding.holder
        if last is None or not (holder is None or holder.name.lower() in _PRONOUNS):
            return holding
        if "\n" in self.text[last.end : match.anchor.idx]:
            return Holding(None, holding.reported_by, holding.path)
        return Holding(
            last.holder,
            holding.reported_by or last.reported_by,
            f"{holding.path}: holder of the act before",
        )

    def _statement(self, act: Act, start: int, end: int) -> Statement:
        match = act.match
        first, last = self.doc[start], self.doc[end - 1]
        start_char, end_char = first.idx, last.idx + len(last)
        cue_first, cue_last = self.doc[match.start], self.doc[match.cue_end - 1]
        cue_end = cue_last.idx + len(cue_last)
        dates = inside(start_char, end_char, self.dates)
        holding = self._holding(match, self.doc[start:end])
        addressee = addressee_of(match, self.actors, end=end)
        if addressee and holding.holder and addressee.name == holding.holder.name:
            # *approuvé par X*: nobody addresses himself.
            addressee = None
        deadline = None
        if match.rule.label != "endorsement":
            # The day of a future act may stand before its object (*rendrai demain hommage*).
            whole = match.complement == match.anchor or (
                match.verb is not None and is_future(match.verb)
            )
            content_start = start_char if whole else cue_end
            deadline = deadline_of(
                self.dates, dates, content_start=content_start, published=self.doc._.published
            )
        return Statement(
            start=start_char,
            end=end_char,
            text=self.text[start_char:end_char],
            label=match.rule.label,
            cue=Cue(cue_first.idx, cue_end, self.text[cue_first.idx : cue_end]),
            holder=holding.holder,
            addressee=addressee,
            reported_by=holding.reported_by,
            deadline=deadline,
            dates=dates,
            quantities=inside(start_char, end_char, self.quantities),
            modality=_modality(match),
            confidence=act.confidence,
            explanation=f"{act.explanation}; holder: {holding.path}",
        )


def _modality(match: Match) -> str:
    verb = match.verb
    hedged = verb is not None and is_conditional(verb) and lemma(verb) not in _POLITE
    return "conditional" if hedged or match.rule.modality == "conditional" else "asserted"


def _is_same_act(match: Match, outer: Match, outer_end: int) -> bool:
    """Whether `match` only says what the act of `outer` consists in."""
    if match.start >= outer_end:
        return False
    if match.verb is None:
        return match.rule.label == outer.rule.label
    if is_infinitive(match.verb) and not is_finite(match.verb):
        return True
    if match.rule.label != outer.rule.label:
        return False
    return outer.anchor in (*match.verb.lefts, *match.anchor.lefts) or (
        match.anchor == outer.complement
    )
