"""Names and actors of an article.

`find_names` cleans and completes the names that a model found, `name_entities` gives each its
canonical name, `find_actors` says whom descriptions and pronouns mean. All read the plain word
lists that `words_of` makes of a spaCy document.
"""

from dires.entities.actors import find_actors
from dires.entities.cleaning import Name
from dires.entities.names import find_names, name_entities
from dires.entities.words import Words, words_of

__all__ = ["Name", "Words", "find_actors", "find_names", "name_entities", "words_of"]
