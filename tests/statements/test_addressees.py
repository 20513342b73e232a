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


def test_a_date_is_not_asked_for_anything(addressees):
    found = addressees("La ministre propose lundi soir une réunion aux riverains.")
    assert not any("soir" in name for name in found)
