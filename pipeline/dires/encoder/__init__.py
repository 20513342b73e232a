"""The encoder at work: a transformer that reads a text once, for every head that stands on it.

`open_reading` opens a reader (by default the one in the package), whose ``read`` gives for each
text the spans of each head; `read_head` gives them back from a spaCy document that the component
``dires_encoder`` has read. Nothing here needs torch.
"""

from dires.encoder.heads import read_head
from dires.encoder.onnx import open_reading
from dires.encoder.reading import Reading
from dires.encoder.tagging import Span

__all__ = ["Reading", "Span", "open_reading", "read_head"]
