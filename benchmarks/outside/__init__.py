"""Test sets of other projects, measured with adapters between their conventions and ours.

``python -m benchmarks.outside FOLDER`` reads the sets from a folder that the user provides, one
JSON object a line:

================================  ==========================================================
``timebank_fr.jsonl``             French TimeBank 1.1 (LGPL-LR): articles with TIMEX3
``duckling_fr.jsonl``             the French corpora of Duckling (BSD-3): phrases with values
``recognizers_fr.jsonl``          the French specs of Recognizers-Text (MIT): sentences
``edsnlp_dates.jsonl``            the date tests of EDS-NLP (BSD-3)
``chrono_fr_cases.jsonl``         the French tests of chrono (MIT)
``statements_fr.jsonl``           articles annotated after this project's own guide
================================  ==========================================================

Each set has a module of its own, whose docstring says how its conventions differ from ours and
what the adapter does about it. Cases that are left out are listed with their reasons in
``excluded.toml``, by number; none is there because it is hard.
"""
