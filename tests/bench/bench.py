"""Compares this builder with its rivals on one generated curriculum, in one run.

250 documents in 12 languages: the real curriculum, its lessons and topics replaced by 50 lessons
and as many topics as make 250 in all, of sentences of the real curriculum in an order that a fixed
seed chooses. The rivals get one Markdown page for each page that the builder makes, with the same
headings, lists, paragraphs and words; links and marks are left out, to their advantage. Figures are
CPU seconds of the whole process tree (user and system) and wall seconds.

    make bench            the tables below, as Markdown
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from builder import rules, translations
from builder import settings as district
from builder.model import curriculum as model
from builder.model.base import texts

HERE = Path(__file__).resolve().parents[2]
WORK = HERE / ".cache" / "bench"
DOCUMENTS, LESSONS = 250, 50
LANGUAGES = ("en", "es", "zh-Hans", "zh-Hant", "hy", "ko", "vi", "tl", "ar", "fa", "ru", "ja")


@dataclass(frozen=True)
class Measured:
    """What a command cost."""

    name: str
    pages: int
    cpu: float
    wall: float


def main() -> None:
    """Generate, measure, print."""
    ours, plain, hugo = WORK / "ours", WORK / "plain", WORK / "hugo"
    shutil.rmtree(WORK, ignore_errors=True)
    generate(ours)
    curriculum = str(Path(sys.executable).with_name("curriculum"))
    mkdocs = [str(Path(sys.executable).with_name("mkdocs")), "build", "-q"]
    rows = [measure("this builder, from nothing", [curriculum, "build", "--quiet"], ours)]
    write_plain(plain, ours)
    write_hugo(hugo, plain)
    rows.append(median_edit(curriculum, ours))
    rows.append(measure("Material + static-i18n + search", mkdocs, plain))
    rows.append(measure("Hugo", [_hugo(), "--quiet"], hugo))
    print(table(rows))
    print()
    print(check_table(measure_checks(WORK / "check")))


def measure_checks(root: Path) -> list[Measured]:
    """`curriculum check` on 1,000 lessons: all new, then one changed; and PyYAML only reading."""
    generate_lessons(root)
    curriculum = [str(Path(sys.executable).with_name("curriculum")), "check", "--severity", "error"]
    rows = [measure("check, nothing known before", curriculum, root)]
    first = sorted((root / "curriculum/lessons/3-5").glob("*.yml"))[0]
    runs = []
    for _ in range(5):
        first.write_text(first.read_text("utf-8") + "# looked at again\n", "utf-8")
        runs.append(measure("check, one lesson changed (median of 5)", curriculum, root))
    rows.append(sorted(runs, key=lambda run: run.wall)[2])
    rows.append(measure("PyYAML (C) reads the same files", [sys.executable, "-c", _READ], root))
    return rows


_READ = """
import pathlib, yaml
for folder in ("curriculum", "progression"):
    for file in pathlib.Path(folder).rglob("*.yml"):
        yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
"""


def generate_lessons(root: Path) -> None:
    """The real curriculum, its lessons repeated under other names until there are 1,000."""
    shutil.copytree(HERE, root, ignore=_left_out)
    shutil.rmtree(root / "curriculum/translations")
    files = sorted((root / "curriculum/lessons").rglob("*.yml"))
    # Those of the youngest have no room for another word in a sentence.
    files = [file for file in files if _may_be_repeated(file)]
    read = [yaml.load(file.read_text("utf-8"), yaml.CBaseLoader) for file in files]
    for number in range(1000 - len(list((root / "curriculum/lessons").rglob("*.yml")))):
        file, lesson = files[number % len(files)], read[number % len(files)]
        made = {**_named(lesson, _word(number)), "title": f"{lesson['title']} {number}"}
        made |= {"id": f"{file.stem}-{number}", "samples": lesson.get("samples", [])}
        _write(file.with_name(f"{file.stem}-{number}.yml"), made)


def _may_be_repeated(file: Path) -> bool:
    return "tk-2" not in file.parts and "\nexceptions:" not in file.read_text("utf-8")


_SENTENCE = re.compile(r"[^.!?\n]+")
_BETWEEN = re.compile(r"(?<=[a-z]) (?=[a-z])")


def _named(value: Any, word: str) -> Any:
    """The same with a word in each sentence, so that no two lessons share one."""
    if isinstance(value, dict):
        return {key: _named(inner, word) for key, inner in value.items()}
    if isinstance(value, list):
        return [_named(inner, word) for inner in value]
    return _SENTENCE.sub(lambda told: _BETWEEN.sub(f" {word} ", told[0], count=1), value)


def _word(number: int) -> str:
    """A word of three syllables for each number up to a thousand, such as “bodure”."""
    return "".join("bdfgklmprt"[int(digit)] + "aeiou"[int(digit) // 2] for digit in f"{number:03}")


def check_table(rows: list[Measured]) -> str:
    """The figures of the checks as Markdown, wall time against the last row."""
    last = rows[-1]
    return "\n".join(
        [
            f"| 1,000 lessons × {len(rules.every())} rules | CPU s | wall s | × reading alone |",
            "|---|---:|---:|---:|",
            *(
                f"| {row.name} | {row.cpu:.1f} | {row.wall:.2f} | {row.wall / last.wall:.2f} |"
                for row in rows
            ),
        ]
    )


def median_edit(curriculum: str, root: Path) -> Measured:
    """One edit, the median by wall time of five in a row."""
    command = [curriculum, "build", "--dirty", "--quiet"]
    runs = []
    for _ in range(5):
        edit(root)
        runs.append(measure("this builder, one edit (median of 5)", command, root))
    return sorted(runs, key=lambda run: run.wall)[2]


def generate(root: Path) -> None:
    """A project of 250 documents in 12 languages at `root`."""
    shutil.copytree(HERE, root, ignore=_left_out)
    real = model.load(HERE)
    told = district.load(HERE)[0]
    assert told is not None
    _settings(root, told)
    for folder in ("curriculum/topics", "curriculum/lessons"):
        shutil.rmtree(root / folder)
    pool = _sentences(real)
    chance = random.Random(20261122)
    kept = [one for one in real.loaded if one.document.kind not in ("topic", "lesson")]
    for number in range(DOCUMENTS - LESSONS - len(kept)):
        _write(root / f"curriculum/topics/topic-{number}.yml", _topic(number, pool, chance))
    sample = (HERE / "curriculum/lessons/3-5/second-source.yml").read_text("utf-8")
    for number in range(LESSONS):
        _write(
            root / f"curriculum/lessons/3-5/lesson-{number}.yml",
            _lesson(number, sample, pool, chance),
        )
    made = model.load(root)
    assert not made.findings, made.findings[:3]
    assert len(made.loaded) == DOCUMENTS
    shutil.rmtree(root / "curriculum/translations")
    settings = district.load(root)[0]
    assert settings is not None
    _translate(root, made, settings, chance)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """All but what a project is made of."""
    if Path(folder) != HERE:
        return set()
    return set(names) - {"mkdocs.yml", "curriculum", "progression", "overrides"}


def _settings(root: Path, told: district.Settings) -> None:
    data = json.loads(told.model_dump_json(by_alias=True))
    data["languages"] = [one for one in data["languages"] if one["id"] in LANGUAGES]
    for one in data["languages"]:
        one["complete"] = ["family", "lesson", "staff"]
    _write(root / "curriculum/district.yml", data)


def _sentences(real: model.Curriculum) -> list[str]:
    words = (one.shown for entry in real.loaded for one in texts(entry.document))
    return sorted(
        {sentence for told in words for sentence in told.split(". ") if len(sentence) > 30}
    )


def _prose(pool: list[str], chance: random.Random, paragraphs: int = 3) -> str:
    return "\n\n".join(". ".join(chance.sample(pool, 4)) + "." for _ in range(paragraphs))


def _topic(number: int, pool: list[str], chance: random.Random) -> dict[str, object]:
    return {
        "id": f"topic-{number}",
        "title": f"Topic {number}: " + chance.choice(pool)[:40],
        "summary": chance.choice(pool),
        "about": "practice",
        "sections": [
            {"id": f"part-{part}", "title": chance.choice(pool)[:50], "text": _prose(pool, chance)}
            for part in range(6)
        ],
        "ask_us": _prose(pool, chance, 1),
        "license": "CC-BY-4.0",
        "status": "draft",
    }


def _lesson(number: int, sample: str, pool: list[str], chance: random.Random) -> object:
    """The real lesson with its prose replaced, without handouts, so that it makes two pages."""
    data = yaml.safe_load(sample.replace("checked_on: ", "checked_on: !!str "))
    data.update(id=f"lesson-{number}", title=f"Lesson {number}", summary=chance.choice(pool))
    data.update(handouts=[], prerequisites=[], purpose=_prose(pool, chance))
    data["materials"] = [{**one, "handout": None} for one in data["materials"]]
    for one in data["materials"]:
        del one["handout"]
    for segment in data["segments"]:
        segment.update(teacher=_prose(pool, chance, 2), students=_prose(pool, chance, 1))
    return data


def _write(file: Path, data: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120),
        "utf-8",
    )


def _translate(
    root: Path, made: model.Curriculum, settings: district.Settings, chance: random.Random
) -> None:
    """Every passage of every document in every language: its words in another order."""
    for language in settings.languages[1:]:
        for entry in made.loaded:
            asked = translations.passages(entry.document, language)
            if not asked:
                continue
            data = translations.refresh(asked, None, language.id, entry.path)
            filled = _filled(data.decode(), [one.english for one in asked], chance)
            file = root / translations.path_of(entry.document, language.id)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(filled, "utf-8")
        words = [translations.Passage(one, one) for one in translations.interface_words(settings)]
        data = translations.refresh(words, None, language.id, "interface")
        file = root / translations.interface_path(language.id)
        file.write_bytes(data)


def _filled(po: str, english: list[str], chance: random.Random) -> str:
    head, *rest = po.split('\nmsgstr ""\n')
    translated = iter(english)
    parts = [head, '\nmsgstr ""\n', rest[0]] if rest else [head]
    for part in rest[1:]:
        words = next(translated).split(" ")
        chance.shuffle(words)
        told = json.dumps(" ".join(words), ensure_ascii=False)
        parts += [f"\nmsgstr {told}\n", part]
    return "".join(parts)


_BLOCKS = {"p", "div", "dt", "dd", "td", "th", "section", "figcaption", "summary", "caption"}


class Words(HTMLParser):
    """A page from its title on as plain Markdown: headings, lists and paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.within, self.fresh = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.within |= tag == "h1"
            self.fresh = "#" * int(tag[1]) + " "
        elif tag == "li":
            self.fresh = "- "
        elif tag in _BLOCKS:
            self.fresh = self.fresh or " "

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.within = False
        elif tag == "li" or tag in _BLOCKS or re.fullmatch("h[1-6]", tag):
            self.fresh = self.fresh or " "

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not self.within or not words:
            return
        if self.fresh or not self.lines:
            self.lines.append(self.fresh.lstrip() + words)
        else:
            self.lines[-1] += " " + words
        self.fresh = ""


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """The path and the Markdown of each page of a built site."""
    for file in sorted(site.rglob("index.html")):
        words = Words()
        words.feed(file.read_text("utf-8"))
        yield file.parent.relative_to(site).as_posix(), "\n\n".join(words.lines) + "\n"


def write_plain(root: Path, ours: Path) -> None:
    """Stock Material with static-i18n and search, as its documentation sets it up."""
    for path, words in pages(ours / "site"):
        language, *steps = path.split("/") if path.split("/")[0] in LANGUAGES else ["en", path]
        place = "/".join(steps) if steps not in ([], ["."]) else "index"
        file = root / "docs" / language / f"{place}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    languages = [
        {"locale": {"zh-Hans": "zh"}.get(one, one), "name": one, "default": one == "en"}
        for one in LANGUAGES
    ]
    (root / "docs/zh-Hans").rename(root / "docs/zh")
    config = {
        "site_name": "Plain",
        "site_url": "https://curriculum.example.org/",
        "theme": {"name": "material", "font": False, "features": ["navigation.tabs"]},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
    }
    _write(root / "mkdocs.yml", config)


def write_hugo(root: Path, plain: Path) -> None:
    """Hugo with one layout: a header, the list of the section, the page."""
    languages = {
        one.lower(): {"languageName": one, "contentDir": f"content/{one}", "weight": number + 1}
        for number, one in enumerate(LANGUAGES)
    }
    for language in LANGUAGES:
        source = plain / "docs" / {"zh-Hans": "zh"}.get(language, language)
        shutil.copytree(source, root / "content" / language)
        for file in (root / "content" / language).rglob("index.md"):
            if any(one.is_dir() for one in file.parent.iterdir()):
                file.rename(file.with_name("_index.md"))  # it has pages below it
    config = {
        "baseURL": "https://curriculum.example.org/",
        "title": "Hugo",
        "defaultContentLanguage": "en",
        "languages": languages,
    }
    (root / "hugo.json").write_text(json.dumps(config), "utf-8")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "baseof.html").write_text(_BASE, "utf-8")
    (layouts / "single.html").write_text('{{ define "main" }}{{ .Content }}{{ end }}', "utf-8")
    (layouts / "list.html").write_text(
        '{{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">'
        "{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}",
        "utf-8",
    )


_BASE = """<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><header><nav><ul>
{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}
{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a></li>
{{ end }}</ul></nav></header><main>{{ block "main" . }}{{ end }}</main></body></html>
"""


def _hugo() -> str:
    found = os.environ.get("HUGO") or shutil.which("hugo")
    if not found:
        sys.exit("There is no Hugo here. `make bench` installs it; or name yours in HUGO=/path.")
    return found


def edit(root: Path) -> None:
    """Change one sentence of one topic."""
    file = root / "curriculum/topics/topic-7.yml"
    data = yaml.safe_load(file.read_text("utf-8"))
    _write(file, {**data, "ask_us": "Ask your school office first. " + data["ask_us"]})


def measure(name: str, command: list[str], folder: Path) -> Measured:
    """Run the command in the folder; CPU of the whole tree, wall time, pages that stand there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    site = folder / ("public" if (folder / "public").exists() else "site")
    return Measured(name, sum(1 for _ in site.rglob("index.html")), cpu, wall)


def table(rows: list[Measured]) -> str:
    """The figures as Markdown, CPU against the first row."""
    first = rows[0]
    lines = [
        "| | pages | CPU s | × this builder | wall s |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {row.name} | {row.pages:,} | {row.cpu:.1f} | {row.cpu / first.cpu:.2f} "
            f"| {row.wall:.2f} |"
            for row in rows
        ),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
