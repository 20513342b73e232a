"""Every spelling of a number is read as its value, to its last word."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from dires.quantities import numbers

SMALL = """
zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
""".split()  # noqa: SIM905
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def spell(n: int) -> str:
    """`n` below a million in French words, as in France."""
    if n < 17:
        return SMALL[n]
    if n < 20:
        return f"dix-{SMALL[n - 10]}"
    if n < 100:
        tens, rest = divmod(n, 10)
        if tens in (7, 9):
            tens, rest = tens - 1, rest + 10
        if rest == 0:
            return TENS[tens] + ("s" if tens == 8 else "")
        joint = " et " if rest in (1, 11) and tens != 8 else "-"
        return f"{TENS[tens]}{joint}{spell(rest)}"
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{SMALL[hundreds]} cent"
        return f"{head} {spell(rest)}" if rest else head
    thousands, rest = divmod(n, 1000)
    head = "mille" if thousands == 1 else f"{spell(thousands)} mille"
    return f"{head} {spell(rest)}" if rest else head


@given(st.integers(min_value=2, max_value=999_999))
def test_words_are_read_back(n: int) -> None:
    words = spell(n)
    number = numbers.read(words, 0)
    assert number is not None
    assert (number.value, number.end) == (n, len(words))
    assert text2num(words, "fr") == n


@given(st.integers(min_value=2, max_value=999_999))
def test_the_spelling_of_1990_means_the_same(n: int) -> None:
    words = spell(n).replace(" ", "-")
    number = numbers.read(words, 0)
    assert number is not None
    assert (number.value, number.end) == (n, len(words))


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([" ", "  ", ".", "'"]))
def test_grouped_digits_are_read_back(n: int, separator: str) -> None:
    digits = f"{n:,}".replace(",", separator)
    number = numbers.read(digits, 0)
    assert number is not None
    assert (number.value, number.end) == (n, len(digits))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("septante-cinq", 75),
        ("huitante et un", 81),
        ("nonante-neuf", 99),
        ("quatre-vingts", 80),
        ("deux cents", 200),
        ("deux mille", 2000),
        ("deux millions et demi", 2_500_000),
        ("un million deux cent mille", 1_200_000),
        ("3 milliards 400 millions", 3_400_000_000),
        ("un demi-million", 500_000),
        ("une demi-douzaine", 6),
        ("deux douzaines", 24),
        ("mille milliards", 10**12),
        ("290 mille", 290_000),
        ("une vingtaine", 20),
        ("une bonne centaine", 100),
        ("un millier", 1000),
        ("dizaines de milliers", 10_000),
        ("trois quarts", "0.75"),
        ("un tiers", Decimal(1) / 3),
        ("la moitié", "0.5"),
        ("deux virgule cinq", "2.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0.125", "0.125"),
        ("1.068,50", "1068.5"),
    ],
)
def test_forms_of_numbers(text: str, value: int | str | Decimal) -> None:
    number = numbers.read(text, 0)
    assert number is not None
    assert (number.value, number.end) == (Decimal(value), len(text))


@pytest.mark.parametrize(
    ("text", "end"),
    [("deux et trois", 4), ("vingt deux cents", 10), ("12 3456", 2), ("dix vingt", 3)],
)
def test_two_numbers_are_not_read_as_one(text: str, end: int) -> None:
    number = numbers.read(text, 0)
    assert number is not None
    assert number.end == end


def test_articles_start_no_number() -> None:
    assert list(numbers.scan("un chat et une souris, l'un et l'autre")) == []


@pytest.mark.parametrize("text", ["un million", "un tiers", "un kilomètre", "une vingtaine"])
def test_un_before_a_number_noun_or_a_unit_starts_one(text: str) -> None:
    assert next(numbers.scan(text)) == 0
