"""How hard each document is to read, as a table: for every reader in the languages with a formula.

The one idea: a number stands only where a formula is recognized for the language and the text has
words enough; everywhere else the report says so in a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from builder import translations
from builder.model.base import Document, texts
from builder.model.curriculum import Curriculum
from builder.model.integrity import Integrity
from builder.model.lesson import Lesson
from builder.model.readers import Reader
from builder.model.register import Term
from builder.model.text import Text
from builder.readability import SHORTEST, formula
from builder.reading import grades, measured, read_by, taught
from builder.rules import named
from builder.rules.options import read_options
from builder.settings import Language, Settings
from builder.translations import Catalogs

READERS: tuple[Reader, ...] = ("students", "families")
"""Readers whose texts have a limit; teachers and staff have none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One document for one reader in one language."""

    language: str
    path: str
    reader: Reader
    words: int
    sentences: int
    score: float
    """The grade in English, the reading ease in Spanish."""
    inflesz: float | None
    limit: float | None
    """The highest grade or the lowest ease; None where this reader has no limit."""


def rows(
    curriculum: Curriculum, settings: Settings, catalogs: Catalogs, language: Language
) -> Iterator[Row]:
    """A row for every document in use and every reader who gets words enough to measure."""
    if formula(language.id) is None:
        return
    easy = taught(curriculum.all(Term)) if language.id == "en" else set()
    for document in curriculum.in_use(Document):
        passages = _passages(document, catalogs, language)
        for who in READERS:
            known = easy if who == "students" else ()
            found = measured(read_by(who, document, passages), language.id, known)
            if found is None:
                continue
            score = found.ease if found.grade is None else found.grade
            yield Row(
                language=language.id,
                path=curriculum.source_of(document).path,
                reader=who,
                words=found.words,
                sentences=found.sentences,
                score=round(score, 1),
                inflesz=None if found.perspicuity is None else round(found.perspicuity, 1),
                limit=_limit(document, who, language.id, settings),
            )


def _passages(document: Document, catalogs: Catalogs, language: Language) -> Sequence[Text]:
    english = texts(document)
    if language.id == "en":
        return english
    entries = catalogs.readable(translations.path_of(document, language.id))
    told = ((one, entries.get(one.address)) for one in english)
    return [replace(one, words=entry.translation) for one, entry in told if entry]


def _limit(document: Document, who: Reader, language: str, settings: Settings) -> float | None:
    """The limit of the rule that warns, as the district set it."""
    if who == "families":
        english = language == "en"
        name, option = ("hard-family-text", "most") if english else ("hard-spanish-text", "least")
        return float(_option(name, option, settings))
    if language == "en" and isinstance(document, Lesson | Integrity):
        band = document.band if isinstance(document, Lesson) else document.id
        return grades(str(_option("hard-student-text", "limits", settings))).get(band)
    return None


def _option(name: str, option: str, settings: Settings) -> int | str:
    one = named(name)
    if one is None:
        raise LookupError(f"the rule {name} is gone")
    given, _ = read_options(one.options, settings.rules.get(name, {}))
    return given.get(option, one.options[option])


def unmeasured(language: Language) -> str | None:
    """The sentence for a language without a formula."""
    if formula(language.id):
        return None
    return f"{language.english} ({language.id}): no standard formula exists, so no number is given."


def table(told: Iterable[Row], languages: Iterable[Language]) -> str:
    """The rows as a person reads them, a block for each language."""
    found = list(told)
    return "\n\n".join(_block(language, found) for language in languages)


def _block(language: Language, found: list[Row]) -> str:
    without = unmeasured(language)
    if without:
        return without
    own = [one for one in found if one.language == language.id]
    bound = "least" if language.id != "en" else "most"
    beside = "INFLESZ" if any(one.inflesz is not None for one in own) else ""
    lines = [
        f"{language.english} ({language.id}): {formula(language.id)}",
        f"{'':60}{'reader':10}{'words':>7}{'sentences':>11}{'score':>8}{bound:>7}{beside:>9}",
        *(_line(one) for one in own),
        f"Documents with fewer than {SHORTEST} words for a reader get no number.",
    ]
    return "\n".join(lines)


def _line(row: Row) -> str:
    limit = "–" if row.limit is None else f"{row.limit:g}"
    beside = "" if row.inflesz is None else f"{row.inflesz:>9.1f}"
    scores = f"{row.score:>8.1f}{limit:>7}{beside}"
    return f"{row.path:60}{row.reader:10}{row.words:>7}{row.sentences:>11}{scores}"


def as_json(told: Iterable[Row], languages: Iterable[Language]) -> str:
    """The rows for another program, with the formula of each language or null."""
    formulas = {language.id: formula(language.id) for language in languages}
    content = {"formulas": formulas, "documents": [asdict(row) for row in told]}
    return json.dumps(content, ensure_ascii=False, indent=2)
