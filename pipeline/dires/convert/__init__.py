"""Gold annotations to and from the formats of annotation and training tools.

`read` and `write` take a path and a format of `FORMATS` (by default what the path's name says).
What goes through a format comes back as it was: `dires.convert` loses nothing.
"""

from dires.convert.formats import FORMATS, Format, format_of, read, write

__all__ = ["FORMATS", "Format", "format_of", "read", "write"]
