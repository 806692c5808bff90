"""A published address answers for ever: what is retired says so, what is gone leads on."""

from __future__ import annotations

import json
from pathlib import Path

import projects
from projects import edit

from builder import build, files
from builder.plugin import build_site
from builder.plugin.forwards import forwards
from builder.snapshots import path_of

LESSON = "curriculum/lessons/9-12/test-a-tool.yml"


def page(root: Path, language: str, path: str) -> str:
    """The HTML of a page as the site makes it."""
    site = build.unchecked(root)
    address = next(one for one in site.addresses if one.path == path)
    return site.page(language, address).html


def test_a_retired_lesson_says_why_and_what_to_use_instead(project: Path) -> None:
    words = "status: retired\nreplaced_by: next-word\nretired_because: Nobody tests it now.\n"
    edit(project, LESSON, "subjects:", f"{words}subjects:")
    for path in ("lessons/test-a-tool/", "lessons/test-a-tool/student/"):
        told = page(project, "es", path)
        assert "[es] This is no longer used." in told
        assert '<span data-at="retired_because" lang="en" dir="ltr"' in told
        steps = "../" * path.count("/")
        assert f'<a href="{steps}lessons/next-word/">[es] The next word</a>' in told
    assert "no longer used" not in page(project, "es", "lessons/next-word/")


def test_a_retired_lesson_is_not_found_by_search(project: Path) -> None:
    site = build.unchecked(project)
    address = next(one for one in site.addresses if one.path == "lessons/test-a-tool/")
    assert site.page("en", address).search
    edit(project, LESSON, "subjects:", "status: retired\nretired_because: Old.\nsubjects:")
    assert build.unchecked(project).page("en", address).search == ()


def test_no_address_of_an_edition_takes_the_place_of_a_page(project: Path) -> None:
    """Neither a home nor a page of a language, whatever a snapshot says that stood there."""
    site = build.unchecked(project)
    pages = ("es/", "es/lessons/two-sources/", "ar/es/", "old/page/")
    told = site.edition.snapshot.model_copy(update={"pages": pages, "edition": "2025-26"})
    files.write(project / path_of("2025-26"), told.written())
    made = {name for name, _ in forwards(build.unchecked(project))}
    real = {
        f"{prefix}{one.path}index.html" for prefix in ("", "es/", "ar/") for one in site.addresses
    }
    assert made & real == set()
    assert {"old/page/index.html", "es/old/page/index.html", "ar/old/page/index.html"} <= made


def test_an_address_without_a_page_leads_to_the_nearest_one(project: Path) -> None:
    snapshot = build.unchecked(project).edition.snapshot
    pages = (*snapshot.pages, "lessons/two-sources/handouts/old/", "old/page/")
    told = snapshot.model_copy(update={"pages": pages, "edition": "2025-26"})
    files.write(project / path_of("2025-26"), told.written())
    site = build_site(project)
    for prefix in ("", "ar/"):
        sheet = (site / f"{prefix}lessons/two-sources/handouts/old/index.html").read_text("utf-8")
        assert 'content="0; url=../../"' in sheet
        assert 'content="0; url=../../"' in (site / f"{prefix}old/page/index.html").read_text(
            "utf-8"
        )
    known = json.loads((site / "pages.json").read_bytes())["pages"]
    assert "old/page/" not in known
    before = projects.files(site)
    assert projects.files(build_site(project, dirty=True)) == before
