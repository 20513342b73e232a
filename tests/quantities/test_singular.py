"""The counted noun is given in the singular."""

import pytest

from dires.quantities.singular import singular

PAIRS = """
événements événement|journaux journal|pays pays|voix voix|fois fois|hôpitaux hôpital
travaux travail|eaux eau|bureaux bureau|jeux jeu|vœux vœu|cheveux cheveu|bijoux bijou
religieux religieux|époux époux|emplois emploi|lois loi|villageois villageois|essais essai
Français Français|Anglais Anglais|accords accord|procès procès|succès succès|décès décès
corps corps|temps temps|parcours parcours|cours cours|bras bras|repas repas|cas cas
élus élu|individus individu|bus bus|campus campus|abus abus|virus virus|partis parti|défis défi
avis avis|permis permis|taxis taxi|yeux œil|messieurs monsieur|gaz gaz|prix prix|choix choix
chefs-lieux chef-lieu|stations-service station-service|sous-marins sous-marin
vice-présidents vice-président|arcs-en-ciel arc-en-ciel|femmes femme|clés clé|PME PME
Européens Européen|tuyaux tuyau|baux bail|médias média|choses chose|gros gros|fonds fonds
"""


@pytest.mark.parametrize("pair", [p for p in PAIRS.replace("\n", "|").split("|") if p])
def test_singular(pair: str) -> None:
    plural, expected = pair.split()
    assert singular(plural) == expected


@pytest.mark.parametrize("pair", [p for p in PAIRS.replace("\n", "|").split("|") if p])
def test_a_singular_stays_as_it_is(pair: str) -> None:
    once = pair.split()[1]
    assert singular(once) == once
