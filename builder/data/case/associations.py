"""The associations of a package: the tree, what comes before what, framework codes, translations.

Source: 1EdTech, CASE Service 1.1, Information Model, 7.4.1. Each is read from its origin: a child
isChildOf its parent; what precedes comes before its destination; the destination of isTranslationOf
is the translation. No code is an exactMatchOf an outcome: both have words of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from builder.data.case.definitions import Definitions, Json, normal, stamp
from builder.data.case.items import Item
from builder.identity import identifier
from builder.matrix import Matrix, crosswalk
from builder.model.progression import Framework
from builder.pages.progression import places
from builder.web import Web


class Associations:
    """The associations of one package, whose items are these in their order."""

    def __init__(self, web: Web, language: str, place: str, found: Iterable[Item]) -> None:
        self.web, self.language, self.place, self.items = web, language, place, tuple(found)

    def tree(self, root: Json) -> Iterator[Json]:
        """Each outcome below its strand, each strand below the document, in order."""
        strands = [one for one in self.items if not one.covered]
        for number, strand in enumerate(strands, start=1):
            parent = self._node(strand)
            yield self._made("isChildOf", parent, root, strand, number)
            own = [one for one in self.items if one.covered and one.strand is strand.strand]
            for place, one in enumerate(own, start=1):
                yield self._made("isChildOf", self._node(one), parent, one, place)

    def sequence(self) -> Iterator[Json]:
        """What an outcome builds on precedes it."""
        there = {one.code: one for one in self.items}
        for one in self.items:
            for code in one.covered.outcome.builds_on if one.covered else ():
                if code in there:
                    before, after = self._node(there[code]), self._node(one)
                    yield self._made("precedes", before, after, one)

    def related(
        self, framework: Framework, matrix: Matrix[Any], shared: Definitions
    ) -> Iterator[Json]:
        """Each outcome with the codes of the framework that it names.

        Frameworks publish no addresses for codes, so a code's leads to our page about it.
        """
        there, anchors = {one.code: one for one in self.items}, places(framework)
        for covered, codes in crosswalk(framework, matrix).outcomes:
            one = there[covered.outcome.code]
            for code, band in codes:
                name = f"{code.code}@{band}" if band else code.code
                page = f"progression/frameworks/{framework.id}/#{anchors[code.code]}"
                met = {
                    "title": normal(f"{name} {code.text}"),
                    "identifier": f"{framework.id}:{name}",
                    "uri": self.web.address(page),
                    "targetType": "ext:frameworkCode",
                }
                told = self._made("isRelatedTo", self._node(one), met, one)
                yield {**told, "CFAssociationGroupingURI": shared.framework(framework)}

    def translations(self, english: Json, root: Json, day: date) -> Iterator[Json]:
        """The English document and items, each with what stands in the language of the package."""
        yield self._dated("isTranslationOf", english, root, day)
        for one in self.items:
            if one.words.language == self.language:
                origin = one.node(self.web, "en")
                yield self._made("isTranslationOf", origin, self._node(one), one)

    def _node(self, one: Item) -> Json:
        return one.node(self.web, self.language)

    def _made(self, type: str, origin: Json, destination: Json, of: Item, number: int = 0) -> Json:
        """The association, which is as old as the strand that says it."""
        told = self._dated(type, origin, destination, of.strand.changed_on)
        return {**told, "sequenceNumber": number} if number else told

    def _dated(self, type: str, origin: Json, destination: Json, day: date) -> Json:
        ends = origin["identifier"], destination["identifier"]
        id = identifier(self.language, "association", type, *ends)
        return {
            "identifier": id,
            "associationType": type,
            "uri": f"{self.web.address(self.place, self.language)}#{id}",
            "originNodeURI": origin,
            "destinationNodeURI": destination,
            "lastChangeDateTime": stamp(day),
        }
