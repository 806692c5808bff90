"""What finishing a course shows, as a definition that badge systems read; nobody is named in it.

Source: 1EdTech Open Badges 3.0, Achievement. Its identifier is made from the names of district and
course alone, so that it stays the same wherever the site stands and whatever the edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from builder.data.file import DataFile, Piece, written
from builder.model.curriculum import Curriculum
from builder.model.educators import Competencies, Competency, Course
from builder.pages import View
from builder.web import Web

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_NAMES = uuid5(NAMESPACE_URL, "https://purl.imsglobal.org/spec/ob/v3p0/")
Data = dict[str, Any]


def files(curriculum: Curriculum) -> Iterator[DataFile]:
    """The definition of each course, in a file that stands beside its page."""
    for id in curriculum.all(Course):
        path = f"courses/{id}/achievement.json"
        yield DataFile("en", path, Piece("achievement", partial(_achievement, id)))


def _achievement(id: str, view: View, web: Web) -> str:
    one, district = view.document(Course, id), view.settings.district.name
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
        "version": view.settings.edition,
    }
    if web.site_url:  # what points at a page needs to know where it stands
        told["criteria"]["id"] = web.address(f"courses/{one.id}/#badge")
        told["creator"]["url"] = web.address("")
        told["alignment"] = [
            _alignment(each, document, web)
            for document in view.documents(Competencies).values()
            for each in document.competencies
            if each.id in named
        ]
    return written(told)


def _alignment(one: Competency, document: Competencies, web: Web) -> Data:
    return {
        "type": ["Alignment"],
        "targetName": one.title.shown,
        "targetDescription": one.text.shown,
        "targetUrl": web.address(f"competencies/#{one.id}"),
        "targetCode": one.id,
        "targetFramework": document.title.shown,
    }


def _urn(*names: str) -> str:
    return uuid5(_NAMES, "/".join(names)).urn
