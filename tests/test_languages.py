"""A district adds a language: its pages stand, also where the theme has no words of its own."""

from __future__ import annotations

import re
from pathlib import Path

import material
import projects

from builder.plugin import build_site

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
