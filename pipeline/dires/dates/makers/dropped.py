"""False positives: matched, so that nothing else takes their words, then dropped."""

from __future__ import annotations

from dires.dates.makers.words import Constants, Words, compiled
from dires.dates.meaning import Meaning, Nothing


def nothing(words: Words, constants: Constants) -> Meaning:
    """A false positive."""
    return Nothing()


_LENGTH_BEFORE = r"\b(?:en|dans|plus d'|moins d'|il y a|depuis|pendant|à|d') ?$"


_LENGTH_AFTER = r" (?:plus tard|plus tôt|avant|après|de plus|sur|par)\b"


def some_day(words: Words, constants: Constants) -> Meaning | None:
    """*un jour* as *some day*, unless the words around make it a length of time."""
    before = words.text[max(0, words.start - 8) : words.start]
    length = compiled(_LENGTH_BEFORE).search(before) or compiled(_LENGTH_AFTER).match(
        words.text, words.end
    )
    return None if length else Nothing()


def at_line_start(words: Words, constants: Constants) -> Meaning | None:
    """A false positive where it opens a line: the flourish of a headline, *Bientôt un pont*."""
    opens = words.start == 0 or words.text[words.start - 1] == "\n"
    return Nothing() if opens else None


_PERSON_BEFORE = (
    r"\b(?:une?|cet|cette|l'|le|la) ?(?:[\w'-]+ ){0,3}?"
    r"[\w'-]+(?:eur|euse|rice|ien|ienne|ier|ière|iste|ant|ante|ais|aise|ois|oise|ain|aine|and|ande|ère|dame)s?"
    r"(?: [\w'-]+| (?:de|du|des|d'|en) ?[\w'-]+)? $"
)
_LENGTH_OF = (
    r"\b(?:peine|prison|réclusion|durée|période|délai|contrat|plan|mandat|crédit|prêt|bail|expérience"
    r"|garantie|chantier|calendrier|dossier|moteur|retard|lien|soutien|moyenne|échéance|carrière"
    r"|guerre|absence|règne|gouvernement|programme|ancienneté|cycle|trêve|attente|interdiction)s?\b"
)
ADULTS = range(12, 106)


def age_of(words: Words, constants: Constants) -> Meaning | None:
    """*un chauffeur de 38 ans*: an age, where the noun before it is a person's."""
    number = words.all("NUMBER")[0]
    before = words.text[max(0, words.start - 60) : words.start]
    if number not in ADULTS or compiled(_LENGTH_OF).search(before):
        return None
    return Nothing() if compiled(_PERSON_BEFORE).search(before) else None


def age_group(words: Words, constants: Constants) -> Meaning | None:
    """*les 18 ans*, ages; *les 80 ans de la victoire* are a length of time."""
    turn = words.text.startswith("aux ", words.start) and not compiled(r"\d").search(words.written)
    if turn and words.ends:
        return None  # "revu aux cinq ans"
    passed = compiled(r" (?:de la |de l'|du |d'existence)").match(words.text, words.end)
    return None if passed and "person" not in words.values else Nothing()


def asked(words: Words, constants: Constants) -> Meaning | None:
    """*Et maintenant ?* asks for no date."""
    return Nothing() if compiled(r" ?\?").match(words.text, words.end) else None


WORKING_HOURS = range(30, 49)


def working_time(words: Words, constants: Constants) -> Meaning | None:
    """*les 35 heures*: the working time of a week."""
    before = words.text[max(0, words.start - 14) : words.start]
    time = compiled(r"\b(?:dans|pour|pendant|durant|après|toutes|d'ici|cours|sous|vers|de) $")
    after = compiled(r" (?:qui|suivant|précédent|de|du|d'|à venir|chrono|non-stop)")
    number = words.first("number")
    whole = "des " not in words.text[words.start : words.start + 4]
    if number not in WORKING_HOURS or (whole and time.search(before)):
        return None
    return None if after.match(words.text, words.end) else Nothing()


def round_the_clock(words: Words, constants: Constants) -> Meaning | None:
    """*24 h sur 24*."""
    whole = words.first("clock").startswith("24") and words.first("number") == 24
    return Nothing() if whole else None


_AGE_ENDS = r"\s?(?:[,.;:)»\n]|et\b|qui\b|a\b|est\b|$)"


def age(words: Words, constants: Constants) -> Meaning | None:
    """An age that follows a name: *Sekou Baldé, 19 ans,*."""
    return Nothing() if compiled(_AGE_ENDS).match(words.text, words.end) else None
