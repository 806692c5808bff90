"""Compares this builder with its rivals on one generated curriculum, in one run.

250 documents in 12 languages: 200 family topics and 50 lessons, made of sentences of the real
curriculum in an order that a fixed seed chooses. The rivals get one Markdown page for each page
that the builder makes of these documents, with the same words. Figures are CPU seconds of the
whole process tree (user and system) and wall seconds.

    make bench            the table below, as Markdown
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from builder import settings as district
from builder import translations
from builder.model import curriculum as model
from builder.model.base import Document, texts
from builder.model.lesson import Lesson

HERE = Path(__file__).resolve().parents[2]
WORK = HERE / ".cache" / "bench"
TOPICS, LESSONS = 200, 50
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
    documents = generate(ours)
    write_plain(plain, ours, documents)
    write_hugo(hugo, plain)
    curriculum = str(Path(sys.executable).with_name("curriculum"))
    mkdocs = [str(Path(sys.executable).with_name("mkdocs")), "build", "-q"]
    rows = [measure("this builder, from nothing", [curriculum, "build", "--quiet"], ours)]
    rows.append(median_edit(curriculum, ours))
    rows.append(measure("Material + static-i18n + search", mkdocs, plain))
    rows.append(measure("Hugo", [_hugo(), "--quiet"], hugo))
    print(table(rows))


def median_edit(curriculum: str, root: Path) -> Measured:
    """One edit, the median by wall time of five in a row."""
    command = [curriculum, "build", "--dirty", "--quiet"]
    runs = []
    for _ in range(5):
        edit(root)
        runs.append(measure("this builder, one edit (median of 5)", command, root))
    return sorted(runs, key=lambda run: run.wall)[2]


def generate(root: Path) -> list[Document]:
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
    for number in range(TOPICS):
        _write(root / f"curriculum/topics/topic-{number}.yml", _topic(number, pool, chance))
    sample = (HERE / "curriculum/lessons/3-5/second-source.yml").read_text("utf-8")
    for number in range(LESSONS):
        _write(
            root / f"curriculum/lessons/3-5/lesson-{number}.yml",
            _lesson(number, sample, pool, chance),
        )
    made = model.load(root)
    assert not made.findings, made.findings[:3]
    shutil.rmtree(root / "curriculum/translations")
    settings = district.load(root)[0]
    assert settings is not None
    _translate(root, made, settings, chance)
    return [entry.document for entry in made.loaded if entry.document.kind in ("topic", "lesson")]


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
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


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


def pages(root: Path, documents: list[Document], language: str) -> Iterator[tuple[str, str]]:
    """The path and the Markdown of each page that the builder makes of the documents."""
    for document in documents:
        done = document
        if language != "en":
            file = root / translations.path_of(document, language)
            done = translations.translate(document, translations.read(file), language)
        passages = list(texts(done))
        body = "\n\n".join(
            f"## {one.words}" if one.form == "title" else one.words for one in passages[1:]
        )
        folder = "lessons" if isinstance(document, Lesson) else "topics"
        yield f"{folder}/{document.id}", f"# {done.name.words}\n\n{body}\n"
        if isinstance(done, Lesson):
            steps = "\n".join(f"1. {step.text.words}" for step in done.student_steps)
            yield f"{folder}/{document.id}-student", f"# {done.name.words}\n\n{steps}\n"


def write_plain(root: Path, ours: Path, documents: list[Document]) -> None:
    """Stock Material with static-i18n and search, as its documentation sets it up."""
    for language in LANGUAGES:
        home = root / "docs" / language / "index.md"
        home.parent.mkdir(parents=True)
        home.write_text("# Home\n", "utf-8")
        for path, words in pages(ours, documents, language):
            file = root / "docs" / language / f"{path}.md"
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
        (root / "content" / language / "index.md").rename(root / "content" / language / "_index.md")
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
