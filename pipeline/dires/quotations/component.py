"""The spaCy component that finds quotations and names their speakers."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dires import layers
from dires.quotations.finder import locate, quotation
from dires.quotations.naming import speaker_name
from dires.quotations.subjects import subject_of
from dires.segmentation import segment, sentences


@Language.factory("dires_quotations", assigns=["doc.user_data", "doc.spans"])
class QuotationsComponent:
    """Writes layer ``quotations``.

    Speakers get the canonical name that layer ``mentions`` gives for their words, pronouns
    included. Where the text's patterns show no speaker and the document is parsed, the subject
    of the reporting verb is taken. Boilerplate is skipped.
    """

    def __init__(self, nlp: Language, name: str = "dires_quotations") -> None:
        self.name = name
        layers.register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of `doc` and return it."""
        text = doc.text
        segmented = layers.has(doc, "segments")
        parts = layers.read(doc, "segments") if segmented else segment(text)
        own = [part for part in parts if part.kind != "boilerplate"]
        parsed = doc.has_annotation("DEP")
        mentions = layers.read(doc, "mentions")
        records = []
        for report in locate(text, sentences(text, own)):
            place = report.speaker
            if place is None and report.cue and parsed:
                place = subject_of(doc, *report.cue)
            records.append(quotation(text, report, speaker_name(text, place, mentions)))
        layers.write(doc, "quotations", records)
        return doc
