"""Cues: the words that make a statement, with the constructions they need.

Cue knowledge is data, one TOML file a label in ``cues/``; this module reads it. An entry reads::

    [[cue]]
    id = "appeler_a"                      # unique; the rule's name in explanations
    lemma = "appeler"                     # or a list: infinitives, singular nouns, adjectives
    pos = "VERB"                          # VERB (default), NOUN or ADJ
    reflexive = true                      # only with se/s' (default: either)
    takes = ["inf:à", "noun:à"]           # constructions, the first that is there wins
    object = ["importance", "-tion"]      # head of the object, where that decides, or its ending
    object_takes = ["inf:de"]             # what that object needs in turn
    object_of = ["rôle", "effort"]        # … and the head of that object's own complement
    without = ["dire", "rappeler"]        # complements with which it is none (*je dois dire*)
    support = ["lancer"]                  # verbs whose object a noun cue may be
    copula = true                         # a noun that counts only as a predicate (*il est temps*)
    present = true                        # a verb that counts in no past tense
    finite = true                         # a verb that counts in no participle (*loi visant à*)
    speech = true                         # counts only where somebody is heard saying it
    modality = "conditional"              # where the cue itself hedges
    examples = [{ text = "…", span = "…", holder = "…" }]

Constructions: ``inf`` (bare infinitive), ``inf:à`` (infinitive after that preposition), ``noun``
(direct object), ``noun:à`` (noun phrase after that preposition), ``que`` (that-clause),
``que:future`` (that-clause in the future or the future of the past), ``quote`` (quoted words),
``visant`` (a purpose participle: *visant à*), ``agent`` (a passive with *par*), ``any`` (no
condition).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dires.article import MODALITIES, STATEMENT_LABELS
from dires.resources import read_toml

PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ")
CONSTRUCTIONS = ("inf", "noun", "que", "quote", "visant", "agent", "any")

_PROPOSED = "encoder"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the entry must find: `span` in `text`, with `holder` where given."""

    text: str
    span: str
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class CueRule:
    """One entry of the cue files (see the module's docstring)."""

    id: str
    label: str
    lemmas: tuple[str, ...]
    pos: str
    takes: tuple[str, ...]
    reflexive: bool | None
    object: frozenset[str]
    object_takes: tuple[str, ...]
    object_of: frozenset[str]
    without: frozenset[str]
    support: frozenset[str]
    copula: bool
    present: bool
    finite: bool
    speech: bool
    modality: str
    examples: tuple[Example, ...]

    def admits(self, word: str) -> bool:
        """Whether the lemma `word` may head the object of the cue."""
        if word in self.without:
            return False
        endings = tuple(entry[1:] for entry in self.object if entry.startswith("-"))
        return not self.object or word in self.object or word.endswith(endings)


def _rule(label: str, entry: Mapping[str, Any]) -> CueRule:
    lemmas = entry["lemma"]
    rule = CueRule(
        id=f"{label}.{entry['id']}",
        label=label,
        lemmas=(lemmas,) if isinstance(lemmas, str) else tuple(lemmas),
        pos=entry.get("pos", "VERB"),
        takes=tuple(entry.get("takes", ["any"])),
        reflexive=entry.get("reflexive"),
        object=frozenset(entry.get("object", ())),
        object_takes=tuple(entry.get("object_takes", ())),
        object_of=frozenset(entry.get("object_of", ())),
        without=frozenset(entry.get("without", ())),
        support=frozenset(entry.get("support", ())),
        copula=entry.get("copula", False),
        present=entry.get("present", False),
        finite=entry.get("finite", False),
        speech=entry.get("speech", False),
        modality=entry.get("modality", "asserted"),
        examples=tuple(Example(**example) for example in entry["examples"]),
    )
    unknown = [t for t in (*rule.takes, *rule.object_takes) if t.split(":")[0] not in CONSTRUCTIONS]
    if unknown or rule.pos not in PARTS_OF_SPEECH or rule.modality not in MODALITIES:
        raise ValueError(f"cue {rule.id}: unknown construction, part of speech or modality")
    return rule


@cache
def cue_rules() -> tuple[CueRule, ...]:
    """All cue rules in the order of the files, which is the order in which they are tried."""
    rules = []
    for label in STATEMENT_LABELS:
        entries = read_toml(__package__, f"cues/{label}.toml")["cue"]
        rules += [_rule(label, entry) for entry in entries]
    return tuple(rules)


@cache
def rule_file(name: str, label: str) -> Mapping[str, CueRule]:
    """The rules of a file beside this module that bind no lemma, by their id."""
    entries = read_toml(__package__, name)["rule"]
    return {entry["id"]: _rule(label, {"lemma": (), **entry}) for entry in entries}


@cache
def proposed_rule(label: str) -> CueRule:
    """The rule of acts that the encoder sees and no rule of the files knows."""
    return _rule(label, {"id": _PROPOSED, "lemma": (), "examples": ()})


def is_proposed(rule: CueRule) -> bool:
    """Whether `rule` is a `proposed_rule`."""
    return rule.id.endswith(f".{_PROPOSED}")


@cache
def rule_words(name: str) -> Mapping[str, frozenset[str]]:
    """The word lists of such a file, by their names."""
    return {key: frozenset(words) for key, words in read_toml(__package__, name)["words"].items()}


@cache
def rules_by_lemma() -> Mapping[tuple[str, str], tuple[CueRule, ...]]:
    """Rules for each ``(part of speech, lemma)``; those that ask for most come first."""
    index: dict[tuple[str, str], list[CueRule]] = defaultdict(list)
    for rule in sorted(cue_rules(), key=lambda rule: (not rule.object_of, not rule.object)):
        for lemma in rule.lemmas:
            index[rule.pos, lemma].append(rule)
    return {key: tuple(rules) for key, rules in index.items()}
