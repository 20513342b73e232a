"""The forms of reporting verbs, generated and listed."""

import pytest

from dires.quotations import verbs


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("rappelle", "rappeler"), ("rappelait", "rappeler"), ("martèle", "marteler"),
        ("annonçait", "annoncer"), ("jugea", "juger"), ("révèle", "révéler"),
        ("révélera", "révéler"), ("espère", "espérer"), ("observe", "observer"),
        ("relèvera", "relever"), ("renchérit", "renchérir"), ("reconnaît", "reconnaître"),
        ("soutient", "soutenir"), ("fait savoir", "faire savoir"), ("déclaré", "déclarer"),
    ],
)  # fmt: skip
def test_forms(form, lemma):
    assert verbs.forms()[form][0] == lemma


@pytest.mark.parametrize("form", ["obsèrve", "regrète", "témoigné-", "annoncait"])
def test_no_wrong_forms(form):
    assert form not in verbs.forms()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle a encore déclaré cela", ["a encore déclaré"]),
        ("Elle lui a répondu", ["lui a répondu"]),
        ("Elle s'est exclamée", ["s'est exclamée"]),
        ("Elle s'exclame", ["s'exclame"]),
        ("Elle n'a pas répondu", []),
        ("La note du maire, une annonce", []),
        ("Il se dit prêt", []),
        ("Le plan annoncé hier", []),
        ("Ils ont fait savoir", ["ont fait savoir"]),
    ],
)
def test_groups(text, expected):
    assert [text[v.start : v.end] for v in verbs.find(text, 0, len(text))] == expected
