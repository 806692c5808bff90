"""What every CASE package has in common: its licence, subject, kinds of item, and the frameworks.

The one idea: they are the same in every language, under the same identifiers, so that whoever takes
two packages gets them once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from builder.identity import identifier
from builder.model.progression import Framework
from builder.pages.linked import LICENSE
from builder.web import Web

Json = dict[str, Any]
_TYPES = (
    ("strand", "Strand", "1", "A line of learning through all grade bands."),
    ("outcome", "Outcome", "1.1", "What a student can do by the end of a grade band."),
)
_SUBJECT = ("ai-literacy", "Artificial intelligence literacy")
_LICENSE = ("CC-BY-4.0", "Creative Commons Attribution 4.0 International")


def stamp(day: date) -> str:
    """The day as the moment at which it begins: no hour of a change is known."""
    return f"{day.isoformat()}T00:00:00Z"


def normal(words: str) -> str:
    """Words on one line, as a normalized string has them. Source: W3C XML Schema 2, 3.4.1."""
    return " ".join(words.split())


class Definitions:
    """The definitions, and the links by which items and associations name them."""

    def __init__(self, web: Web, day: date, frameworks: Iterable[Framework] = ()) -> None:
        self.web, self.day, self.frameworks = web, day, tuple(frameworks)

    def subject(self) -> Json:
        """The link to the subject."""
        return self._link("subject", *_SUBJECT)

    def license(self) -> Json:
        """The link to the licence, which leads to its text."""
        return {**self._link("license", *_LICENSE), "uri": LICENSE}

    def type(self, name: str) -> Json:
        """The link to a kind of item: strand or outcome."""
        title = next(title for one, title, _, _ in _TYPES if one == name)
        return self._link("item-type", name, title)

    def framework(self, framework: Framework) -> Json:
        """The link to the group of associations with the codes of a framework."""
        return self._link("framework", framework.id, framework.title)

    def told(self) -> Json:
        """All of them, as a package holds them."""
        subject, license = self._dated(self.subject()), self._dated(self.license())
        told: Json = {
            "CFSubjects": [{**subject, "hierarchyCode": "1"}],
            "CFLicenses": [{**license, "licenseText": LICENSE}],
            "CFItemTypes": [
                {**self._dated(self.type(name)), "description": about, "hierarchyCode": code}
                for name, _, code, about in _TYPES
            ],
        }
        if self.frameworks:
            told["CFAssociationGroupings"] = [self._grouping(one) for one in self.frameworks]
        return told

    def _grouping(self, framework: Framework) -> Json:
        link = self._dated(self.framework(framework))
        return {**link, "description": normal(framework.source)}

    def _link(self, kind: str, name: str, title: str) -> Json:
        id = identifier("en", kind, name)
        uri = f"{self.web.address('case.json')}#{id}"
        return {"title": normal(title), "identifier": id, "uri": uri}

    def _dated(self, link: Json) -> Json:
        return {**link, "lastChangeDateTime": stamp(self.day)}
