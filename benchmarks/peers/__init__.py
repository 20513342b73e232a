"""Dates and quantities beside other systems, on the same texts in one run.

``pip install '.[peers]'`` brings EDS-NLP and the Python wrapper of HeidelTime (which needs a Java
runtime; it brings HeidelTime and its tagger). ``python -m benchmarks.peers`` then writes
``PEERS.md``: spans and values against gold annotations, and the speed from plain text. A peer that
is not installed is left out, and the table says so.
"""
