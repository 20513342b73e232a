"""The singular of a French noun.

Rules by ending, with the exceptions in ``singular.toml``. Case is kept.
"""

from __future__ import annotations

from functools import cache

from dires.resources import read_toml


@cache
def _exceptions() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    data = read_toml(__package__, "singular.toml")
    groups = {name: frozenset(words.split()) for name, words in data["groups"].items()}
    return data["irregular"], groups


def singular(noun: str) -> str:
    """The singular of `noun`: ``journaux`` → ``journal``, ``pays`` → ``pays``.

    A word already in the singular comes back unchanged, as far as its form tells. Compounds are
    read part by part (``chefs-lieux`` → ``chef-lieu``).
    """
    irregular, groups = _exceptions()
    lowered = noun.lower()
    if lowered in irregular:
        return _like(noun, irregular[lowered])
    if lowered in groups["invariable"] or (noun.isupper() and len(noun) > 1):
        return noun
    if "-" in noun:
        return "-".join(
            part if part.lower() in groups["prefixes"] else singular(part)
            for part in noun.split("-")
        )
    if lowered.endswith("x"):
        return _without_x(noun, lowered)
    if lowered.endswith("s") and len(noun) > 2:
        return _without_s(noun, lowered)
    return noun


def _without_x(noun: str, lowered: str) -> str:
    _, groups = _exceptions()
    if lowered.endswith("eaux") or lowered[:-1] in groups["eu_au_ou"]:
        return noun[:-1]
    if lowered.endswith("aux") and len(noun) > 4:
        return noun[:-2] + "l"
    return noun


def _without_s(noun: str, lowered: str) -> str:
    _, groups = _exceptions()
    if lowered.endswith(("ss", "ès")):
        return noun
    if lowered.endswith(("ais", "ois")) and lowered[:-1] not in groups["ai_oi"]:
        return noun
    return noun[:-1]


def _like(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[0].isupper() else word
