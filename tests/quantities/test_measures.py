"""The unit and currency lexicons agree with pint and CLDR, and are read after a number."""

import csv
from importlib import resources

import pint
import pytest
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from dires.quantities import find, measures

UNITS = list(
    csv.DictReader(
        resources.files("dires.quantities").joinpath("units.csv").read_text("utf-8").splitlines()
    )
)
CURRENCIES = list(
    csv.DictReader(
        resources.files("dires.quantities")
        .joinpath("currencies.csv")
        .read_text("utf-8")
        .splitlines()
    )
)
DIMENSIONS = {
    "length": "meter",
    "area": "meter**2",
    "volume": "meter**3",
    "mass": "gram",
    "power": "watt",
    "energy": "joule",
    "speed": "meter/second",
    "temperature": "kelvin",
    "angle": "degree",
    "pressure": "pascal",
    "voltage": "volt",
    "current": "ampere",
    "frequency": "hertz",
    "information": "bit",
    "bandwidth": "bit/second",
    "radioactivity": "becquerel",
    "radiation dose": "sievert",
    "ratio": "percent",
}
# CLDR names that are everyday words, or names of money out of use that share a living one's.
NOT_READ = {"sol", "sols", "sum"}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize("row", [r for r in UNITS if r["pint"]], ids=lambda r: r["symbol"])
def test_dimensions_agree_with_pint(row: dict[str, str], registry: pint.UnitRegistry) -> None:
    if row["dimension"] == "sound level":
        assert registry.Unit(row["pint"]).dimensionless
        return
    unit = registry.Unit(row["pint"])
    assert unit.dimensionality == registry.Unit(DIMENSIONS[row["dimension"]]).dimensionality


@pytest.mark.parametrize("row", UNITS, ids=lambda r: r["symbol"])
def test_every_form_of_a_unit_is_read(row: dict[str, str]) -> None:
    for form in filter(None, row["names"].split("|") + row["symbols"].split("|")):
        text = f"7 {form}"
        found = measures.read(text, text.lower(), 1, after_noun=False)
        assert found is not None, form
        assert (found.unit, found.end) == (row["symbol"], len(text)), form


def living_currencies() -> list[tuple[str, str]]:
    """Code and French plural name of every currency in use, as far as CLDR has a name."""
    territories = get_global("territory_currencies")
    codes = sorted({code for place in territories for code in get_territory_currencies(place)})
    named = [(code, get_currency_name(code, count=2, locale="fr")) for code in codes]
    return [
        (code, name.replace("’", "'").lower().split(" (")[0])
        for code, name in named
        if name != code and name not in NOT_READ
    ]


@pytest.mark.parametrize(("code", "name"), living_currencies())
def test_every_living_currency_is_read_by_its_french_name(code: str, name: str) -> None:
    text = f"7 {name}"
    found = measures.read(text, text, 1, after_noun=False)
    assert found is not None
    shared = {"francs cfa": {"XOF", "XAF"}}
    assert found.unit in shared.get(name, {code})
    assert found.end == len(text)


def test_no_name_belongs_to_two_currencies() -> None:
    names = [
        name for row in CURRENCIES for name in (row["cldr"] + "|" + row["also"]).split("|") if name
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["5 mètre", "5 m'a dit", "5 the", "5 gens"])
def test_a_symbol_needs_its_own_end(text: str) -> None:
    assert [q.unit for q in find(text)] != ["t"]
    found = measures.read("5 m'a dit", "5 m'a dit", 1, after_noun=False)
    assert found is None
