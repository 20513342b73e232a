"""Numbers written in words."""

from __future__ import annotations

from dires.dates.makers.words import Constants, Words


def number(words: Words, constants: Constants) -> int | None:
    """The value of a number in words: *deux cent mille*, *soixante et onze*, *quatre-vingt-dix*."""
    total = group = 0
    last = 10**9
    for value in words.all("NUMBER_WORD"):
        if value == 1000:
            total, group, last = total + max(group, 1) * 1000, 0, 1000
        elif value == 100:
            if group % 100 > 9 or (group % 100 == 0 and group):
                return None
            group, last = group - group % 10 + max(group % 10, 1) * 100, 100
        elif value == 20 and last == 4:
            group, last = group + 76, 80
        elif _fits(value, last):
            group, last = group + value, value
        else:
            return None
    return total + group


def _fits(value: int, last: int) -> bool:
    """Whether a number word continues one that ended with `last`: *cent deux*, *vingt-deux*."""
    after_ten = last == 10 and 7 <= value <= 9
    below = last >= 100 or last in (60, 80) or (value < 10 and last >= 20)
    return after_ten or (value < last and below)
