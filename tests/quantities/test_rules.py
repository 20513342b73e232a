"""Every rule in the data files does what its example says."""

import pytest

from dires.quantities import false_positives, find, modifiers


@pytest.mark.parametrize("rule", false_positives.rules(), ids=lambda r: r.name)
def test_nothing_is_found_in_the_example_of_a_false_positive(
    rule: false_positives.FalsePositive,
) -> None:
    assert find(rule.example) == []


@pytest.mark.parametrize("rule", false_positives.rules(), ids=lambda r: r.name)
def test_the_pattern_of_a_false_positive_matches_its_example(
    rule: false_positives.FalsePositive,
) -> None:
    lowered = rule.example.lower()
    pattern = rule.after or rule.before
    assert pattern is not None
    assert any(
        pattern.match(lowered, i) if rule.after else pattern.search(lowered, 0, i)
        for i in range(len(lowered))
    )


@pytest.mark.parametrize("rule", modifiers.rules(), ids=lambda r: r["name"])
def test_the_example_of_a_modifier_has_its_meaning(rule: dict[str, str]) -> None:
    assert [q.modifier for q in find(rule["example"])] == [rule["name"]]


BEFORE = [(phrase, rule["name"]) for rule in modifiers.rules() for phrase in rule["before"]]
AFTER = [(phrase, rule["name"]) for rule in modifiers.rules() for phrase in rule["after"]]


@pytest.mark.parametrize(("phrase", "meaning"), BEFORE)
def test_a_modifier_before_the_number_is_in_the_span(phrase: str, meaning: str) -> None:
    found = find(f"On compte {phrase} 40 arbres ici.")
    assert [(q.text, q.modifier) for q in found] == [(f"{phrase} 40 arbres", meaning)]


@pytest.mark.parametrize(("phrase", "meaning"), AFTER)
def test_a_modifier_after_the_unit_is_in_the_span(phrase: str, meaning: str) -> None:
    found = find(f"On compte 40 arbres {phrase}.")
    assert [(q.text, q.modifier) for q in found] == [(f"40 arbres {phrase}", meaning)]


@pytest.mark.parametrize(
    ("text", "span", "value", "modifier"),
    [
        ("une vingtaine de raids", "une vingtaine de raids", 20, "approx"),
        ("face à des milliers de gens", "des milliers de gens", 1000, "more"),
        ("avec plusieurs dizaines de villes", "plusieurs dizaines de villes", 10, "more"),
        ("plus d'un million d'euros", "plus d'un million d'euros", 1_000_000, "more"),
        ("un peu moins de 12 sièges", "un peu moins de 12 sièges", 12, "less"),
        ("jusqu'à 10 000 €", "jusqu'à 10 000 €", 10_000, "less"),
    ],
)
def test_numbers_that_are_approximate_by_nature(
    text: str, span: str, value: int, modifier: str
) -> None:
    [found] = find(text)
    assert (found.text, found.value, found.modifier) == (span, value, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "Le G7, la COP29, l'A320, la 5G, le Covid-19 et la loi 2020-15",
        "Boeing 737, Apollo 11, France 24",
        "En 2019, puis depuis 2021, le plan 2022-2027",
        "à partir de 2006, jusqu'à 2030",
        "un chat, une souris, l'un des chats, tous les deux",
        "Le 3 mai 2020 à 14 h 30, le 12/05/2021, en mai 2021",
        "trois ans, dix jours, une dizaine de minutes, une demi-heure",
        "XXIe siècle, 24e édition, 5ème, 1er, 2nde",
        "Appelez le 01 23 45 67 89.",
        "les Vingt-Sept et les Quatre Vallées",
        "quoi de neuf, un pneu neuf",
    ],
)
def test_dates_names_and_articles_are_no_quantities(text: str) -> None:
    assert find(text) == []
