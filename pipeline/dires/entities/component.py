"""The spaCy component ``dires_entities``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from dires import layers
from dires.entities.actors import find_actors
from dires.entities.cleaning import Name
from dires.entities.names import find_names, name_entities
from dires.entities.words import Words, words_of


@Language.factory(
    "dires_entities",
    requires=["doc.ents", "token.pos", "token.dep", "token.morph", "token.lemma"],
    assigns=["doc.ents", "doc.spans"],
)
class EntitiesComponent:
    """Replaces ``doc.ents`` by the cleaned names; writes layers "entities" and "mentions"."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find names and actors in `doc`."""
        words = words_of(doc)
        names = find_names(words, _raw(doc, words))
        entities = name_entities(words, names, doc.text)
        doc.ents = [
            Span(doc, words.indices[n.start], words.indices[n.end - 1] + 1, label=n.label)
            for n in names
        ]
        layers.write(doc, "entities", entities)
        layers.write(doc, "mentions", find_actors(words, names, entities, doc.text))
        return doc


def _raw(doc: Doc, words: Words) -> list[Name]:
    """The model's names as word spans."""
    place = {token: i for i, token in enumerate(words.indices)}
    names = []
    for ent in doc.ents:
        inside = [place[i] for i in range(ent.start, ent.end) if i in place]
        if inside:
            names.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return names
