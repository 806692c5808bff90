"""Linked data for each page: schema.org terms, after LRMI's advice to use plain properties.

Source: schema.org/LearningResource; times are ISO 8601 durations, ages are in years.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from builder.model.base import Document
from builder.model.educators import Competency, Course
from builder.model.grades import Band
from builder.model.household import Questions
from builder.model.lesson import Lesson
from builder.model.unit import Unit

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
Data = Mapping[str, Any]


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
    return data


def lesson(one: Lesson, band: Band, outcomes: Iterable[tuple[str, str]]) -> Data:
    """A lesson with its time and the outcomes it teaches and assesses."""
    terms = {
        code: {"@type": "DefinedTerm", "termCode": code, "name": text} for code, text in outcomes
    }
    return {
        **resource(one, one.summary.shown, "lesson plan", band),
        "timeRequired": f"PT{one.minutes}M",
        "teaches": list(terms.values()),
        "assesses": [terms[code] for code in one.assesses if code in terms],
        "audience": _audience("teacher"),
    }


def unit(one: Unit, band: Band, lessons: Iterable[str]) -> Data:
    """A unit with the names of its lessons in order."""
    parts = [{"@type": "LearningResource", "name": name} for name in lessons]
    about = teaching(one, one.summary.shown, "unit plan", band)
    return {**about, "hasPart": parts}


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


def _audience(role: str) -> Data:
    return {"@type": "EducationalAudience", "educationalRole": role}


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


def collection(title: Markup) -> Data:
    """A page that lists others."""
    return {"@type": "CollectionPage", "name": title.unescape()}


def script(data: Data, language: str) -> str:
    """The data as JSON-LD that cannot end the script element it stands in."""
    if not data:
        return ""
    told = {"@context": {"@vocab": "https://schema.org/"}, **data, "inLanguage": language}
    return json.dumps(told, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
