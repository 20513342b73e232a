"""Pronouns mean what is most in view, and stay unresolved where that is no actor."""

import pytest


def named(found, word):
    return [name for text, name in found if text.lower().strip("-") == word]


def test_the_subject_before(actors):
    found = actors(
        "Antonio Guterres a rencontré Paul Aubrac à Genève. Il a salué les efforts du pays."
    )
    assert named(found, "il") == ["Antonio Guterres"]


def test_gender_chooses(actors):
    found = actors("Marie Duval a reçu Paul Aubrac. Il a promis une aide. Elle a accepté.")
    assert named(found, "il") == ["Paul Aubrac"]
    assert named(found, "elle") == ["Marie Duval"]


def test_number_chooses(actors):
    found = actors("La France et l'Allemagne ont signé l'accord. Elles ont promis des aides.")
    assert named(found, "elles") == ["France et Allemagne"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il faut agir vite.",
        "Il y a urgence.",
        "Il s'agit d'un progrès.",
        "Il est nécessaire de négocier.",
        "Il est possible que le vote soit reporté.",
    ],
)
def test_impersonal(actors, sentence):
    found = actors(f"Paul Aubrac a parlé. {sentence}")
    assert named(found, "il") == []


def test_a_thing_in_view_is_no_actor(actors):
    found = actors("Paul Aubrac est venu. Le projet coûtera cher. Il sera voté demain.")
    assert named(found, "il") == []


def test_never_what_its_own_verb_names(actors):
    found = actors(
        "Paul Aubrac a évoqué la paix. Le Kazakhstan soutient ces efforts."
        " Il a offert la plateforme du Kazakhstan."
    )
    assert named(found, "il") == ["Paul Aubrac"]


def test_relative(actors):
    found = actors("Le Kazakhstan, qui accueillera le sommet, a invité ses voisins.")
    assert named(found, "qui") == ["Kazakhstan"]


def test_ce_dernier(actors):
    found = actors("Paul Aubrac a reçu Marco Belli. Ce dernier a promis une aide.")
    assert ("Ce dernier", "Marco Belli") in found


def test_the_speaker_after_a_quotation(actors):
    found = actors("« Nous aiderons », a déclaré Paul Aubrac. Il a ajouté un mot.")
    assert named(found, "il") == ["Paul Aubrac"]


def test_a_body_without_a_name_is_in_view(actors):
    found = actors(
        "Marie Duval préside Normalait. La coopérative a voté une hausse ; elle versera une prime."
    )
    assert "Marie Duval" not in named(found, "elle")


def test_the_noun_beside_a_body_gives_its_gender(actors):
    found = actors("L'association Ponts a lu le rapport. Elle a demandé une nouvelle étude.")
    assert named(found, "elle") == ["Ponts"]
