"""Projects that can be built: the sample district with the theme and translations put in.

Translations here are made, not written: “[es] Two sources”. So a test sees at once which language
stands where.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from builder import build, cli, data, po, settings, translations
from builder.model import curriculum
from builder.plugin import build_site
from builder.web import Web

ROOT = Path(__file__).parents[1]
SAMPLE = Path(__file__).parent / "sample"
OTHERS = ("es", "ar")
GUIDE = "curriculum/translations/es/guides/3-5.po"
LESSON = "curriculum/translations/es/lessons/two-sources.po"
TWO_SOURCES = "curriculum/lessons/3-5/two-sources.yml"
INTERFACE = "curriculum/translations/es/interface.po"

Change = Callable[[str, po.Entry], po.Entry]


def sample(root: Path) -> Path:
    """The sample at `root`, without the memories that pytest leaves when it reads its files."""
    return shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns(".cache"))


def make(root: Path) -> Path:
    """A project at `root`: Spanish whole but for one passage, Arabic for families."""
    sample(root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    edit(root, "mkdocs.yml", "curriculum.example.org", "sample.example.org")
    edit(
        root,
        "curriculum/district.yml",
        "english: Spanish}",
        "english: Spanish, complete: [family, lesson, staff]}",
    )
    edit(root, "curriculum/district.yml", "direction: rtl}", "direction: rtl, complete: [family]}")
    without_language(root, "km")
    refresh(root)
    for path in sorted((root / "curriculum/translations").rglob("*.po")):
        language = path.relative_to(root / "curriculum/translations").parts[0]
        change(root, path.relative_to(root).as_posix(), translated(language))
    change(root, GUIDE, reviewed("title"))
    change(root, LESSON, forgotten("purpose"))
    return root


def copied(root: Path, to: Path) -> Path:
    """The project once more; times stay, so that nothing seems new."""
    shutil.copytree(root, to)
    return to


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change words that stand once in a file."""
    words = (root / path).read_text("utf-8")
    assert words.count(old) == 1, f"“{old}” stands {words.count(old)} times in {path}"
    (root / path).write_text(words.replace(old, new), "utf-8")


def edit_title(root: Path) -> None:
    """Call the lesson “Two good sources”."""
    edit(root, TWO_SOURCES, "title: Two sources", "title: Two good sources")


def without_language(root: Path, language: str) -> None:
    """Take a language out of the settings."""
    file = root / "curriculum/district.yml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in lines if f"id: {language}," not in one), "utf-8")


def refresh(root: Path) -> list[str]:
    """Bring every PO file of the project up to date."""
    district, _ = settings.load(root)
    assert district
    return translations.refresh_all(root, curriculum.load(root), district, OTHERS)


def change(root: Path, path: str, alter: Change) -> None:
    """Pass every entry of a PO file through `alter`."""
    language = path.split("/")[2]
    entries = po.read(root / path)
    done = {address: alter(address, entry) for address, entry in entries.items()}
    (root / path).write_bytes(po.write(done, {}, language, "made by a test"))


def translated(language: str) -> Change:
    """Every passage as a draft in the language."""
    return lambda address, entry: replace(entry, translation=f"[{language}] {entry.english}")


def reviewed(*addresses: str) -> Change:
    """The passages at these addresses as reviewed."""

    def alter(address: str, entry: po.Entry) -> po.Entry:
        if address not in addresses:
            return entry
        mark = f"Reviewed by the family liaison, 2026-11-22 ({seal(entry)})"
        return replace(entry, comments=(mark,))

    return alter


def seal(entry: po.Entry) -> str:
    """What ties a review to both sides of an entry."""
    return po.seal(entry.english, entry.translation)


def forgotten(*addresses: str) -> Change:
    """The passages at these addresses without a translation."""
    return lambda address, entry: po.Entry(entry.english) if address in addresses else entry


def run(*words: str) -> Result:
    """The command `curriculum translate`."""
    return CliRunner().invoke(cli.main, ["translate", *words])


def files(site: Path) -> Mapping[str, bytes]:
    """Every file of a site by its path."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def clean(root: Path, beside: str = "clean") -> dict[str, bytes]:
    """What a build of this project from nothing gives, in a copy that knows nothing."""
    other = root.parent / beside
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("site", ".cache", ".site-*"))
    return dict(files(build_site(other)))


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files in which two sites differ: shorter to read than their bytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def assert_same(site: Path, wanted: Mapping[str, bytes]) -> None:
    """The files of a site are these."""
    assert differing(dict(files(site)), wanted) == []


def site_of(root: Path, whole: curriculum.Curriculum | None = None) -> build.Site:
    """The pages of the project, none made yet and no rule asked, or of another curriculum."""
    district, _ = settings.load(root)
    assert district
    documents = build.whole(whole or curriculum.load(root))
    return build.Site(root, district, documents, translations.Catalogs(root))


def data_files(
    root: Path,
    site_url: str = "https://sample.example.org/",
    wanted: str = "",
    whole: curriculum.Curriculum | None = None,
) -> Mapping[str, bytes]:
    """Every data file of the project by its place, made now; no rule is asked.

    Only those whose place has `wanted` in it, and of another curriculum where one is given.
    """
    site, made = site_of(root, whole), {}
    for one in data.every(site.curriculum, site.settings):
        if wanted in one.place:
            pieces = [
                piece.make(site.view(site.reader(one.language)), Web(site_url)).encode()
                for piece in (one.beginning, *one.rows)
            ]
            made[one.place] = one.joined(pieces)
    return made
