"""Who is asked, and of whom something is approved."""

import pytest

import dires
from dires import layers


@pytest.fixture(scope="module")
def addressees():
    nlp = dires.load("fast")

    def find(text):
        statements = layers.read(nlp(text), "statements")
        return [s.addressee.name for s in statements if s.addressee is not None]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a exhorté la Commission européenne à agir.", "Commission européenne"),
        ("Marie Dubois souhaite que la Suisse ouvre la ligne.", "Suisse"),
        ("Le Kenya a salué l'initiative du Maroc.", "Maroc"),
        ("La ministre a salué le courage des pompiers.", "pompiers"),
        ("Le Kenya se félicite des efforts déployés par l'Unicef.", "Unicef"),
        ("Le syndicat incite la commune à vacciner.", "commune"),
        ("Les éleveurs sont invités à vacciner leurs bêtes.", "éleveurs"),
        ("Le maire Paul Ogier estime que les armateurs devront payer.", "armateurs"),
        ("L'Ouzbékistan négocie. Astana salue l'offre de Tachkent.", "Ouzbékistan"),
    ],
)
def test_addressee(addressees, text, expected):
    assert addressees(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le préfet invite, au nom de tous, les bergers à descendre.", "bergers"),
        ("La maire a demandé, une fois de plus, aux ménages de trier.", "ménages"),
        ("Le syndicat exige des banques un taux unique.", "banques"),
        ("Le Conseil ENGAGE les États membres à ratifier la convention.", "États membres"),
    ],
)
def test_complement_of_the_cue(addressees, text, expected):
    assert expected in addressees(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aux communes, la ministre demande de planter des haies.", "communes"),
        ("Les ouvriers, que la mairie appelle à reprendre le travail, hésitent.", "ouvriers"),
        ("Les pêcheurs ont refusé. Le préfet leur a demandé de rentrer au port.", "pêcheurs"),
        ("Paul Ogier a quitté la mairie. La ministre salue son courage.", "Paul Ogier"),
        ("Léa Morin a gagné la course. Le maire l'a félicitée.", "Léa Morin"),
    ],
)
def test_somebody_named_before_the_cue(addressees, text, expected):
    assert addressees(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire souhaite que les gardes cessent de fumer.", "gardes"),
        ("Anne Dubois demande que le pont soit rouvert par la Ville.", "Ville"),
        ("Le Kenya se réjouit que la Suède ait signé.", "Suède"),
    ],
)
def test_who_is_to_act(addressees, text, expected):
    assert addressees(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La maire a félicité les bateliers pour leur patience.", "bateliers"),
        ("Le Kenya exprime sa solidarité avec la Norvège.", "Norvège"),
        ("Le Kenya a salué l'initiative norvégienne.", "Norvège"),
    ],
)
def test_who_is_praised(addressees, text, expected):
    assert addressees(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le syndicat réclame 200 euros par mois.",
        "La ministre propose au contraire de fermer le port.",
        "Le maire souhaite que le tarif soit gelé.",
        "Le maire se félicite de l'ouverture d'un guichet à Bienne.",
    ],
)
def test_nobody_is_addressed(addressees, text):
    assert addressees(text) == []


def test_a_date_is_not_asked_for_anything(addressees):
    found = addressees("La ministre propose lundi soir une réunion aux riverains.")
    assert not any("soir" in name for name in found)
