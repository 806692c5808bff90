"""What a Weblate server is told of this project: one JSON with fields of its REST API.

The one idea: the words of the site are the main component, and a discovery add-on for each kind of
document finds its PO files, one component for each document. Nothing has to be listed by hand.

- `project` goes to POST /api/projects/, `component` to POST /api/projects/<project>/components/,
  each of `addons` to POST /api/components/<project>/<component>/addons/.
- The files are bilingual and made by `curriculum translate refresh`, so there is no template and
  no base for new languages, and Weblate adds no language by itself.
- A changed passage is stale and never guessed at: fuzzy matching is off, and the add-ons “Update PO
  files to match POT” and “Automatic translation” must stay off too.

Source: Weblate's documentation, “Weblate's REST API”, “Component discovery”, “Language aliases”,
“Translation files management”. Not tried: no server was asked. `file_format_params` is known to
releases from 2025 on; older ones set the same in the add-on “Customize gettext output”. `repo` and
the rights of whoever pushes have to be filled in by whoever runs the server.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from builder import notes
from builder.interface import FOLDER
from builder.model.base import Document
from builder.model.curriculum import Curriculum
from builder.model.head import has_words
from builder.settings import Settings

LICENSE = "CC-BY-4.0"
MAIN = "interface"
# Where Weblate calls a language by another name than the tag of its folder.
_CODES: Mapping[str, str] = {"tl": "fil"}
_FORMAT: Mapping[str, bool | int] = {
    "po_fuzzy_matching": False,
    "po_keep_previous": True,
    "po_line_wrap": 65535,  # only where the words themselves break, as `refresh` writes them
    "po_no_location": True,
}


def weblate(
    curriculum: Curriculum, settings: Settings, repo: str = "", branch: str = "main"
) -> dict[str, Any]:
    """The project, its main component and the add-ons that find all others."""
    languages = [one.id for one in settings.languages[1:]]
    return {
        "project": {
            "name": settings.site_name,
            "slug": _slug(settings.site_name),
            "web": repo.removesuffix(".git"),
            "language_aliases": ",".join(f"{one}:{code(one)}" for one in languages if _other(one)),
        },
        "component": _component(languages, repo, branch),
        "addons": [_discovery(one, languages) for one in _kinds(curriculum)],
    }


def code(language: str) -> str:
    """What Weblate calls the language of this tag: `zh_Hans`, `fil`."""
    return _CODES.get(language, language.replace("-", "_"))


def _other(language: str) -> bool:
    return code(language) != language


def _component(languages: list[str], repo: str, branch: str) -> dict[str, Any]:
    return {
        "name": "Words of the site",
        "slug": MAIN,
        "vcs": "git",
        "repo": repo,
        "branch": branch,
        "filemask": f"{FOLDER}/*/{MAIN}.po",
        "template": "",
        "new_base": "",
        "file_format": "po",
        "file_format_params": dict(_FORMAT),
        "source_language": "en",
        "language_regex": _only(languages),
        "new_lang": "none",
        "license": LICENSE,
        "allow_translation_propagation": False,
        "enable_suggestions": True,
        "manage_units": False,
        "check_flags": r'placeholders:r"\{\w+\}"',
    }


def _discovery(kind: type[Document], languages: list[str]) -> dict[str, Any]:
    """The add-on that makes a component of each document of a kind."""
    folder = kind.folder.rpartition("/")[2]
    pattern = rf"{FOLDER}/(?P<language>[^/.]*)/{re.escape(folder)}/(?P<component>[^/]*)\.po"
    return {
        "name": "weblate.discovery.discovery",
        "configuration": {
            "match": pattern,
            "file_format": "po",
            "name_template": f"{notes.page(kind)}: {{{{ component }}}}",
            "base_file_template": "",
            "new_base_template": "",
            "intermediate_template": "",
            "language_regex": _only(languages),
            "copy_addons": False,
            "remove": False,
            "confirm": True,
        },
    }


def _kinds(curriculum: Curriculum) -> list[type[Document]]:
    """The kinds that have documents with words, by their folders."""
    kinds = {type(one.document) for one in curriculum.entries if has_words(type(one.document))}
    return sorted(kinds, key=lambda one: one.folder)


def _only(languages: list[str]) -> str:
    return f"^({'|'.join(map(re.escape, languages))})$"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "curriculum"
