"""The spaCy component ``dires_entities``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc, Span

from dires import layers
from dires.article import Entity
from dires.encoder.component import EncoderComponent
from dires.entities.actors import find_actors
from dires.entities.cleaning import Name
from dires.entities.names import find_names, name_entities
from dires.entities.words import Words, words_of


@Language.factory(
    "dires_entities",
    requires=["token.pos", "token.dep", "token.morph", "token.lemma"],
    assigns=["doc.ents", "doc.spans"],
)
class EntitiesComponent:
    """Replaces ``doc.ents`` by the cleaned names; writes the layers "entities", "mentions" and
    "participants".

    Entities that are on the document already stay as they are; the mentions are theirs. Where no
    component before it has looked for names, the package's encoder does: so it can stand in for
    ``ner`` in any French pipeline.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.reader = EncoderComponent(nlp, "dires_encoder")
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find names and actors in `doc`."""
        words = words_of(doc)
        if layers.has(doc, "entities"):
            entities = layers.read(doc, "entities")
            names = [_name(entity, words) for entity in entities]
        else:
            if not doc.has_annotation("ENT_IOB"):
                self.reader(doc)
            names = find_names(words, _raw(doc, words))
            entities = tuple(name_entities(words, names, doc.text))
        doc.ents = [
            Span(doc, words.indices[n.start], words.indices[n.end - 1] + 1, label=n.label)
            for n in names
        ]
        layers.write(doc, "entities", entities)
        actors = find_actors(words, names, entities, doc.text)
        layers.write(doc, "mentions", actors.mentions)
        layers.write(doc, "participants", actors.participants)
        return doc


def _name(entity: Entity, words: Words) -> Name:
    """The words of `entity`, those that it holds a part of included."""
    first = bisect_right(words.ends, entity.start)
    return Name(first, max(bisect_left(words.starts, entity.end), first + 1), entity.label)


def _raw(doc: Doc, words: Words) -> list[Name]:
    """The model's names as word spans."""
    place = {token: i for i, token in enumerate(words.indices)}
    names = []
    for ent in doc.ents:
        inside = [place[i] for i in range(ent.start, ent.end) if i in place]
        if inside:
            names.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return names
