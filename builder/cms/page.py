"""The editor's page: the files of `/admin/`, all of them served from the site's own origin.

Decap CMS and the reader of YAML that it needs are fetched by `.ci/bootstrap editor`, checked by
hash, and stand in `.cache/editor`; they are no part of the repository.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from builder import files
from builder.githost import Editor
from builder.model.curriculum import Curriculum
from builder.settings import Settings

FOLDER = "admin"
PARTS = ".cache/editor"
_OWN = Path(__file__).parent / "admin"


def missing(root: Path, settings: Settings) -> str:
    """What to do where the settings ask for the editor and its parts are not there, or nothing."""
    parts = ("decap-cms.js", "yaml/index.js")
    if settings.editor is None or all((root / PARTS / one).is_file() for one in parts):
        return ""
    return (
        "The settings have an `editor`, but its parts are not in .cache/editor. Fetch them:"
        " .ci/bootstrap editor (or take `editor` out of the settings)"
    )


def put(site: Path, root: Path, curriculum: Curriculum, settings: Settings) -> None:
    """Put the editor into the folder of a site; settings without an `editor` put none there."""
    if settings.editor is None:
        return
    from builder.cms.config import configuration, written

    told = configuration(curriculum, settings, settings.editor)
    files.write(site / FOLDER / "config.yml", written(told))
    for own in sorted(_OWN.iterdir()):
        data = own.read_text("utf-8")
        if own.name == "index.html":
            data = data.replace("{policy}", escape(policy(settings.editor)))
        files.write(site / FOLDER / own.name, data.encode())
    _link(root / PARTS, site / FOLDER)


def lend(root: Path, to: Path) -> None:
    """Let another state of the project have the parts that were fetched for this one."""
    _link(root / PARTS, to / PARTS)


def _link(folder: Path, to: Path) -> None:
    for part in sorted(folder.rglob("*")):
        if part.is_file():
            place = to / part.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            files.link(part, place)


def policy(editor: Editor) -> str:
    """What the page may load: its own files, and the addresses of the git host it works with.

    Decap makes functions from text and writes styles into the page, so both are let through here,
    on this page alone.
    """
    hosts = " ".join(dict.fromkeys(_origin(one) for one in editor.addresses()))
    return (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'unsafe-inline';"
        f" img-src 'self' data: blob:; connect-src 'self' blob: {hosts};"
        " base-uri 'none'; form-action 'none'"
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
