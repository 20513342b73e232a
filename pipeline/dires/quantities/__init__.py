"""Quantities, with their value, unit and dimension."""

from dires.article import Quantity
from dires.quantities.finder import find

__all__ = ["Quantity", "find"]
