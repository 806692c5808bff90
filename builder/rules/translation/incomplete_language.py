"""A language lacks passages that the district wants complete in it.

**Why.** A parent who chose their language finds English there. The district has said in its
settings which classes of content it owes to these families.

**How to mend.** Translate what is missing: `curriculum translate refresh` puts it into the PO
files, `curriculum translate status` counts it. A language that cannot be finished this year does
not stand under `complete`.

**Source.** California Education Code 48985 (notices to parents where 15 percent or more of the
pupils of a school speak one language other than English). Which languages and classes are complete
is the district's own decision.

**Limits.** One finding for each language and class of content, at the language in the settings. It
counts drafts that nobody has reviewed as translated. New words of the site itself count once
`refresh` has put them into their PO file. A PO file that cannot be read is told as such, and not
counted here.
"""

from collections.abc import Iterator

from builder import translations
from builder.finding import Severity
from builder.model.base import Document, texts
from builder.model.text import Text
from builder.rules.engine import Context, Problem, rule
from builder.settings import Language
from builder.translations import Catalogs

_CLASSES = {"family": "for families", "lesson": "of lessons", "staff": "for staff"}
_SITE = "words of the site itself are missing"
_NAMED = 3


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    if context.catalogs is None:
        return
    documents = context.curriculum.in_use(Document)
    whole = [(one, texts(one, careful=one.careful)) for one in documents]
    for number, language in enumerate(context.settings.languages):
        if number == 0:
            continue
        at = ("languages", number)
        if message := _interface(language, context.catalogs):
            hint = f"Translate {translations.interface_path(language.id)}."
            yield Problem(context.settings, at, message, hint)
        for audience in language.complete:
            of_class = [(one, found) for one, found in whole if one.audience == audience]
            if message := _missing(language, of_class, context.catalogs):
                hint = f"Translate it, or take “{audience}” out of `complete`."
                yield Problem(context.settings, at, message, hint)


def _interface(language: Language, catalogs: Catalogs) -> str:
    path = translations.interface_path(language.id)
    entries = catalogs.readable(path).values()
    missing = sum(not entry.translation for entry in entries)
    if any(catalogs.unreadable([path])) or (entries and not missing):
        return ""
    count = f"{missing} of {len(entries)}" if entries else "all"
    return f"{language.english}: {count} words of the site itself are missing"


def _missing(
    language: Language, documents: list[tuple[Document, list[Text]]], catalogs: Catalogs
) -> str:
    total, missing = 0, 0
    lacking: list[str] = []
    for document, found in documents:
        wanted = list(translations.wanted(found, document, language))
        path = translations.path_of(document, language.id)
        if any(catalogs.unreadable([path])):
            continue
        absent = [one for one in wanted if not _told(one, catalogs[path])]
        total, missing = total + len(wanted), missing + len(absent)
        if absent:
            lacking.append(f"{type(document).folder.rpartition('/')[2]}/{document.id}")
    if not missing:
        return ""
    shown = ", ".join(lacking[:_NAMED])
    more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
    which = _CLASSES[documents[0][0].audience]
    return f"{language.english}: {missing} of {total} passages {which} are missing: {shown}{more}"


def _told(passage: Text, catalog: translations.Catalog) -> bool:
    entry = catalog.get(passage.address)
    return entry is not None and bool(entry.translation)
