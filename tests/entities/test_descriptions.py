"""Descriptions mean the actors whose roles the article gives."""


def test_a_function_beside_the_name(actors):
    found = actors("Le secrétaire général de l'ONU, Antonio Guterres, est arrivé à Astana.")
    assert ("Le secrétaire général de l'ONU", "Antonio Guterres") in found


def test_a_role_is_remembered(actors):
    found = actors(
        "Kassym-Jomart Tokaïev, le président du Kazakhstan, a ouvert le sommet."
        " Le président kazakh a salué les invités."
    )
    assert ("Le président kazakh", "Kassym-Jomart Tokaïev") in found


def test_the_role_tells_two_people_apart(actors):
    found = actors(
        "Le président français, Paul Aubrac, a reçu le président italien, Marco Belli."
        " Le président italien a remercié ses hôtes. Le président français a souri."
    )
    assert ("Le président italien", "Marco Belli") in found
    assert ("Le président français", "Paul Aubrac") in found


def test_the_head_of_state_is_the_president(actors):
    found = actors(
        "Le président Paul Aubrac s'est exprimé. Le chef de l'État a promis une réforme."
    )
    assert ("Le chef de l'État", "Paul Aubrac") in found


def test_a_description_known_to_mean_nobody_named_stands_for_itself(actors):
    found = actors("Le premier ministre belge a promis une réforme.")
    assert ("Le premier ministre belge", "premier ministre belge") in found


def test_the_country_last_spoken_of(actors):
    found = actors("Le Kazakhstan prépare sa transition. Le pays accueillera un sommet.")
    assert ("Le pays", "Kazakhstan") in found


def test_countries_named_together(actors):
    found = actors("La France et l'Allemagne ont signé. Les deux pays coopéreront.")
    assert ("France et l'Allemagne", "France et Allemagne") in found
    assert ("Les deux pays", "France et Allemagne") in found


def test_a_body_by_the_noun_of_its_name(actors):
    found = actors(
        "L'Organisation des États turciques s'est réunie. L'organisation ouvrira un bureau."
    )
    assert ("L'organisation", "Organisation des États turciques") in found


def test_two_capitals_are_two_countries(actors):
    found = actors("Bakou et Erevan ont signé la paix. Les deux pays s'y engagent.")
    assert ("Les deux pays", "Bakou et Erevan") in found


def test_a_loose_description_needs_the_right_country(actors):
    found = actors(
        "Le vice-ministre des Affaires étrangères du Kazakhstan, Roman Vassilenko, a parlé."
        " Le diplomate kazakh a souligné les progrès."
    )
    assert ("Le diplomate kazakh", "Roman Vassilenko") in found


def test_somebody_else_s_director_is_not_the_director(actors):
    found = actors(
        "Le directeur du musée, Paul Aubrac, est absent. La banque attend, selon son directeur."
    )
    assert dict(found)["son directeur"] == "directeur"


def test_titles_of_courtesy_stand_between_role_and_name(actors):
    found = actors(
        "Le chef de l'État, Son Excellence, Monsieur Paul Aubrac a présidé la réunion."
        " Le Président de la République a remercié les ministres."
    )
    assert ("Le Président de la République", "Paul Aubrac") in found


def test_a_subject_after_a_comma_is_no_apposition(actors):
    found = actors("À propos de Marie Dubois, le maire de Nantes a gardé le silence.")
    assert ("le maire de Nantes", "Marie Dubois") not in found


def test_somebody_with_a_fuller_description_is_somebody_else(actors):
    found = actors(
        "Le président de la République a reçu le président de la République de Turquie,"
        " Recep Aslan. Le président a salué son hôte."
    )
    assert ("Le président de la République", "Recep Aslan") not in found
    assert ("Le président", "Recep Aslan") not in found


def test_complements_between_the_role_and_the_name(actors):
    found = actors(
        "Le directeur du port pour les affaires sociales, Paul Aubrac, a démissionné."
        " Le directeur a remercié ses équipes."
    )
    assert ("Le directeur", "Paul Aubrac") in found


def test_a_verb_ends_the_reach_of_a_role(actors):
    found = actors("Le préfet a reçu à Nantes, Paul Aubrac, un pêcheur.")
    assert ("Le préfet", "Paul Aubrac") not in found


def test_a_nation_between_the_role_and_the_name(actors):
    found = actors("La présidente du jury, la Finlandaise Maria Lehto, a promis un vote.")
    assert ("La présidente du jury", "Maria Lehto") in found


def test_a_title_and_a_bare_name_take_up_the_office_before(actors):
    found = actors(
        "Le préfet a ouvert la séance. Une heure plus tard, M. Aubrac a promis une digue."
        " Le préfet a ensuite répondu aux élus."
    )
    assert [name for text, name in found if text == "Le préfet"] == ["Aubrac", "Aubrac"]


def test_an_office_that_somebody_else_has_is_not_taken_up(actors):
    found = actors(
        "Le préfet Marc Belli a ouvert la séance. Une heure plus tard, M. Aubrac a protesté."
        " Le préfet a promis une digue."
    )
    assert found[-1] == ("Le préfet", "Marc Belli")


def test_two_people_of_one_role(actors):
    found = actors(
        "Le président français, Paul Aubrac, a reçu le président italien, Marco Belli."
        " Les deux présidents ont signé un accord."
    )
    assert ("Les deux présidents", "Paul Aubrac et Marco Belli") in found


def test_the_high_representative_is_no_commissioner(actors):
    found = actors(
        "Le commissaire à l'Eau, Paul Aubrac, a parlé. Le haut représentant a appelé au calme."
    )
    assert ("Le haut représentant", "Paul Aubrac") not in found
