"""Length-preserving folding of French typography.

Every stage matches its patterns against ``fold(text)`` and reports offsets into ``text``:
the two have the same length, character for character, so an offset into one is an offset
into the other.

What is folded: apostrophes (``’ ʼ ′``) to ``'``, hyphens, dashes and the minus sign to ``-``,
every horizontal space (no-break, narrow, thin, tab, zero-width) to a plain space, and the
rarer line separators to a line feed. What is left alone: letters, ligatures (``œ``, ``ﬁ``),
accents, decomposed characters, guillemets and double quotes: folding any of them would change
the length or lose the difference between an opening and a closing mark.
"""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "’‘‛ʼʹ′＇`´"
DASHES = "‐‑‒–—―−﹣－"
SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff"
)
LINE_BREAKS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029"

_MARKS = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(DASHES, "-")
_ALL = _MARKS | dict.fromkeys(SPACES, " ") | dict.fromkeys(LINE_BREAKS, "\n")
_A_MARK = re.compile(f"[{''.join(_MARKS)}]")
_ANY = re.compile(f"[{''.join(_ALL)}]")


def fold_marks(text: str) -> str:
    """Return `text` with apostrophes and dashes made plain and every space left as it is."""
    return _A_MARK.sub(lambda mark: _MARKS[mark[0]], text)


def fold(text: str) -> str:
    """Return `text` with its typography made plain; ``len(fold(text)) == len(text)``.

    A carriage return before a line feed becomes a space, alone it becomes a line feed, so
    that ``"\\n"`` is the only line break left. Folding twice changes nothing.
    """
    folded = _ANY.sub(lambda character: _ALL[character[0]], text)
    if "\r" in folded:
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    return folded


def without_accents(text: str) -> str:
    """Return `text` with its letters bare (*Élysée* → *Elysee*); it may be shorter."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
