"""Compares this builder with its rivals on one generated curriculum, in one run.

250 documents in 12 languages: the real curriculum, its lessons and topics repeated until there are
50 lessons and as many topics as make 250 documents in all, each sentence with a word of its own,
each translation that of the real document with that word. What names a real lesson or topic is left
out, as those have other names here, and so are files to take away, which no rival makes. The rivals
get one Markdown page for each page that the builder makes, with the same headings, lists,
paragraphs and words; links and marks are left out, to their advantage. Figures are CPU seconds of
the whole process tree (user and system) and wall seconds. A machine may change its speed meanwhile:
what takes little time is measured before and after what takes long, and the median counts.

    make bench            the tables below, as Markdown
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from builder import build, po, rules, translations
from builder import settings as district
from builder.finding import Severity
from builder.model import curriculum as model
from builder.model.base import Document, texts

HERE = Path(__file__).resolve().parents[2]
WORK = HERE / ".cache" / "bench"
DOCUMENTS, LESSONS = 250, 50
LONG_TOPIC = 4500
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
    whole = partial(anew, "this builder, from nothing", [curriculum, "build", "--quiet"], ours)
    light = partial(anew, "Hugo", [_hugo(), "--quiet"], hugo)
    wholes = [whole()]
    write_plain(plain, ours)
    write_hugo(hugo, plain)
    lights = [light()]
    heavy = measure("Material + static-i18n + search", mkdocs, plain)
    for _ in range(2):
        wholes.append(whole())
        lights.append(light())
    edits = [edited(curriculum, ours) for _ in range(5)]
    rows = [median(wholes), median(edits), heavy, median(lights)]
    print(table(rows))
    print()
    print(check_table(measure_checks(WORK / "check")))


def measure_checks(root: Path) -> list[Measured]:
    """`curriculum check` on 1,000 lessons: all new, then one changed; and PyYAML only reading."""
    generate_lessons(root)
    check = [str(Path(sys.executable).with_name("curriculum")), "check"]
    first = sorted((root / "curriculum/lessons/3-5").glob("*.yml"))[0]
    read = partial(measure, "PyYAML (C) reads the same files", [sys.executable, "-c", _READ], root)
    rows, reads = [], [read()]
    for options in (["--severity", "error"], []):
        asked = f"{_rules(options)} rules"
        rows.append(anew(f"{asked}, nothing known before", [*check, *options], root))
        runs = []
        for _ in range(5):
            first.write_text(first.read_text("utf-8") + "# looked at again\n", "utf-8")
            runs.append(measure(f"{asked}, one lesson changed", [*check, *options], root))
        rows.append(median(runs))
        reads.append(read())
    return [*rows, median(reads)]


def _rules(options: list[str]) -> int:
    """How many rules a check with these options asks."""
    errors = [one for one in rules.every() if one.severity is Severity.ERROR]
    return len(errors if options else rules.every())


_READ = """
import pathlib, yaml
for folder in ("curriculum", "progression"):
    for file in pathlib.Path(folder).rglob("*.yml"):
        yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
"""


def generate_lessons(root: Path) -> None:
    """The real curriculum without translations, its lessons repeated until there are 1,000."""
    shutil.copytree(HERE, root, ignore=_left_out)
    files = sorted((root / "curriculum/lessons").rglob("*.yml"))
    models = [file.relative_to(root).as_posix() for file in files if _may_be_repeated(file)]
    repeat(root, models, 1000 - len(files))
    for folder in ("translations", "units"):  # a unit would miss the others
        shutil.rmtree(root / "curriculum" / folder, ignore_errors=True)


def _may_be_repeated(file: Path) -> bool:
    """Whether there is room for more words, and nothing in it is excepted from a rule."""
    words = file.read_text("utf-8")
    full = "/topics/" in file.as_posix() and len(words) > LONG_TOPIC
    return "tk-2" not in file.parts and "\nexceptions:" not in words and not full


_SENTENCE, _LINE = re.compile(r"[^.!?\n]+"), re.compile(r"[^\n]+")
_BETWEEN = re.compile(r"(?<=[a-z]) (?=[a-z])")


def _named(value: Any, word: str, each: re.Pattern[str]) -> Any:
    """The same with a word in each sentence, or in each line."""
    if isinstance(value, dict):
        return {key: _named(inner, word, each) for key, inner in value.items()}
    if isinstance(value, list):
        return [_named(inner, word, each) for inner in value]
    return each.sub(lambda told: _BETWEEN.sub(f" {word} ", told[0], count=1), value)


def _word(number: int) -> str:
    """A word of three syllables for each number up to a thousand, such as “bodure”."""
    return "".join("bdfgklmprt"[int(digit)] + "aeiou"[int(digit) // 2] for digit in f"{number:03}")


def check_table(rows: list[Measured]) -> str:
    """The figures of the checks as Markdown, wall time against the last row."""
    last = rows[-1]
    return "\n".join(
        [
            "| `curriculum check` on 1,000 lessons | CPU s | wall s | × reading alone |",
            "|---|---:|---:|---:|",
            *(
                f"| {row.name} | {row.cpu:.1f} | {row.wall:.2f} | {row.wall / last.wall:.2f} |"
                for row in rows
            ),
        ]
    )


def edited(curriculum: str, root: Path) -> Measured:
    """A build after one edit."""
    edit(root)
    return measure("this builder, one edit", [curriculum, "build", "--dirty", "--quiet"], root)


def anew(name: str, command: list[str], root: Path) -> Measured:
    """The command where nothing is left of the time before."""
    for made in (".cache", "site", "public"):
        shutil.rmtree(root / made, ignore_errors=True)
    return measure(name, command, root)


def median(runs: list[Measured]) -> Measured:
    """The run that took the middle time."""
    middle = sorted(runs, key=lambda run: run.wall)[len(runs) // 2]
    return replace(middle, name=f"{middle.name} (median of {len(runs)})")


def generate(root: Path) -> None:
    """A project of 250 documents in 12 languages at `root`."""
    shutil.copytree(HERE, root, ignore=_left_out)
    told = district.load(HERE)[0]
    assert told is not None
    _settings(root, told)
    real = [one for one in model.load(HERE).loaded if one.document.kind in ("topic", "lesson")]
    _leave_out(root, {one.source.path for one in real})
    for kind, many in (("lesson", LESSONS), ("topic", DOCUMENTS - LESSONS - _count(root))):
        # Without its sheets a lesson that uses AI no longer says where students disclose it.
        models = [
            one.source.path
            for one in real
            if one.document.kind == kind and not getattr(one.document, "ai_use_level", 0)
        ]
        repeat(root, [one for one in models if _may_be_repeated(HERE / one)], many, sheets=False)
    assert _count(root) == DOCUMENTS


def _leave_out(root: Path, paths: set[str]) -> None:
    """Take these documents away, then those that miss one, until nobody misses what is gone."""
    while gone := [one for one in model.load(root).loaded if one.source.path in paths]:
        for one in gone:
            (root / one.source.path).unlink()
            for language in LANGUAGES:
                (root / translations.path_of(one.document, language)).unlink(missing_ok=True)
        paths = {one.path for one in build.examine(root, severity=Severity.ERROR).findings}


def _count(root: Path) -> int:
    made = model.load(root)
    assert not made.findings, made.findings[:3]
    return len(made.loaded)


def repeat(root: Path, models: list[str], many: int, *, sheets: bool = True) -> None:
    """So many documents at `root` with the words of these real ones, and their translations.

    Without `sheets` a lesson makes two pages, not one for each handout more.

    Each has a word of its own in every sentence and in every translated passage, so that nothing
    that is remembered of one serves another.
    """
    read = [yaml.load((HERE / path).read_text("utf-8"), yaml.CBaseLoader) for path in models]
    for number in range(many):
        path, document = Path(models[number % len(models)]), read[number % len(models)]
        made = _repeated(document, f"{path.stem}-{number}", number)
        if not sheets and "segments" in made:
            made["handouts"] = []
            for one in made["materials"]:
                one.pop("handout", None)
        _write(root / path.with_name(f"{path.stem}-{number}.yml"), made)
    made_anew = model.load(root)
    for entry in made_anew.loaded:
        stem, _, number = entry.document.id.rpartition("-")
        origin = f"{Path(entry.source.path).parent.as_posix()}/{stem}.yml"
        if number.isdigit() and origin in models:
            _translate(root, entry.document, stem, _word(int(number)))


def _repeated(document: Any, id: str, number: int) -> Any:
    # Two lessons must not share a sentence; a page for families has hardly room for more words.
    each = _SENTENCE if "segments" in document else _LINE
    made = {**_named(document, _word(number), each), "id": id}
    made["title"] = f"{document['title']} {_word(number)}"
    for name in ("samples", "sources", "summary"):  # read elsewhere by their words, or long enough
        if name in document:
            made[name] = document[name]
    if "segments" in made:
        made["prerequisites"] = []
    return made


def _translate(root: Path, document: Document, stem: str, word: str) -> None:
    """The PO files of the real document under the English and the address of this one."""
    english = {one.address: one.words for one in texts(document)}
    for language in (one for one in LANGUAGES if one != "en"):
        path = translations.path_of(document, language)
        before = po.read(HERE / Path(path).with_name(f"{stem}.po"))
        entries = {
            at: po.Entry(english[at], _marked(entry.translation, word))
            for at, entry in before.items()
            if at in english and entry.translation
        }
        if entries:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(po.write(entries, {}, language, document.id))


def _marked(words: str, word: str) -> str:
    """The translation with the word in its first line, where it breaks no mark."""
    first, rest = words.partition(" ")[0], words.partition(" ")[2]
    return f"{first} {word} {rest}" if rest and first.isalpha() else f"{words}"


def _left_out(folder: str, names: list[str]) -> set[str]:
    """All but what a project is made of."""
    if Path(folder) != HERE:
        return set()
    return set(names) - {"mkdocs.yml", "curriculum", "progression", "overrides"}


def _settings(root: Path, told: district.Settings) -> None:
    data = json.loads(told.model_dump_json(by_alias=True, exclude_none=True))
    for one in [one for one in data["languages"] if one["id"] not in LANGUAGES]:
        data["languages"].remove(one)
        shutil.rmtree(root / translations.FOLDER / one["id"])
    data["exceptions"] = []
    data["downloads"] = False  # no rival makes them
    _write(root / "curriculum/district.yml", data)


def _write(file: Path, data: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120),
        "utf-8",
    )


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
    file = sorted((root / "curriculum/topics").glob("*.yml"))[7]
    data = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
    _write(file, {**data, "ask_us": "Ask your school office first. " + data["ask_us"]})


def measure(name: str, command: list[str], folder: Path) -> Measured:
    """Run the command in the folder; CPU of the whole tree, wall time, pages that stand there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles every module each time
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
