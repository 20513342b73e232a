"""Who is asked, and of whom something is approved."""

import pytest

import dires
from dires import layers


@pytest.fixture(scope="module")
def addressees():
    nlp = dires.load()

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
        ("L'Ouzbékistan négocie. Astana salue l'offre de Tachkent.", "Ouzbékistan"),
    ],
)
def test_addressee(addressees, text, expected):
    assert addressees(text) == [expected]


def test_a_date_is_not_asked_for_anything(addressees):
    found = addressees("La ministre propose lundi soir une réunion aux riverains.")
    assert not any("soir" in name for name in found)
