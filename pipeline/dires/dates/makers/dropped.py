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


_AGE_ENDS = r"\s?(?:[,.;:)»\n]|et\b|qui\b|a\b|est\b|$)"


def age(words: Words, constants: Constants) -> Meaning | None:
    """An age that follows a name: *Sekou Baldé, 19 ans,*."""
    return Nothing() if compiled(_AGE_ENDS).match(words.text, words.end) else None
