"""Two spellings and two lengths of one actor's name agree, two actors' names do not."""

import pytest

from dires.evaluation import same_name


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Kassym-Jomart Tokaïev", "Tokayev"),
        ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokaïev"),
        ("Sergueï Choïgou", "Serguey Choygou"),
        ("Emmanuel Macron", "le président Macron"),
        ("l’Union européenne", "UNION EUROPEENNE"),
        ("Commission européenne", "la Commission européenne"),
        ("Vaï\u0308", "vai"),
        (["Chine", "Pékin"], "la Chine"),
    ],
)
def test_same_actor(gold, predicted):
    assert same_name(gold, predicted)
    if isinstance(gold, str):
        assert same_name(predicted, gold)


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Kazakhstan", "Ouzbékistan"),
        ("Emmanuel Macron", "Brigitte Macron"),
        ("Commission européenne", "Union européenne"),
        ("le président", "la présidence"),
        ("Kazakhstan", "le"),
        ("Kazakhstan", None),
        (None, "Kazakhstan"),
        ([], "Kazakhstan"),
    ],
)
def test_other_actor(gold, predicted):
    assert not same_name(gold, predicted)
