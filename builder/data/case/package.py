"""One package: the document, its items, their associations and the definitions of all packages."""

from __future__ import annotations

from typing import Any

from builder import labels
from builder.data.case.associations import Associations
from builder.data.case.definitions import Definitions, Json, normal, stamp
from builder.data.case.items import Item, items
from builder.data.file import written
from builder.identity import identifier
from builder.matrix import Matrix, arranged
from builder.model.grades import Grade
from builder.model.progression import Framework
from builder.model.text import State
from builder.pages import View
from builder.web import Web

PATH = "case.json"
_TITLE = labels.N_("Progression, TK–12")
_EARLY: dict[Grade, str] = {"TK": "TK", "K": "KG"}


def package(view: View, web: Web) -> str:
    """The package in the reader's language; what is not translated yet stands in English there."""
    return written(_Package(view, web, arranged(view.bands, view.strands, {}, {})).told())


def level(grade: Grade) -> str:
    """The grade as CEDS writes it: TK, KG, 01 to 12. Source: CEDS, Entry Grade Level."""
    return _EARLY.get(grade) or f"{int(grade):02}"


class _Package:
    """One package while it is made."""

    def __init__(self, view: View, web: Web, matrix: Matrix[Any]) -> None:
        self.view, self.web, self.matrix = view, web, matrix
        self.language, self.items = view.reader.language, tuple(items(matrix))
        self.strands = [row.strand for row in matrix.rows]
        self.day = max(one.changed_on for one in self.strands)
        frameworks = view.documents(Framework).values() if self.language == "en" else ()
        first = min(one.added_on for one in self.strands)
        self.shared = Definitions(web, first, frameworks)

    def told(self) -> Json:
        """All of it."""
        return {
            "CFDocument": self._document(),
            "CFItems": [self._item(one) for one in self.items],
            "CFAssociations": self._associations(),
            "CFDefinitions": self.shared.told(),
        }

    def _document(self) -> Json:
        settings, root = self.view.settings, self._root(self.language)
        about = self.view.words(
            "{strands} strands, {outcomes} outcomes: what students can do by the end of each band.",
            strands=len(self.strands),
            outcomes=len(self.matrix.outcomes),
        )
        adopted = all(one.status == "adopted" for one in self.strands)
        return {
            "identifier": root["identifier"],
            "uri": root["uri"],
            "caseVersion": "1.1",
            "creator": normal(settings.district.name),
            "title": root["title"],
            "lastChangeDateTime": stamp(self.day),
            "officialSourceURL": root["uri"],
            "publisher": normal(settings.district.name),
            "description": about.unescape(),
            **self._common(),
            "language": self.language,
            "version": settings.edition,
            "adoptionStatus": "Adopted" if adopted else "Draft",
        }

    def _item(self, one: Item) -> Json:
        type = self.shared.type(one.kind)
        item = {
            "identifier": one.id(self.language),
            "uri": one.place(self.web, self.language),
            "fullStatement": one.words.shown,
            "humanCodingScheme": one.code,
            "CFItemType": type["title"],
            "CFItemTypeURI": type,
            **self._common(),
            "language": one.words.language,
            "educationLevel": [level(grade) for band in one.bands for grade in band.grades],
            "lastChangeDateTime": stamp(one.strand.changed_on),
        }
        if one.covered:
            item["abbreviatedStatement"] = normal(one.covered.outcome.plain.shown)
        if one.words.state is not State.SOURCE:  # how far its translation has come
            item["notes"] = self.view.words(labels.STATES[one.words.state]).unescape()
        return item

    def _common(self) -> Json:
        subject, license = self.shared.subject(), self.shared.license()
        return {"subject": [subject["title"]], "subjectURI": [subject], "licenseURI": license}

    def _associations(self) -> list[Json]:
        own, root = Associations(self.web, self.language, PATH, self.items), self._root
        told = [*own.tree(root(self.language)), *own.sequence()]
        for framework in self.shared.frameworks:
            told += own.related(framework, self.matrix, self.shared)
        if self.language != "en":
            told += own.translations(root("en"), root(self.language), self.day)
        return told

    def _root(self, language: str) -> Json:
        """The document in a language, as an end of an association."""
        site, title = self.view.settings.site_name, _TITLE
        if language != "en":
            site, title = (self.view.words(one).unescape() for one in (site, title))
        return {
            "title": normal(f"{site}: {title}"),
            "identifier": identifier(language, "progression"),
            "uri": self.web.address("progression/", language),
            "targetType": "CASE",
        }
