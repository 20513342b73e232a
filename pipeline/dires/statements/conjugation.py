"""Forms of the cue verbs, so that they are known where the tagger mistakes them.

Verbs in *-er* and the *finir* class are conjugated by rule, with the changes of stem that
spelling asks for; the others are listed in `irregular_verbs.toml`. Tenses: those of press prose
in the third person and of speeches in the first (Bescherelle, *La conjugaison pour tous*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from dires.resources import read_toml

_ER_ENDINGS: Final = (
    "e", "es", "ons", "ez", "ent", "ais", "ait", "aient", "é", "ée", "és", "ées", "ant", "èrent",
)  # fmt: skip
_FUTURE_ENDINGS: Final = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "aient")
_IR_ENDINGS: Final = (
    "is", "it", "issons", "issez", "issent", "issait", "issaient", "i", "ie", "ies", "issant",
    "irent",
)  # fmt: skip
_SILENT: Final = ("e", "es", "ent")


def forms(infinitive: str) -> Iterator[str]:
    """The forms of a regular verb in *-er* or of the *finir* class."""
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        yield from (_written(stem, ending) for ending in _ER_ENDINGS)
        yield from (f"{_open(stem)}er{ending}" for ending in _FUTURE_ENDINGS)
        yield from (f"{stem}er{ending}" for ending in _FUTURE_ENDINGS)
    elif infinitive.endswith("ir"):
        yield from (stem + ending for ending in _IR_ENDINGS)
        yield from (f"{infinitive}{ending}" for ending in _FUTURE_ENDINGS)


def _written(stem: str, ending: str) -> str:
    if ending in _SILENT:
        return _open(stem) + ending
    if ending[0] in "aoâ":
        if stem.endswith("g"):
            return stem + "e" + ending
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
    return stem + ending


def _open(stem: str) -> str:
    """The stem before a silent ending: *suggér-* → *suggèr-*, *appel-* → *appell-*."""
    if len(stem) > 2 and stem[-2] == "é":
        return stem[:-2] + "è" + stem[-1]
    if stem.endswith(("appel", "renouvel", "rappel")):
        return stem + "l"
    if len(stem) > 2 and stem[-2] == "e" and stem[-1] in "vnms":
        return stem[:-2] + "è" + stem[-1]
    return stem


@cache
def _known() -> Mapping[str, tuple[str, bool]]:
    from dires.statements.cues import rules_by_lemma

    irregular: dict[str, list[str]] = read_toml(__package__, "irregular_verbs.toml")
    known: dict[str, tuple[str, bool]] = {}
    for pos, infinitive in rules_by_lemma():
        if pos == "VERB" and infinitive not in irregular:
            for written in forms(infinitive):
                known[written] = (infinitive, infinitive.endswith("er") and _is_finite(written))
    for infinitive, listed in irregular.items():
        known.update(dict.fromkeys(listed, (infinitive, False)))
    return known


def _is_finite(written: str) -> bool:
    return not written.endswith(("é", "ée", "és", "ées", "ant"))


def infinitive_of(form: str) -> str | None:
    """The cue verb that `form` (folded, lower case) is a form of, or None."""
    return _known().get(form, (None, False))[0]


def is_finite_form(form: str) -> bool:
    """Whether `form` can only be a finite form of a regular cue verb."""
    return _known().get(form, (None, False))[1]
