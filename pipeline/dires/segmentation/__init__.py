"""The article's layout and its sentences, from plain text."""

from dires.article import Segment, Sentence
from dires.segmentation.segments import segment
from dires.segmentation.splitter import sentences

__all__ = ["Segment", "Sentence", "segment", "sentences"]
