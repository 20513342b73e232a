"""Holders beyond the sentence: more may speak for another than for whom the rules name."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from dires import statements
from dires.statements.candidates import Candidate
from dires.statements.finder import acts_of
from dires.statements.preference import Preference, shipped_preference


@dataclass(frozen=True, slots=True)
class Listening(Preference):
    """Chooses as what ships, and keeps the candidates."""

    seen: list[Candidate] = field(default_factory=list)

    def choose(self, candidates):
        self.seen.extend(candidates)
        return Preference.choose(self, candidates)


def seen_in(doc):
    listening = Listening(shipped_preference().weights)
    list(acts_of(doc, preference=listening))
    return listening.seen


@pytest.fixture
def candidates(nlp):
    return lambda text: {c.actor.name if c.actor else None: c for c in seen_in(nlp(text))}


def test_all_in_sight_may_hold_an_act_and_nobody(candidates):
    found = candidates(
        "Karim Belhadj a reçu Anne Moreau à Lyon. Il promet un pont à la ville d'ici 2030."
    )
    assert {None, "Karim Belhadj", "Anne Moreau", "Lyon"} <= set(found)
    assert sum(c.is_own for c in found.values()) == 1


def test_what_speaks_for_an_actor(candidates):
    found = candidates(
        "Une mairie qui écoute\n\nKarim Belhadj a reçu Anne Moreau. Il promet un pont d'ici 2030."
    )
    karim = found["Karim Belhadj"].features
    assert "sentences since subject: 0" in karim  # the pronoun itself
    assert "gender agrees, subject il" in karim
    assert "gender differs, subject il" in found["Anne Moreau"].features


def test_a_noun_of_the_text_that_stands_beside_a_name_speaks_for_it(candidates):
    found = candidates(
        "Anne Moreau, candidate à la mairie de Lens, tenait réunion mardi soir.\n\n"
        "La candidate promet une crèche."
    )
    assert "subject stands beside the name, PER" in found["Anne Moreau"].features


def test_the_path_says_that_another_was_preferred(nlp):
    doc = nlp("Karim Belhadj a reçu Anne Moreau à Lyon. Il promet un pont à la ville d'ici 2030.")
    other = Preference({"gender differs, subject il": 50.0})
    ((_, statement),) = acts_of(doc, preference=other)
    assert statement.holder.name == "Anne Moreau"
    assert statement.explanation.endswith("more speaks for « Anne Moreau »")


def test_no_candidate_is_looked_for_far_away(nlp):
    """The time that an act takes does not grow with the length of the article."""
    crowd = " ".join(
        f"Paul Dubois{chr(97 + i % 26)}{chr(97 + i // 26)} est venu." for i in range(300)
    )
    listening = Listening(shipped_preference().weights)
    listening.seen.clear()
    list(acts_of(nlp(f"Titre\n\n{crowd}\n\nLe maire promet une crèche."), preference=listening))
    assert 0 < len(listening.seen) < 120


def test_the_holder_is_the_rules_own_where_nothing_speaks_against_it(nlp):
    (statement,) = statements.find(nlp("La Suède a salué l'accord."))
    assert statement.holder.name == "Suède"
    assert "more speaks" not in statement.explanation
