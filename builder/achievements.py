"""What finishing a course shows, as a definition that badge systems read; nobody is named in it.

Source: 1EdTech Open Badges 3.0, Achievement. Its identifier is made from the names of district and
course alone, so that it stays the same wherever the site stands and whatever the edition.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from builder.model.curriculum import Curriculum
from builder.model.educators import Competencies, Competency, Course
from builder.settings import Settings

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_NAMES = uuid5(NAMESPACE_URL, "https://purl.imsglobal.org/spec/ob/v3p0/")
Data = dict[str, Any]


def achievements(curriculum: Curriculum, settings: Settings, site_url: str) -> Mapping[str, bytes]:
    """The definition of each course by the path of its file, which stands beside the page."""
    return {
        f"courses/{one.id}/achievement.json": _json(
            _achievement(one, curriculum, settings, site_url)
        )
        for one in curriculum.all(Course).values()
    }


def _achievement(one: Course, curriculum: Curriculum, settings: Settings, site_url: str) -> Data:
    district = settings.district.name
    named = {id for module in one.modules for id in module.competencies}
    told: Data = {
        "@context": CONTEXT,
        "id": _urn(district, "course", one.id),
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": one.badge.name.shown,
        "description": one.badge.description.shown,
        "criteria": {"narrative": "\n".join(f"- {each.text.shown}" for each in one.badge.criteria)},
        "creator": {"id": _urn(district), "type": ["Profile"], "name": district},
        "humanCode": one.id,
        "inLanguage": "en",
        "version": settings.edition,
    }
    if site_url:  # what points at a page needs to know where it stands
        told["criteria"]["id"] = f"{site_url}courses/{one.id}/#badge"
        told["creator"]["url"] = site_url
        told["alignment"] = [
            _alignment(each, document, site_url)
            for document in curriculum.all(Competencies).values()
            for each in document.competencies
            if each.id in named
        ]
    return told


def _alignment(one: Competency, document: Competencies, site_url: str) -> Data:
    return {
        "type": ["Alignment"],
        "targetName": one.title.shown,
        "targetDescription": one.text.shown,
        "targetUrl": f"{site_url}competencies/#{one.id}",
        "targetCode": one.id,
        "targetFramework": document.title.shown,
    }


def _urn(*names: str) -> str:
    return uuid5(_NAMES, "/".join(names)).urn


def _json(data: Data) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
