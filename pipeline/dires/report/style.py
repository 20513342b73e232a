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
HOLDER: Final = "bold"
QUIET: Final = "dim"

# The shades of the pictures: black, red, green, yellow, blue, magenta, cyan, white.
DARK: Final = TerminalTheme(
    background=(28, 30, 34),
    foreground=(222, 222, 218),
    normal=[
        (28, 30, 34),
        (224, 108, 108),
        (143, 196, 125),
        (214, 181, 106),
        (120, 160, 222),
        (205, 145, 216),
        (108, 194, 200),
        (222, 222, 218),
    ],
)
LIGHT: Final = TerminalTheme(
    background=(252, 252, 250),
    foreground=(40, 42, 46),
    normal=[
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
