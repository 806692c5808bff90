"""What one reader gets to read of a document, measured as a whole, and what would mend it.

The one idea: sentences are what is measured. Titles, headings of columns, cells, boxes to tick and
entries of sources are read too, and words that stand for a picture; none of them is a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder import text
from builder.model.base import Document
from builder.model.readers import Reader, reader
from builder.model.register import Term
from builder.model.text import Text
from builder.readability import Measures, Sentence, hardest_words, measures, sentences

FEWEST = 20
"""Words below which a passage is not compared with the others of its document."""

LONG = 12
"""Words from which on a sentence is worth shortening in a text that is too hard."""

_NO_SENTENCES = frozenset(("choices", "columns", "picture", "rows", "sources"))
_LAST: dict[str, tuple[Document, Sequence[Text], dict[Reader, tuple[Text, ...]]]] = {}


def read_by(who: Reader, document: Document, passages: Sequence[Text]) -> tuple[Text, ...]:
    """The passages with sentences that this reader gets to read, in the order of the model."""
    kept = _LAST.get("last")
    if kept is None or kept[0] is not document or kept[1] is not passages:
        kept = document, passages, _by_reader(document, passages)
        _LAST["last"] = kept
    return kept[2].get(who, ())


def _by_reader(document: Document, passages: Iterable[Text]) -> dict[Reader, tuple[Text, ...]]:
    found: dict[Reader, list[Text]] = {}
    for passage in passages:
        if passage.form != "title" and _NO_SENTENCES.isdisjoint(passage.address.split("/")):
            found.setdefault(reader(document, passage), []).append(passage)
    return {who: tuple(told) for who, told in found.items()}


def measured(passages: Iterable[Text], language: str, easy: Iterable[str] = ()) -> Measures | None:
    """The passages measured as one text; None where there is no formula, or too few words."""
    words = "\n\n".join(passage.words for passage in passages)
    return measures(words, language, frozenset(easy))


def hardest(passages: Sequence[Text], language: str) -> Text:
    """The passage that is hardest to read, of those long enough to tell."""

    def ease(passage: Text) -> float:
        found = measures(passage.words, language, fewest=FEWEST)
        return found.ease if found else float("inf")

    return min(passages, key=ease)


def longest(passages: Iterable[Text]) -> tuple[Text, Sentence] | None:
    """The longest sentence, with the passage it stands in."""
    told = [(passage, one) for passage in passages for one in sentences(passage.words)]
    return max(told, key=lambda one: len(one[1].words), default=None)


def beginning(sentence: Sentence) -> str:
    """The first words of a sentence as written: enough to find it again in its file."""
    return " ".join(sentence.written.split()[:6])


def remedy(passage: Text, language: str) -> str:
    """What to mend in a passage: its two longest sentences, its two hardest words."""
    by_length = sorted(sentences(passage.words), key=lambda one: -len(one.words))
    long = [one for one in by_length[:2] if len(one.words) > LONG]
    told = " and ".join(f"“{shortened(one)}” ({len(one.words)} words)" for one in long)
    heavy = " and ".join(f"“{word}”" for word in hardest_words(passage.words, language))
    asked = [f"shorten {told}"] if told else []
    asked += [f"find easier words for {heavy}"] if heavy else []
    hint = "; ".join(asked) or "use shorter sentences and everyday words"
    return f"Begin here: {hint}."


def shortened(sentence: Sentence) -> str:
    """How the sentence begins, as a reader sees it: enough to know which one is meant."""
    words = text.shown(sentence.written).strip(' “”«»"').split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def grades(limits: str) -> dict[str, float]:
    """The highest grade by band, as the option tells it; what is not a number is left out."""
    words = limits.replace(",", " ").split()
    return {
        band: float(number)
        for band, number in zip(words[::2], words[1::2], strict=False)
        if number.replace(".", "", 1).isdecimal()
    }


def taught(terms: Mapping[str, Term]) -> set[str]:
    """The words of the glossary, one and many: students learn them."""
    words = {one.term.lower() for one in terms.values() if " " not in one.term}
    return words | {f"{word}s" for word in words}
