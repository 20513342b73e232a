"""`find` reports true offsets, never uses today's date, and gives values that can be compared."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dires.dates import Date, find

WORDS = st.sampled_from(
    [
        "le",
        "la",
        "l’",
        "du",
        "au",
        "en",
        "d’ici",
        "fin",
        "début",
        "mi-",
        "il",
        "y",
        "a",
        "dans",
        "3",
        "4",
        "15",
        "31",
        "29",
        "2024",
        "1990",
        "98",
        "lundi",
        "mardi",
        "mars",
        "juin",
        "août",
        "été",
        "semaine",
        "mois",
        "an",
        "ans",
        "année",
        "dernier",
        "dernière",
        "prochain",
        "premier",
        "deux",
        "trois",
        "vingt",
        "et",
        "à",
        ",",
        "-",
        "/",
        "jusqu’",
        "avant",
        "depuis",
        "entre",
        "de",
        "des",
        "hier",
        "demain",
        "soir",
        "matin",
        "14h30",
        "heures",
        "siècle",
        "XXIe",
        "trimestre",
        "semestre",
        "chaque",
        "tous",
        "les",
        "années",
        "15/03/2024",
        "2024-02-30",
        "Pâques\n",
        "\xa0",
        ".",
        "mot",
    ]
)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
TIMEX = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|PT?[\dX].*|T\w\w(:.*)?"
    r"|[\dX]{1,4}(-[\dXWQHSUPFAIE]+)*(T[\w:+-]+)?"
)


def only(text: str, published: date | str | None = None) -> Date:
    dates = find(text, published=published)
    assert len(dates) == 1, dates
    return dates[0]


@given(st.lists(WORDS, max_size=25).map(" ".join), st.none() | DAYS)
def test_any_mixture_gives_spans_in_order_with_readable_values(
    text: str, published: date | None
) -> None:
    dates = find(text, published=published)
    end = 0
    for found in dates:
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.rule
        assert all(TIMEX.fullmatch(part) for part in found.value.split("/")), found
        if found.earliest is not None and "/" not in found.value:
            assert found.latest is not None
            assert date.fromisoformat(found.earliest) <= date.fromisoformat(found.latest)
        end = found.end


@given(st.text(max_size=200), st.none() | DAYS)
def test_any_text_is_read(text: str, published: date | None) -> None:
    for found in find(text, published=published):
        assert found.text == text[found.start : found.end]


@pytest.mark.parametrize(
    ("plain", "typeset"),
    [
        ("d'ici à 2030", "d’ici à 2030"),
        ("le 15 mars 2024", "le 15\u00a0mars\u202f2024"),
        ("le 15 mars 2024", "le 15\nmars 2024"),
        ("le 15 mars 2024", "LE 15 MARS 2024"),
        ("le 4 février 2024", "LE 4 FEVRIER 2024"),
        ("de 2021-2027", "de 2021–2027"),
        ("il y a trois ans", "Il y a  trois ans"),
    ],
)
def test_typography_does_not_matter(plain: str, typeset: str) -> None:
    assert only(typeset, "2024-07-04").value == only(plain, "2024-07-04").value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("en octobre", "XXXX-10"),
        ("le 3 mai", "XXXX-05-03"),
        ("mardi", "XXXX-WXX-2"),
        ("l'an dernier", "XXXX"),
        ("la semaine prochaine", "XXXX-WXX"),
        ("hier soir", "XXXX-XX-XXTEV"),
        ("dans deux ans", "XXXX"),
        ("à 14h30", "T14:30"),
        ("en 2026", "2026"),
    ],
)
def test_without_publication_only_what_is_known(text: str, value: str) -> None:
    found = only(text)
    assert found.value == value
    if "X" in value:
        assert found.earliest is None
        assert found.latest is None


def test_publication_may_be_a_date_or_a_string() -> None:
    assert find("hier", published=date(2024, 3, 1)) == find("hier", published="2024-03-01")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dans deux heures", "2024-12-31T23:59"),
        ("il y a 30 minutes", "2024-12-31T21:29"),
        ("dans 24 heures", "2025-01-01T21:59"),
        ("dans 5 secondes", "2024-12-31T21:59:05"),
    ],
)
def test_with_the_hour_of_publication_hours_are_counted(text: str, value: str) -> None:
    assert only(text, datetime(2024, 12, 31, 21, 59)).value == value
    assert only(text, "2024-12-31T21:59:00+01:00").value == value
    assert only(text, date(2024, 12, 31)).value in ("FUTURE_REF", "PAST_REF")


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("mardi", "2024-07-02", "2024-07-09"),
        ("le 3", "2024-07-03", "2024-08-03"),
        ("en mai", "2024-05", "2025-05"),
        ("jeudi 15", "2024-02-15", "2024-08-15"),
    ],
)
def test_where_nothing_tells_the_caller_may(text: str, past: str, future: str) -> None:
    assert find(text, published="2024-07-04", prefer="past")[0].value == past
    assert find(text, published="2024-07-04", prefer="future")[0].value == future


def test_a_publication_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO date"):
        find("hier", published="mars 2024")


def test_the_article_carries_relative_dates() -> None:
    text = (
        "Le gouvernement a démissionné le 27 février 2024. Deux jours plus tard, un nouveau "
        "cabinet était formé. Le lendemain, il prêtait serment."
    )
    assert [found.value for found in find(text, published="2024-07-04")] == [
        "2024-02-27",
        "2024-02-29",
        "2024-03-01",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le train part à 6 h 20.", "2024-07-04T06:20"),
        ("Au fournil\n\nLe boulanger se lève à 4 h 30.", "T04:30"),
        ("Grève\n\n14 h 10 Le trafic reprend.", "2024-07-04T14:10"),
        ("Grève\n\nReprise vendredi. Le premier train part à 6 h 20.", "2024-07-04T06:20"),
    ],
)
def test_an_hour_has_a_day_where_the_article_has_one(text: str, value: str) -> None:
    *_, last = find(text, published="2024-07-04")
    assert last.value == value


def test_la_veille_of_the_past_is_not_counted_from_what_is_to_come() -> None:
    text = "Le sommet aura lieu le 9 août 2024. La ministre a été entendue la veille."
    *_, last = find(text, published="2024-07-04")
    assert last.value == "2024-07-03"


def test_bounds_cover_the_period() -> None:
    found = only("d'ici fin février 2024")
    assert (found.earliest, found.latest) == ("2024-02-01", "2024-02-29")
    assert (found.modifier, found.type) == ("before", "DATE")


def test_import_is_light() -> None:
    code = "import sys, dires.dates; sys.exit(any(m in sys.modules for m in ('spacy', 'babel')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
