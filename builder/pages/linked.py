"""Linked data for each page: schema.org terms, after LRMI's advice to use plain properties.

The one idea: a page says what it is and names other pages by their paths; the addresses are put in
when the page gets its surroundings, because only then it is known where the site stands.

Source: schema.org/LearningResource; times are ISO 8601 durations, ages are in years.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from builder.identity import urn
from builder.model.base import Dated, Document
from builder.model.educators import Competency, Course
from builder.model.grades import Band, anchor
from builder.model.household import Questions
from builder.model.lesson import Lesson
from builder.model.progression import Strand
from builder.model.register import Term
from builder.model.text import Text
from builder.model.unit import Unit
from builder.web import Web

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class At:
    """The address of a path, once it is known: in the language of the page where none is given."""

    path: str
    language: str = ""


def resource(document: Document, about: str, kind: str, *bands: Band) -> Data:
    """A document as a learning resource."""
    data: dict[str, Any] = {
        "@type": ["LearningResource", "CreativeWork"],
        "name": document.name.shown,
        "description": about,
        "learningResourceType": kind,
        "license": LICENSE,
        "isAccessibleForFree": True,
    }
    if bands:
        data["educationalLevel"] = [band.title.shown for band in bands]
        ages = [band.typical_ages for band in bands]
        data["typicalAgeRange"] = f"{min(a.from_ for a in ages)}-{max(a.to for a in ages)}"
    if isinstance(document, Dated):
        data["datePublished"] = document.added_on.isoformat()
        data["dateModified"] = document.changed_on.isoformat()
    return data


def lesson(
    one: Lesson, band: Band, outcomes: Iterable[tuple[str, str, str]], units: Iterable[str]
) -> Data:
    """A lesson with its time, its units and the outcomes (code, words, strand) it teaches."""
    terms = {code: _outcome(code, words, strand) for code, words, strand in outcomes}
    assessed = (terms[code]["@id"] for code in one.assesses if code in terms)
    return {
        **resource(one, one.summary.shown, "lesson plan", band),
        "timeRequired": f"PT{one.minutes}M",
        "teaches": list(terms.values()),
        "assesses": [{"@id": place} for place in assessed],
        "audience": _audience("teacher"),
        **_part_of(*(f"units/{id}/" for id in units)),
    }


def _outcome(code: str, words: str, strand: str) -> dict[str, Any]:
    place = At(f"strands/{strand}/#{anchor(code)}")
    return {
        "@type": "DefinedTerm",
        "@id": place,
        "url": place,
        "termCode": code,
        "name": words,
        "inDefinedTermSet": {"@id": At(f"strands/{strand}/")},
    }


def _audience(role: str) -> Data:
    return {"@type": "EducationalAudience", "educationalRole": role}


def _part_of(*paths: str) -> Data:
    return {"isPartOf": [{"@id": At(path)} for path in paths]} if paths else {}


def part(
    of: Document, path: str, name: Text, about: Text | Markup, kind: str, role: str, *bands: Band
) -> Data:
    """A page that belongs to that of a document, such as a sheet of a lesson."""
    about_it = about.unescape() if isinstance(about, Markup) else about.shown
    whole = {**resource(of, about_it, kind, *bands), "name": name.shown}
    return {**whole, "audience": _audience(role), **_part_of(path)}


def strand(one: Strand, language: str, *bands: Band) -> Data:
    """A strand as the set of its outcomes, each under the name that CASE gives it too."""
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": At(f"strands/{one.id}/#{anchor(outcome.code)}"),
            "identifier": urn(language, "outcome", outcome.code),
            "termCode": outcome.code,
            "name": outcome.text.shown,
        }
        for outcome in one.outcomes
        if outcome.status == "active"
    ]
    about = resource(one, one.about.shown, "learning progression", *bands)
    return {**about, "@type": ["LearningResource", "DefinedTermSet"], "hasDefinedTerm": terms}


def unit(one: Unit, band: Band, lessons: Iterable[tuple[str, str]]) -> Data:
    """A unit with its lessons (id and name) in order."""
    parts = [
        {"@type": "LearningResource", "@id": At(f"lessons/{id}/"), "name": name}
        for id, name in lessons
    ]
    return {**teaching(one, one.summary.shown, "unit plan", band), "hasPart": parts}


def course(one: Course, competencies: Iterable[Competency]) -> Data:
    """A course with its time and the competencies it works on. Source: schema.org/Course."""
    taught = [
        {"@type": "DefinedTerm", "termCode": each.id, "name": each.title.shown}
        for each in competencies
    ]
    return {
        **teaching(one, one.summary.shown, "professional learning course"),
        "@type": ["Course", "LearningResource"],
        "courseCode": one.id,
        "timeRequired": f"PT{one.minutes}M",
        "coursePrerequisites": one.before.shown,
        "educationalCredentialAwarded": one.badge.name.shown,
        "teaches": taught,
        "hasPart": [
            {"@type": "LearningResource", "name": each.title.shown} for each in one.modules
        ],
    }


def teaching(document: Document, about: str, kind: str, *bands: Band) -> Data:
    """Something written for the adults of a school."""
    return {**resource(document, about, kind, *bands), "audience": _audience("teacher")}


def family(document: Document, about: str, kind: str, *bands: Band) -> Data:
    """Something written for families."""
    return {**resource(document, about, kind, *bands), "audience": _audience("parent")}


def questions(document: Questions) -> Data:
    """A page of questions with answers. Source: schema.org/FAQPage."""
    asked = [
        {
            "@type": "Question",
            "name": one.ask.shown,
            "acceptedAnswer": {"@type": "Answer", "text": one.answer.shown},
        }
        for group in document.groups
        for one in group.questions
    ]
    about = document.summary.shown
    data = {"@type": "FAQPage", "name": document.title.shown, "description": about}
    return {**data, "license": LICENSE, "isAccessibleForFree": True, "mainEntity": asked}


def glossary(title: Markup, terms: Iterable[Term]) -> Data:
    """The glossary as a set of terms."""
    told = [
        {
            "@type": "DefinedTerm",
            "@id": At(f"glossary/#{one.id}"),
            "name": one.term,
            "description": one.explanation.shown,
        }
        for one in terms
    ]
    return {"@type": "DefinedTermSet", "name": title.unescape(), "hasDefinedTerm": told}


def dataset(title: Markup, about: Markup, publisher: str, files: Mapping[str, str]) -> Data:
    """The files that other programs take, each path with its media type."""
    downloads = [
        {"@type": "DataDownload", "contentUrl": At(path, "en"), "encodingFormat": media}
        for path, media in files.items()
    ]
    return {
        "@type": "Dataset",
        "name": title.unescape(),
        "description": about.unescape(),
        "creator": {"@type": "Organization", "name": publisher},
        "license": LICENSE,
        "isAccessibleForFree": True,
        "distribution": downloads,
    }


def collection(title: Markup) -> Data:
    """A page that lists others."""
    return {"@type": "CollectionPage", "name": title.unescape()}


def plain(title: str, about: str) -> Data:
    """Any other page."""
    return {"@type": "WebPage", "name": title, "description": about}


def script(data: Data, web: Web, path: str, language: str, translations: Iterable[str]) -> str:
    """The data as JSON-LD that cannot end the script element it stands in.

    `translations` are the languages other than English in which the page stands.
    """
    place, others = web.address(path, language), list(translations)
    told = {"@context": {"@vocab": "https://schema.org/"}, "@id": place, "url": place, **data}
    if language == "en" and others:
        told["workTranslation"] = [{"@id": web.address(path, one)} for one in others]
    elif language in others:
        told["translationOfWork"] = {"@id": web.address(path)}
    told["inLanguage"] = language
    address = lambda at: web.address(at.path, at.language or language)  # noqa: E731
    words = json.dumps(told, ensure_ascii=False, sort_keys=True, default=address)
    return words.replace("<", "\\u003c")
