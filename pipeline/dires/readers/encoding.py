"""Bytes to text, where the encoding is not declared.

French text on disk is UTF-8, UTF-16 with a byte order mark, or Windows-1252; Latin-1 differs
from the last only in control characters that no text uses, Latin-9 in ``€`` and ``œ``. UTF-8 is
tried first because text in another encoding is almost never valid UTF-8; Windows-1252 accepts
nearly any bytes, so what it gives is taken only where it reads like French. Anything else is an
error, never a guess.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FRENCH = re.compile(r"[àâäæçèéêëîïôöœùûüÿÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ«»’‘“”–—…€£°§²³½¼¾±×·•™®©\u00a0\u00ad]")
# Where Latin-9 has € and œ, Windows-1252 has the currency sign and fractions.
_LATIN_9 = re.compile(r"¤|(?<!\d)[¼½][a-z]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`, every character kept; a byte order mark is not part of the text.

    `declared` is the encoding that the document claims for itself, believed where the bytes do
    not contradict it. Raises `ValueError` for binary data and where the encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\x00" in data:
        raise ValueError("a binary file (it holds NUL bytes), not text")
    if _fault(data, "utf-8") is None:
        text = data.decode("utf-8")
    elif declared and _known(declared) and _fault(data, declared) is None:
        text = data.decode(declared)
    else:
        text = _windows_1252(data)
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise ValueError("a binary file (it is full of control characters), not text")
    return text


def _known(encoding: str) -> bool:
    try:
        b"a".decode(encoding)
    except LookupError:
        return False
    return True


def _fault(data: bytes, encoding: str) -> UnicodeDecodeError | None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as fault:
        return fault
    return None


def _strictly(data: bytes, encoding: str) -> str:
    fault = _fault(data, encoding)
    if fault is not None:
        raise ValueError(f"damaged {encoding.upper()}: {fault.reason} at byte {fault.start}")
    return data.decode(encoding)


def _windows_1252(data: bytes) -> str:
    fault = _fault(data, "utf-8")
    place = f"byte 0x{data[fault.start]:02x} at {fault.start}" if fault else ""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    if sum(character > "\x7f" for character in lenient) - broken >= broken:
        raise ValueError(f"damaged UTF-8 ({place}): save it again as UTF-8")
    unknown = f"not UTF-8 ({place}), nor French in Windows-1252 or Latin-1: convert it to UTF-8"
    if _fault(data, "cp1252") is not None:
        raise ValueError(unknown)
    text = data.decode("cp1252")
    if _LATIN_9.search(text):
        text = data.decode("iso-8859-15")
    foreign = sum(character > "\x7f" for character in _FRENCH.sub("", text))
    if foreign > max(len(_FRENCH.findall(text)), len(text) / 100):
        raise ValueError(unknown)
    return text
