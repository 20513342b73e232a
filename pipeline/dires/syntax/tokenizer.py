"""A French tokenizer that typography does not mislead.

spaCy's exceptions and models for French know the straight apostrophe: *jusqu’en* with a
typographic one is a proper noun to them. This tokenizer decides on the folded text and keeps the
characters of the original, so ``doc.text == text`` always holds.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.lang.fr import French
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, registry

from dires.typography import fold_marks

# A lower-case word glued to a number (*de150*), a number glued to a word (*150événements*), and
# a sentence glued to the next (*fin.Le*). Units with an exponent (*km2*) are left whole.
_LOWER = "a-zà-öø-ÿœ"
GLUED_INFIXES = (
    rf"(?<=[{_LOWER}]{{2}})(?<!\bkm)(?<!\bcm)(?<!\bmm)(?<!\bdm)(?<!\bhm)(?=[0-9])",
    rf"(?<=[0-9])(?=[{_LOWER}]{{4,}})",
    rf"(?<=[{_LOWER}]{{3}})[.](?=[A-ZÀ-ÖØ-Þ][{_LOWER}])",
)


class FrenchTokenizer:
    """Tokenises ``fold_marks(text)`` and gives a `Doc` over the untouched `text`."""

    def __init__(self, rules: Tokenizer) -> None:
        self.rules = rules
        self.vocab = rules.vocab

    def __call__(self, text: str) -> Doc:
        """The document of `text`."""
        folded = fold_marks(text)
        doc: Doc = self.rules(folded)
        if folded == text:
            return doc
        words = []
        spaces = []
        for token in doc:
            words.append(text[token.idx : token.idx + len(token)])
            spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """The rules, as `spacy.tokenizer.Tokenizer.to_bytes` writes them."""
        data: bytes = self.rules.to_bytes(**kwargs)
        return data

    def from_bytes(self, data: bytes, **kwargs: Any) -> FrenchTokenizer:
        """Read rules written by `to_bytes`."""
        self.rules.from_bytes(data, **kwargs)
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write the rules to `path`."""
        self.rules.to_disk(path, **kwargs)

    def from_disk(self, path: str | Path, **kwargs: Any) -> FrenchTokenizer:
        """Read rules written by `to_disk`."""
        self.rules.from_disk(path, **kwargs)
        return self


@registry.tokenizers("dires.FrenchTokenizer.v1")  # type: ignore[untyped-decorator]
def create_french_tokenizer() -> Callable[[Language], FrenchTokenizer]:
    """Factory for a pipeline's ``[nlp.tokenizer]``."""

    def create(nlp: Language) -> FrenchTokenizer:
        defaults = French.Defaults
        rules = registry.tokenizers.get("spacy.Tokenizer.v1")()(nlp)
        infixes = [*(defaults.infixes or ()), *GLUED_INFIXES]
        rules.infix_finditer = compile_infix_regex(infixes).finditer
        return FrenchTokenizer(rules)

    return create
