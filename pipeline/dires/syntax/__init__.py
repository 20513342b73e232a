"""Tokens, parts of speech, lemmas, dependencies and raw entities, by a stock spaCy model.

`create_french_tokenizer` makes the tokenizer, `read_back` and `views_of` turn documents into
what the model reads and bring its annotations home.
"""

from dires.syntax.tokenizer import create_french_tokenizer
from dires.syntax.view import read_back, views_of

__all__ = ["create_french_tokenizer", "read_back", "views_of"]
