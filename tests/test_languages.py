"""A district adds a language: its pages stand, and every word of ours can be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import material
import projects
import pytest

from builder import build, interface
from builder.plugin import build_site
from builder.templates import Reader

THEIRS = Path(material.__file__).parent / "templates/partials/languages"


def test_a_language_that_the_theme_does_not_have_gets_its_english_words(tmp_path: Path) -> None:
    assert not (THEIRS / "pa.html").exists(), "the theme has it now: take another one"
    root = projects.make(tmp_path / "project")
    projects.without_language(root, "ar")
    settings = root / "curriculum/district.yml"
    words = settings.read_text("utf-8").replace(
        "downloads:", "  - {id: pa, name: ਪੰਜਾਬੀ, english: Punjabi}\ndownloads:"
    )
    settings.write_text(words, "utf-8")
    site = build_site(root)
    pages = {id: (site / id / "index.html").read_text("utf-8") for id in ("", "es", "pa")}
    for id, skip in (("", "Skip to content"), ("es", "Saltar a contenido"), ("pa", "")):
        assert re.search(rf'<html lang="{id or "en"}"', pages[id])
        told = re.search(r'class="md-skip">\s*(.*?)\s*</a>', pages[id])
        assert told
        assert told[1] == (skip or "Skip to content")


class _Asked(Mapping[str, str]):
    """Words of the site that note what is asked of them, and have nothing to say."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    def __getitem__(self, words: str) -> str:
        self.words.add(words)
        raise KeyError(words)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_every_word_that_a_page_says_is_there_for_translators(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = projects.site_of(projects.sample(tmp_path / "project"))
    asked, reader = _Asked(), build.Site.reader

    def noting(site: build.Site, language: str, path: str = "") -> Reader:
        return replace(reader(site, language, path), words=asked)

    monkeypatch.setattr(build.Site, "reader", noting)
    for address in site.addresses:
        site.page("es", address)
    assert len(asked.words) > 100
    assert asked.words - set(interface.interface_words(site.settings)) == set()
