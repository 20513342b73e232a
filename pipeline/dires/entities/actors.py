"""Who is meant: every mention of an actor, in one walk through the article.

Names, descriptions and pronouns are taken in the order of the text; each is resolved against what
stands before it, and is then itself something to be taken up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dires.article import Actor, Entity, Participant
from dires.article import Mention as Place
from dires.entities.cleaning import Name
from dires.entities.descriptions import both, resolve, role_named_later, roles_in_appositions
from dires.entities.lexicon import lexicon
from dires.entities.pronouns import (
    DEMONSTRATIVE,
    PERSONAL,
    RELATIVE,
    antecedent,
    is_impersonal,
    resolve_demonstrative,
    resolve_personal,
)
from dires.entities.roles import Description, find_descriptions
from dires.entities.salience import (
    CIVIL,
    Mention,
    Referent,
    is_agentive,
    quoted_words,
    referent_of,
    steps_of,
    verb_of,
)
from dires.entities.words import Words, plain

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_AHEAD = 30
_ARTICLES = frozenset({"le", "la", "l'", "les"})


@dataclass(frozen=True, slots=True)
class Coreference:
    """`mentions` in order of place, an outer one before those inside it, and who they mean."""

    mentions: tuple[Actor, ...]
    participants: tuple[Participant, ...]


def find_actors(
    words: Words, names: Sequence[Name], entities: Sequence[Entity], text: str
) -> Coreference:
    """The mentions of actors, and the actors.

    `entities` are the records of `names`; `text` is the article's own, unfolded.
    """
    mentions = sorted(Walk(words, names, entities).mentions(), key=lambda m: (m.start, -m.end))
    places = [(words.starts[m.start], words.ends[m.end - 1]) for m in mentions]
    actors = [
        Actor(start, end, text[start:end], m.referent.name, m.referent.label)
        for m, (start, end) in zip(mentions, places, strict=True)
    ]
    return Coreference(tuple(actors), tuple(_participants(mentions, places, text)))


def _participants(
    mentions: Sequence[Mention], places: Sequence[tuple[int, int]], text: str
) -> Iterator[Participant]:
    """One entry for each actor that is mentioned, in order of the first mention."""
    referents: dict[int, Referent] = {}
    found: dict[int, list[Place]] = {}
    for mention, (start, end) in zip(mentions, places, strict=True):
        referents[id(mention.referent)] = mention.referent
        found.setdefault(id(mention.referent), []).append(Place(start, end, text[start:end]))
    for key, referent in referents.items():
        if referent.several:
            continue
        first = found[key][0]
        yield Participant(
            first.start,
            first.end,
            first.text,
            referent.name,
            referent.kind,
            referent.label,
            referent.country if referent.kind == "state" else None,
            tuple(found[key]),
        )


class Walk:
    """One walk through an article."""

    def __init__(self, words: Words, names: Sequence[Name], entities: Sequence[Entity]) -> None:
        self.words = words
        self.quoted = quoted_words(words)
        self.steps = steps_of(words, self.quoted)
        self.history: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self.referents: dict[tuple[str, str], Referent] = {}
        self.named: dict[int, tuple[Name, Referent]] = {}
        for name, entity in zip(names, entities, strict=True):
            key = (entity.name, name.label)
            found = referent_of(words, entity.name, name.label, name.start)
            found.actor = found.agent = name.label != "MISC"
            referent = self.referents.setdefault(key, found)
            referent.gender = referent.gender or found.gender
            self.named[name.start] = (name, referent)
        self.later = [(start, r.name) for start, (_, r) in sorted(self.named.items())]
        self.descriptions = list(find_descriptions(words, names))
        people = {n.start: (n.end, r) for n, r in self.named.values() if n.label == "PER"}
        ends = {n.end: (n.start, r) for n, r in self.named.values() if n.label == "PER"}
        bodies = {n.start: r for n, r in self.named.values() if n.label == "ORG"}
        self.beside = roles_in_appositions(words, self.descriptions, people, ends, bodies)
        self._name_offices()
        self.with_roles = [r for r in self.referents.values() if r.roles]

    def _name_offices(self) -> None:
        """Give people who are only called *M. X* the office by which they were spoken of."""
        seen: set[int] = set()
        for start, (name, referent) in sorted(self.named.items()):
            if name.label != "PER" or id(referent) in seen:
                continue
            seen.add(id(referent))
            is_bare = not referent.roles and " " not in referent.name
            if is_bare and start and plain(self.words.text[start - 1]) in CIVIL:
                role = role_named_later(self.words, self.descriptions, self.beside, start)
                if role is not None:
                    referent.roles.append(role)

    def mentions(self) -> Iterator[Mention]:
        """All mentions of actors."""
        words = self.words
        described = {d.head: (place, d) for place, d in enumerate(self.descriptions)}
        inside = {i for name, _ in self.named.values() for i in range(name.start, name.end)}
        covered: set[int] = set()
        for i in range(len(words)):
            if words.boilerplate[i]:
                continue
            mention = None
            if i in self.named:
                name, referent = self.named[i]
                referent.mentions += 1
                mention = self._mention(name.start, name.end, referent)
            elif i in described and i not in inside:
                mention = self._described(*described[i])
                if mention is None and described[i][1].determiner not in {"son", "sa"}:
                    mention = self._thing(i, covered)
                covered.update(range(described[i][1].start, described[i][1].end))
            elif i not in inside:
                mention = self._pronoun(i) or self._thing(i, covered)
            if mention is None:
                continue
            self.history.append(mention)
            for j in range(mention.start, mention.end):
                self.at.setdefault(j, mention)
            if mention.referent.actor:
                yield mention
            several = self._coordinated(mention) if i in self.named else None
            if several is not None:
                self.history.append(several)
                yield several

    def _mention(
        self, start: int, end: int, referent: Referent, *, pronoun: bool = False
    ) -> Mention:
        verb = verb_of(self.words, start, end)
        speaker = verb is not None and is_agentive(self.words, verb)
        sentence, step = self.words.sentences[start], self.steps[start]
        return Mention(
            start,
            end,
            referent,
            sentence,
            step,
            verb is not None,
            speaker,
            pronoun,
            self.quoted[start],
        )

    def _coordinated(self, last: Mention) -> Mention | None:
        """*la France et l'Allemagne*: all of them as one actor."""
        parts = [last]
        start = last.start
        while True:
            i = start - 1
            while i > 0 and plain(self.words.text[i]) in _ARTICLES:
                i -= 1
            before = self.at.get(i - 1) if i > 0 else None
            link = self.words.text[i] if i > 0 else ""
            if before is None or link != ("et" if len(parts) == 1 else ","):
                break
            if before.referent.label != last.referent.label or before.sentence != last.sentence:
                break
            parts.insert(0, before)
            start = before.start
        if len(parts) < 2 or not all(part.referent.actor for part in parts):
            return None
        several = self._together([part.referent for part in parts])
        return self._mention(start, last.end, several)

    def _together(self, parts: Sequence[Referent]) -> Referent:
        """Several actors of one kind as one actor."""
        names = [part.name for part in parts]
        name = ", ".join(names[:-1]) + " et " + names[-1]
        label = parts[-1].label
        several = Referent(name, label, plural=True, several=True)
        codes = [part.country or part.seat for part in parts]
        several.country = ",".join(code for code in codes if code) or None
        return self.referents.setdefault((name, label or ""), several)

    def _described(self, place: int, description: Description) -> Mention | None:
        step = self.steps[description.head]
        referent = self.beside.get(place)
        if referent is None and not description.determiner:
            return None
        if referent is None:
            two = both(description, self.words, self.with_roles)
            referent = self._together(two) if two else None
        if referent is None:
            referent = resolve(description, self.history, self.with_roles, step)
            if referent is not None and referent.label is None:
                self._call_more_fully(referent, description)
        if referent is None:
            referent = self._unnamed(description)
        if referent is None:
            return None
        return self._mention(description.start, description.end, referent)

    def _call_more_fully(self, referent: Referent, description: Description) -> None:
        """Name an actor that has no name by its fullest description."""
        if all(len(description.about) > len(role.about) for role in referent.roles):
            referent.name = self.words.span(description.head, description.end)
            referent.roles.append(description)

    def _unnamed(self, description: Description) -> Referent | None:
        """An actor that the article names by a role only; None where it is nobody in particular."""
        if description.determiner in {"un", "une"} or description.role == "anyone":
            return None
        words = self.words
        name = words.span(description.head, description.end)
        if description.kind in {"body", "country"} and not any(
            a.isupper() for a in description.about
        ):
            return None
        referent = Referent(
            name, None, gender=description.gender, plural=description.plural, roles=[description]
        )
        if (name, "") not in self.referents:
            self.with_roles.append(referent)
        return self.referents.setdefault((name, ""), referent)

    def _pronoun(self, i: int) -> Mention | None:
        words = self.words
        word = plain(words.text[i])
        word = word.removeprefix("-t-").removeprefix("-")
        referent = None
        start = i
        if word in PERSONAL and words.pos[i] == "PRON":
            if words.dep[i] in _SUBJECTS | {"expl:subj"} and not is_impersonal(words, i):
                referent = resolve_personal(
                    words,
                    i,
                    self.history,
                    self.steps[i],
                    *PERSONAL[word],
                    self._named_after(i),
                    self.quoted[i],
                )
                if referent is not None:
                    referent.gender = referent.gender or PERSONAL[word][0]
        elif word in DEMONSTRATIVE:
            referent = resolve_demonstrative(self.history, self.steps[i], *DEMONSTRATIVE[word])
        elif word in {"dernier", "derniere"} and i and plain(words.text[i - 1]) in {"ce", "cette"}:
            gender = "m" if word == "dernier" else "f"
            referent = resolve_demonstrative(self.history, self.steps[i], gender, False)
            start = i - 1
        elif word in RELATIVE and words.dep[i] in _SUBJECTS:
            noun = antecedent(words, i)
            taken = self.at.get(noun) if noun is not None else None
            beside = self.at.get(i - 1 - (words.text[i - 1] == ","))
            lost = taken is None or not taken.referent.actor
            acts = is_agentive(words, words.heads[i])
            if lost and beside and (beside.referent.person or (acts and beside.referent.actor)):
                taken = beside
            referent = taken.referent if taken and taken.referent.actor else None
        return self._mention(start, i + 1, referent, pronoun=True) if referent else None

    def _thing(self, i: int, covered: set[int]) -> Mention | None:
        """A noun that is a subject: what a later pronoun may mean instead of an actor."""
        words = self.words
        if words.pos[i] != "NOUN" or words.dep[i] not in _SUBJECTS or i in covered:
            return None
        if i + 1 in self.named:
            return None
        word = plain(words.text[i])
        if words.text[i][0].isupper() and word in lexicon().adjectives:
            if word[-1] != "s":
                return None
            key = (words.text[i], "")
            people = self.referents.setdefault(key, Referent(words.text[i], None, plural=True))
            return self._mention(i, i + 1, people)
        gender = words.gender[i]
        thing = Referent(word, None, actor=False, gender=gender, plural=words.number[i] == "p")
        thing.agent = is_agentive(words, words.heads[i])
        return self._mention(i, i + 1, thing)

    def _named_after(self, i: int) -> list[tuple[int, str]]:
        """What is named after word `i`, as far as its sentence may reach."""
        at = bisect_right(self.later, (i, ""))
        return self.later[at : at + _AHEAD]
