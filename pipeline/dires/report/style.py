"""How things look.

Only bold, italic, underline, dim and named ANSI colours, whose shades the reader's terminal
chooses to suit its background; of these green, magenta and cyan read on dark and on light.
"""

from __future__ import annotations

from typing import Final

from rich.terminal_theme import TerminalTheme

LABELS: Final = {"pledge": "green", "proposal": "magenta", "endorsement": "cyan"}
SEGMENTS: Final = {
    "title": "bold",
    "heading": "bold",
    "caption": "italic",
    "byline": "dim",
    "paragraph": "",
    "boilerplate": "dim",
}
ENTITY: Final = "underline"
VALUE: Final = "italic"
CUE: Final = "bold"
QUIET: Final = "dim"

_BLACK, _WHITE = (28, 30, 34), (222, 222, 218)
_SLATE, _FOG = (110, 114, 122), (150, 154, 160)

DARK: Final = TerminalTheme(
    _BLACK,
    _WHITE,
    [
        _BLACK,
        (224, 108, 108),
        (143, 196, 125),
        (214, 181, 106),
        (120, 160, 222),
        (205, 145, 216),
        (108, 194, 200),
        _WHITE,
    ],
    [
        _SLATE,
        *[(236, 140, 140)],
        (170, 214, 155),
        (228, 203, 140),
        (150, 184, 232),
        (220, 172, 228),
        (145, 212, 216),
        (245, 245, 242),
    ],
)
LIGHT: Final = TerminalTheme(
    (252, 252, 250),
    (40, 42, 46),
    [
        (40, 42, 46),
        (176, 48, 48),
        (38, 116, 52),
        (138, 100, 10),
        (38, 84, 160),
        (138, 52, 150),
        (10, 108, 122),
        (90, 94, 100),
    ],
)
