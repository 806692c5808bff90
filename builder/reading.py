"""What one reader gets to read of a document, so that it can be measured as a whole.

The one idea: sentences are what is measured. Titles, headings of columns, cells, boxes to tick and
entries of sources are read too, but they are no sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model.base import Document
from builder.model.readers import Reader, reader
from builder.model.text import Text
from builder.readability import Measures, measures, sentences

FEWEST = 20
"""Words below which a passage alone is not compared with others."""

_NO_SENTENCES = frozenset(("choices", "columns", "rows", "sources"))
_LAST: dict[str, tuple[Document, Sequence[Text], dict[Reader, tuple[Text, ...]]]] = {}


def read_by(who: Reader, document: Document, passages: Sequence[Text]) -> tuple[Text, ...]:
    """The passages with sentences that this reader gets to read, in the order of the model."""
    kept = _LAST.get("last")
    if kept is None or kept[0] is not document or kept[1] is not passages:
        kept = document, passages, _sorted(document, passages)
        _LAST["last"] = kept
    return kept[2].get(who, ())


def _sorted(document: Document, passages: Iterable[Text]) -> dict[Reader, tuple[Text, ...]]:
    found: dict[Reader, list[Text]] = {}
    for passage in passages:
        if passage.form != "title" and _NO_SENTENCES.isdisjoint(passage.address.split("/")):
            found.setdefault(reader(document, passage), []).append(passage)
    return {who: tuple(told) for who, told in found.items()}


def joined(passages: Iterable[Text]) -> str:
    """The passages as one text."""
    return "\n\n".join(passage.words for passage in passages)
