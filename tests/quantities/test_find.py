"""What is reported for a quantity: value, unit, range, modifier, and its exact span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.quantities import Quantity, find


def only(text: str) -> Quantity:
    found = find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "dimension"),
    [
        ("Elle a créé 80 ateliers.", "80 ateliers", 80, "atelier", "count"),
        ("Le taux est de 30% ce soir.", "30%", 30, "percent", "ratio"),
        ("Le taux est de 0,75 % ce soir.", "0,75 %", 0.75, "percent", "ratio"),
        ("Vingt pour cent des élèves", "Vingt pour cent", 20, "percent", "ratio"),
        ("limité à 1,5 degré Celsius", "1,5 degré Celsius", 1.5, "degC", "temperature"),
        ("un réchauffement de 2 degrés", "2 degrés", 2, "degC", "temperature"),
        ("un angle de 30 degrés", "30 degrés", 30, "deg", "angle"),
        ("il fait −5 °C", "−5 °C", -5, "degC", "temperature"),
        (
            "il fait moins dix degrés Celsius",
            "moins dix degrés Celsius",
            -10,
            "degC",
            "temperature",
        ),
        ("une aide de 3 000 €", "3 000 €", 3000, "EUR", "money"),
        ("une aide de 470 Md€", "470 Md€", 470_000_000_000, "EUR", "money"),
        ("une aide de 2,5 M€", "2,5 M€", 2_500_000, "EUR", "money"),
        ("une aide de $10k", "$10k", 10_000, "USD", "money"),
        ("un fonds de 12 millions de tenges", "12 millions de tenges", 12_000_000, "KZT", "money"),
        ("un prix de 600 FCFA", "600 FCFA", 600, "XOF", "money"),
        ("1,68 milliard de dollars", "1,68 milliard de dollars", 1_680_000_000, "USD", "money"),
        ("trois milliards quatre cent millions d'euros", None, 3_400_000_000, "EUR", "money"),
        ("un parc de 12 GW", "12 GW", 12, "GW", "power"),
        ("10 millions de kilomètres carrés", None, 10_000_000, "km2", "area"),
        ("un vent de 120 km/h", "120 km/h", 120, "km/h", "speed"),
        ("deux millions et demi d'habitants", None, 2_500_000, "habitant", "count"),
        ("une hausse de 2 points de pourcentage", "2 points de pourcentage", 2, "point", "ratio"),
        ("trois élèves sur quatre", "trois élèves sur quatre", 0.75, "élève", "ratio"),
        ("une femme sur huit", "une femme sur huit", 0.125, "femme", "ratio"),
        ("les deux tiers du budget", "deux tiers", 2 / 3, "fraction", "ratio"),
        ("la moitié des élèves", "la moitié", 0.5, "fraction", "ratio"),
        ("le double de la somme", "le double", 2, "fois", "ratio"),
        ("un parc multiplié par dix", "dix", 10, "fois", "count"),
        ("elle a voté quatre fois", "quatre fois", 4, "fois", "count"),
        ("quatre nouveaux grands hôpitaux", None, 4, "hôpital", "count"),
        ("plantés par trois de nos voisins", "trois de nos voisins", 3, "voisin", "count"),
        ("12 États membres", "12 États membres", 12, "État membre", "count"),
        ("20 demandeurs d'emploi", "20 demandeurs d'emploi", 20, "demandeur d'emploi", "count"),
        ("une femme âgée de 29 ans", "29 ans", 29, "an", "age"),
    ],
)
def test_value_unit_and_span(
    text: str, span: str | None, value: float, unit: str, dimension: str
) -> None:
    found = only(text)
    assert found.text == (text if span is None else span)
    assert found.value == pytest.approx(value)
    assert (found.unit, found.dimension) == (unit, dimension)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("entre 10 et 15 %", 10, 15, "percent"),
        ("un coût de 20 à 30 millions d'euros", 20_000_000, 30_000_000, "EUR"),
        ("10-15 personnes", 10, 15, "personne"),
        ("une amende de 2500 $ à 25 000 $", 2500, 25_000, "USD"),
        ("entre 1,7 et 2 millions de votants", 1_700_000, 2_000_000, "votant"),
        ("trois ou quatre villages", 3, 4, "village"),
        ("une hausse de 8 à 10 %", 8, 10, "percent"),
    ],
)
def test_a_range_has_both_bounds_and_the_lower_one_as_its_value(
    text: str, low: float, high: float, unit: str
) -> None:
    found = only(text)
    assert (found.low, found.high, found.value, found.unit) == (low, high, low, unit)


def test_a_change_is_two_quantities_and_no_range() -> None:
    found = find("Le taux passe de 10,2 à 10,3 %.")
    assert [(q.value, q.unit, q.low) for q in found] == [
        (10.2, "percent", None),
        (10.3, "percent", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 et 6 % des voix", [(18, "percent"), (6, "percent")]),
        ("22 des 27 pays", [(22, "pays"), (27, "pays")]),
        ("302 voix pour et 225 contre", [(302, "voix"), (225, "voix")]),
        ("46 passagers, dont 12 sont blessés", [(46, "passager"), (12, "passager")]),
        ("Sur 100 élèves, 64 ont répondu", [(100, "élève"), (64, "élève")]),
        ("2 000 salariés sur 12 000", [(2000, "salarié"), (12_000, "salarié")]),
        ("5 milliards d'euros, contre 4 milliards", [(5e9, "EUR"), (4e9, "EUR")]),
    ],
)
def test_a_unit_said_once_serves_the_numbers_around_it(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert [(q.value, q.unit) for q in find(text)] == expected


def test_a_share_does_not_lend_its_unit_to_a_large_count() -> None:
    found = find("La part atteint 30 % et le total 25 500.")
    assert [(q.value, q.unit) for q in found] == [(30, "percent"), (25_500, None)]


@pytest.mark.parametrize(
    "text",
    [
        "près de\u00a0600\u202fmilliards de\u00a0dollars américains",
        "près de 600\nmilliards de dollars",
    ],
)
def test_spaces_of_any_kind_and_line_breaks_stand_inside_a_quantity(text: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.text) == (600_000_000_000, "USD", text)


def test_a_counted_noun_does_not_stand_in_the_next_paragraph() -> None:
    assert [q.unit for q in find("Une hausse de 12 700\n\nvilles et villages")] == [None]


def test_a_long_row_of_digits_is_a_code() -> None:
    assert find("Le code " + "1234567890" * 600 + " arbres") == []


def test_words_glued_to_the_digits_are_read_apart() -> None:
    assert [q.text for q in find("de150 ateliers puis 150ateliers")] == [
        "150 ateliers",
        "150ateliers",
    ]


def test_nothing_is_looked_for_in_excluded_spans() -> None:
    text = "En 20 jours, 30 voisins et 40 amis."
    start = text.index("30 voisins")
    found = find(text, exclude=[(start, start + len("30 voisins")), (3, 11)])
    assert [q.text for q in found] == ["40 amis"]


def test_a_quantity_does_not_reach_into_an_excluded_span() -> None:
    text = "Il y en a 30 mai compris."
    start = text.index("mai")
    assert all(q.end <= start for q in find(text, exclude=[(start, start + 3)]))


def test_parts_of_speech_decide_what_is_counted() -> None:
    text = "Les 30 000 recrutés, deux permis refusés"
    verb = {text.index("recrutés"): "VERB"}
    assert find(text)[0].unit == "recruté"
    assert find(text, parts_of_speech=verb)[0].unit is None


PARTS = """
12|3 000| %| €|-| à | et | de |deux| millions| d'euros|\n| entre |\u202f| pays|’| sur |dix|,|.
 près de |une |vingtaine|(|)|2021| mai| ans|İ|5e| demi|°|km|$|moitié| dont |plus de |trois |tiers
"""
SNIPPETS = st.lists(st.sampled_from(PARTS.strip("\n").replace(".\n", ".|").split("|")), max_size=14)


@given(SNIPPETS.map("".join) | st.text(max_size=60))
def test_spans_are_ordered_apart_and_quote_the_text(text: str) -> None:
    found = find(text)
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value is not None
        end = quantity.end


@given(SNIPPETS.map("".join))
def test_no_break_spaces_change_no_value(text: str) -> None:
    plain = [(q.start, q.end, q.value, q.unit) for q in find(text)]
    assert plain == [(q.start, q.end, q.value, q.unit) for q in find(text.replace(" ", "\u00a0"))]


def test_a_sign_serves_one_number() -> None:
    assert [q.text for q in find("12 €12")] == ["12 €"]
