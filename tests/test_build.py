"""Builds: the same bytes from the same words, by any road, and never a broken site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import projects
import pytest
from projects import GUIDE, INTERFACE, LESSON, ROOT, change, edit, files, forgotten

from builder import build, plugin, po
from builder.model import curriculum
from builder.plugin import SiteError, build_site, outputs, run

MEMORY = ".cache/pages.json"
TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"
LANGUAGES = 4


@contextmanager
def counted() -> Iterator[list[int]]:
    """Counts the pages that are written meanwhile."""
    written = [0]

    def step() -> None:
        written[0] += 1

    plugin.listen(step)
    try:
        yield written
    finally:
        plugin.forget(step)


def clean(root: Path, beside: str = "clean") -> dict[str, bytes]:
    """What a build of this project from nothing gives, in a copy that knows nothing."""
    other = root.parent / beside
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("site", ".cache", ".site-*"))
    return dict(files(build_site(other)))


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files in which two sites differ: shorter to read than their bytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def assert_same(site: Path, wanted: dict[str, bytes]) -> None:
    assert differing(dict(files(site)), wanted) == []


def run_python(code: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a fresh process, far from the project."""
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


BUILD = "import sys, pathlib, builder.plugin as p; p.build_site(pathlib.Path(sys.argv[1]))"
BUILD_DIRTY = BUILD.replace("[1])", "[1]), dirty=True")

# Two clean builds


def test_a_second_build_writes_the_same_bytes(built: Path) -> None:
    assert_same(built / "site", clean(built, "second"))


@pytest.mark.parametrize(
    ("seed", "locale", "zone"),
    [("1", "tr_TR.UTF-8", "Pacific/Kiritimati"), ("2", "C", "America/Los_Angeles")],
)
def test_seed_locale_zone_and_folder_do_not_matter(
    built: Path, tmp_path: Path, seed: str, locale: str, zone: str
) -> None:
    other = tmp_path / "elsewhere with spaces"
    shutil.copytree(built, other, ignore=shutil.ignore_patterns("site", ".cache"))
    done = run_python(BUILD, str(other), PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone)
    assert done.returncode == 0, done.stderr
    assert_same(other / "site", dict(files(built / "site")))


def test_mkdocs_itself_builds_the_same_site(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "plain"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("site", ".cache"))
    done = mkdocs(root)
    assert done.returncode == 0, done.stderr
    assert_same(root / "site", dict(files(built / "site")))


def mkdocs(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_shell_rendered_once_equals_the_shell_rendered_for_each_page(built: Path) -> None:
    root = projects.copied(built, built.parent / "uncached")
    edit(root, "mkdocs.yml", "  - curriculum:\n", "  - curriculum:\n      cached_shell: false\n")
    site = dict(files(build_site(root)))
    assert differing(site, dict(files(built / "site"))) == []
    kinds = {address.kind for address in build.load(root).addresses}
    assert len(kinds) >= 20, "every page type stands in the sample"


# A dirty build


def edit_body(root: Path) -> None:
    edit(root, TWO_SOURCES, "A sure voice is easy to trust.", "A sure voice is easily trusted.")


def edit_title(root: Path) -> None:
    edit(root, TWO_SOURCES, "title: Two sources", "title: Two good sources")


def edit_card(root: Path) -> None:
    edit(root, TWO_SOURCES, "grades: [3, 4, 5]", "grades: [4, 5]")


def edit_translation(root: Path) -> None:
    edit(root, GUIDE, "[es] Ask your child how", "[es] Pregunte cómo")


def edit_title_translation(root: Path) -> None:
    edit(root, LESSON, "[es] Two sources", "[es] Dos fuentes")


def edit_interface(root: Path) -> None:
    edit(root, INTERFACE, 'msgstr "[es] Glossary"', 'msgstr "Glosario"')


def take_translations_away(root: Path) -> None:
    """Less than half of the guide is left, so the menu of its page changes in every language."""
    change(root, GUIDE, lambda address, entry: po.Entry(entry.english))


def add_a_language_file(root: Path) -> None:
    path = "curriculum/translations/km/lessons/two-sources.po"
    change(root, path, projects.translated("km"))


def remove_a_lesson(root: Path) -> None:
    """The last one, which no other document names."""
    (root / "curriculum/lessons/9-12/test-a-tool.yml").unlink()


def add_a_lesson(root: Path) -> None:
    words = (root / TWO_SOURCES).read_text("utf-8")
    words = words.replace("id: two-sources", "id: three-sources").replace("Two sou", "Three sou")
    (root / "curriculum/lessons/3-5/three-sources.yml").write_text(words, "utf-8")


def retire(root: Path) -> None:
    edit(root, "curriculum/lessons/9-12/test-a-tool.yml", "title:", "status: retired\ntitle:")


def rename_a_term(root: Path) -> None:
    path = "curriculum/glossary/source.yml"
    words = (root / path).read_text("utf-8")
    (root / path).write_text(words.replace("explanation: ", "explanation: Once more: "), "utf-8")


def change_the_phone(root: Path) -> None:
    edit(root, "curriculum/district.yml", "555-0100", "555-0101")


def drop_a_language(root: Path) -> None:
    words = (root / "curriculum/district.yml").read_text("utf-8")
    left = [line for line in words.splitlines() if "id: km" not in line]
    (root / "curriculum/district.yml").write_text("\n".join(left) + "\n", "utf-8")


def drop_two_pages_of_a_language(root: Path) -> None:
    drop_a_language(root)
    remove_a_lesson(root)


def edit_the_header(root: Path) -> None:
    edit(root, "overrides/partials/header.html", 'data-md-component="header">', "><!-- new -->")


def edit_the_mark(root: Path) -> None:
    file = root / "overrides/partials/mark.svg"
    file.write_text(file.read_text("utf-8").replace("<svg", '<svg data-new=""', 1), "utf-8")


def edit_the_style(root: Path) -> None:
    file = root / "overrides/assets/site.css"
    file.write_text(file.read_text("utf-8") + "/* new */\n", "utf-8")
    os.utime(file, (0, 0))  # as from an archive: older than what was built


def remove_an_asset(root: Path) -> None:
    (root / "overrides/assets/search/minisearch.license.txt").unlink()


def change_the_address(root: Path) -> None:
    edit(root, "mkdocs.yml", "sample.example.org/", "sample.example.org/curriculum/")


def touch_nothing(root: Path) -> None:
    """Nothing but times: what counts is the words."""
    os.utime(root / TWO_SOURCES)
    os.utime(root / GUIDE)


ALL = -1
EDITS: dict[Callable[[Path], None], int] = {}


@pytest.mark.parametrize(("alter", "pages"), EDITS.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_dirty_build_equals_a_clean_one_and_makes_what_it_must(
    project: Path, alter: Callable[[Path], None], pages: int
) -> None:
    alter(project)
    with counted() as written:
        build_site(project, dirty=True)
    made = written[0]
    wanted = clean(project)
    assert_same(project / "site", wanted)
    every = sum(path.endswith("index.html") for path in wanted)
    assert made == (every if pages == ALL else pages)
