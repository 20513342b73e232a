"""Pictures of the result: articles with everything found in them, for a terminal or as SVG."""

from dires.report.picture import svg
from dires.report.terminal import show

__all__ = ["show", "svg"]
