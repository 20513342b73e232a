"""Who is quoted saying what: direct and indirect speech."""

from dires.article import Quotation
from dires.quotations.finder import find

__all__ = ["Quotation", "find"]
