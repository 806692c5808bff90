"""Builds: the same bytes from the same words, by any road, and never a broken site."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import projects
import pytest
from PIL import Image
from projects import (
    GUIDE,
    INTERFACE,
    LESSON,
    ROOT,
    TWO_SOURCES,
    assert_same,
    change,
    clean,
    differing,
    edit,
    edit_title,
    files,
)
from promises import LONG, Tried

from builder import build, images, plugin, po
from builder import files as disk
from builder.pages import Address, Page
from builder.plugin import SiteError, build_site, made, run

MEMORY = ".cache/pages.json"


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


def run_python(
    code: str, *words: str, before: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs code in a fresh process, far from the project."""
    return subprocess.run(
        [*before, sys.executable, "-c", code, *words],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=600 if LONG else 60,
    )


BUILD = "import sys, pathlib, builder.plugin as p; p.build_site(pathlib.Path(sys.argv[1]))"
BUILD_DIRTY = BUILD.replace("[1])", "[1]), dirty=True")

# Two clean builds


def test_a_second_build_writes_the_same_bytes(built: Path) -> None:
    assert_same(built / "site", clean(built, "second"))


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """A project and its site: the sample, in the long round this curriculum."""
    if LONG:
        return ROOT, request.getfixturevalue("real_site")
    built: Path = request.getfixturevalue("built")
    return built, built / "site"


# Where the system lets us, a process has no network at all; everywhere, one that asks for it ends.
WITHOUT = ["unshare", "--map-root-user", "--net"]
REFUSING = """
import os, socket, sys

def refuse(event, words):
    asked = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
    if asked or event == "socket.connect" and words[0].family != socket.AF_UNIX:
        os.write(2, f"The build asked the network: {event} {words[1:]}".encode())
        os._exit(9)

sys.addaudithook(refuse)
"""


def without_network() -> list[str]:
    """What a command begins with that is to have no network; nothing where that is not allowed."""
    allowed = shutil.which("unshare") and not subprocess.run([*WITHOUT, "true"]).returncode
    return WITHOUT if allowed else []


@pytest.mark.promise("offline-build")
@pytest.mark.parametrize(
    ("seed", "locale", "zone"),
    [("1", "tr_TR.UTF-8", "Pacific/Kiritimati"), ("2", "C", "America/Los_Angeles")],
)
def test_seed_locale_zone_folder_and_network_do_not_matter(
    whole: tuple[Path, Path], tmp_path: Path, tried: Tried, seed: str, locale: str, zone: str
) -> None:
    root, site = whole
    other = tmp_path / "elsewhere with spaces"
    for folder in ("curriculum", "progression", "overrides"):
        shutil.copytree(root / folder, other / folder)
    shutil.copy(root / "mkdocs.yml", other)
    own = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
    done = run_python(REFUSING + BUILD, str(other), before=without_network(), **own)
    assert done.returncode == 0, done.stderr
    assert_same(other / "site", dict(files(site)))
    tried("files built without a network", len(files(site)))


@pytest.mark.parametrize("host", ["192.0.2.1", "curriculum.invalid"])
def test_who_asks_the_network_is_stopped(host: str) -> None:
    asks = f"socket.create_connection(({host!r}, 443), timeout=1)"
    done = run_python(REFUSING + asks, before=without_network())
    assert (done.returncode, done.stderr[:27]) == (9, "The build asked the network")


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


def edit_translation(root: Path) -> None:
    edit(root, GUIDE, "[es] Ask your child how", "[es] Pregunte cómo")


def edit_title_translation(root: Path) -> None:
    edit(root, LESSON, "[es] Two sources", "[es] Dos fuentes")


def edit_interface(root: Path) -> None:
    edit(root, INTERFACE, 'msgstr "[es] Glossary"', 'msgstr "Glosario"')


def take_translations_away(root: Path) -> None:
    """Less than half of the guide is left, so the menu of its page changes in every language."""
    change(root, GUIDE, lambda address, entry: po.Entry(entry.english))


def remove_a_lesson(root: Path) -> None:
    """The last one, which no other document names."""
    (root / "curriculum/lessons/9-12/test-a-tool.yml").unlink()


def add_a_lesson(root: Path) -> None:
    words = (root / TWO_SOURCES).read_text("utf-8")
    words = words.replace("id: two-sources", "id: three-sources").replace("Two sou", "Three sou")
    (root / "curriculum/lessons/3-5/three-sources.yml").write_text(words, "utf-8")


def retire(root: Path) -> None:
    words = "status: retired\nretired_because: Nobody tests it now.\nsubjects:"
    edit(root, "curriculum/lessons/9-12/test-a-tool.yml", "subjects:", words)


def align_anew(root: Path) -> None:
    """Only the progression speaks of alignments, and the tables beside the pages."""
    path = "progression/evaluate.yml"
    words = (root / path).read_text("utf-8")
    (root / path).write_text(words.replace("ailit26:engage-3", "ailit26:engage-2", 1), "utf-8")


def look_for_other_words(root: Path) -> None:
    """No page shows what people type; the index of each language knows it at once."""
    edit(root, "curriculum/search/synonyms.yml", "fake news", "rumor")


def retitle_a_framework(root: Path) -> None:
    edit(root, "progression/frameworks/ailit26.yml", "for the Age of AI", "for an Age of AI")


def explain_a_term_anew(root: Path) -> None:
    path = "curriculum/glossary/source.yml"
    words = (root / path).read_text("utf-8")
    (root / path).write_text(words.replace("explanation: ", "explanation: Once more. "), "utf-8")


def change_the_phone(root: Path) -> None:
    edit(root, "curriculum/district.yml", "555-0100", "555-0101")


def drop_a_language(root: Path) -> None:
    projects.without_language(root, "ar")


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


def add_a_unit(root: Path) -> None:
    unit = """
        id: check-it
        title: Check it
        summary: Students check answers. They decide.
        band: 3-5
        strand: evaluate
        question: How sure are you?
        before: Nothing.
        lessons:
          - {id: two-sources, when: Week 1., why: It comes first.}
        ending: They show it.
        short_of_time: The first one.
    """
    (root / "curriculum/units").mkdir()
    (root / "curriculum/units/check-it.yml").write_text(textwrap.dedent(unit).lstrip(), "utf-8")


def draw_a_card(root: Path) -> None:
    (root / "curriculum/drawings").mkdir()
    shape = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><path d="M1 1h9"/></svg>'
    (root / "curriculum/drawings/plate.svg").write_text(shape, "utf-8")
    words = "text: On Sunday we eat …"
    picture = f'picture: {{drawing: plate, alt: A "plate" & <fork>}}\n        {words}'
    edit(root, "curriculum/lessons/6-8/next-word.yml", words, picture)


def photograph_a_card(root: Path) -> None:
    (root / images.FOLDER).mkdir(parents=True)
    told = Image.Exif()
    told[0x010E] = "Rosa, 34 N, 118 W"
    photo = root / images.FOLDER / "moon.png"
    Image.linear_gradient("L").save(photo, exif=told)
    words = "text: The capital of California is …"
    picture = f"picture: {{photo: moon, decorative: true}}\n        {words}"
    edit(root, "curriculum/lessons/6-8/next-word.yml", words, picture)


def note_a_change(root: Path) -> None:
    """For its readers, for feeds, and for what the page says of itself."""
    path, added = "curriculum/lessons/9-12/test-a-tool.yml", "added_on: 2026-11-22"
    edit(root, path, added, f"{added}\nchanges: [{{on: 2026-12-02, text: A new card.}}]")


def touch_nothing(root: Path) -> None:
    """Nothing but times: what counts is the words."""
    os.utime(root / TWO_SOURCES)
    os.utime(root / GUIDE)


ALL = -1
EDITS: tuple[tuple[Callable[[Path], None], int], ...] = (
    (edit_body, 5 * 3),  # its four pages and the translation status, in each language
    (edit_title, 16 * 3),  # also its lists, progression, strands, frameworks, what names it
    (edit_translation, 4 + 3),  # the guide in every menu, the status, the list in Spanish
    (edit_title_translation, 3 * 3 + 3 + 14),
    (edit_interface, 98 + 27 * 2),  # all in Spanish; elsewhere the menus of pages without document
    (take_translations_away, 4 + 3 + 1),  # and the home page no longer says that all is there
    (remove_a_lesson, 10 * 3),
    (add_a_lesson, 14 * 3),
    (retire, 14 * 3),
    (align_anew, 12 * 3),  # strands, progression, frameworks, lessons, questions, status
    (retitle_a_framework, 5 * 3),  # itself, progression, two strands, status
    (explain_a_term_anew, 8 * 3),  # also where the word opens its meaning
    (look_for_other_words, 1 * 3),  # the translation status
    (draw_a_card, 5 * 3),  # its four pages and the translation status
    (photograph_a_card, 5 * 3),
    (add_a_unit, 5 * 3),  # itself, both lists, its lesson, the translation status
    (note_a_change, 14 * 3),  # lists read its card, which tells the change
    (change_the_phone, ALL),
    (drop_a_language, ALL),
    (drop_two_pages_of_a_language, ALL),
    (edit_the_header, ALL),
    (edit_the_mark, ALL),
    (edit_the_style, 0),
    (remove_an_asset, 0),
    (change_the_address, ALL),
    (touch_nothing, 0),
)


@pytest.mark.parametrize(("alter", "pages"), EDITS, ids=[one.__name__ for one, _ in EDITS])
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


def test_a_drawing_stands_on_its_card_with_its_words(project: Path) -> None:
    draw_a_card(project)
    site = build_site(project)
    drawn = (project / "curriculum/drawings/plate.svg").read_bytes()
    assert (site / "assets/drawings/plate.svg").read_bytes() == drawn
    alt = 'alt="A &#34;plate&#34; &amp; &lt;fork&gt;"'
    for language, up, lang in (("", "../" * 4, ""), ("es/", "../" * 5, ' lang="en"')):
        page = site / f"{language}lessons/next-word/handouts/strips/index.html"
        html = page.read_text("utf-8")
        assert f'src="{up}assets/drawings/plate.svg" {alt}{lang} width="240"' in html


def test_a_photograph_stands_on_its_card_made_anew(project: Path) -> None:
    photograph_a_card(project)
    site = build_site(project)
    page = site / "lessons/next-word/handouts/strips/index.html"
    src = f'src="{"../" * 4}assets/images/moon.jpg" alt="" width="240"'
    assert src in page.read_text("utf-8")
    shown = (site / "assets/images/moon.jpg").read_bytes()
    assert shown.startswith(b"\xff\xd8\xff")
    assert b"Rosa" not in shown
    Image.new("L", (9, 9)).save(project / images.FOLDER / "moon.png")
    build_site(project, dirty=True)
    with Image.open(site / "assets/images/moon.jpg") as now:
        assert now.size == (9, 9)


def test_a_lesson_in_a_pilot_names_its_rooms(project: Path) -> None:
    lesson = "curriculum/lessons/tk-2/guess-the-rule.yml"
    rooms = "pilot_in: [language-development, after-school]"
    edit(project, lesson, "use_mode: inquiry", f"use_mode: inquiry\nstatus: pilot\n{rooms}")
    page = (build_site(project, dirty=True) / "lessons/guess-the-rule/index.html").read_text(
        "utf-8"
    )
    assert "Piloted in</dt><dd>English language development, After school</dd>" in page
    other = project / "site/lessons/two-sources/index.html"
    assert "Piloted in" not in other.read_text("utf-8")


def test_the_student_page_does_not_list_a_sheet_that_is_held_back(project: Path) -> None:
    sheet = "handouts/moon-card/"
    site = build_site(project)
    student, teacher = (site / f"lessons/two-sources/{one}index.html" for one in ("student/", ""))
    assert sheet in student.read_text("utf-8")
    edit(
        project,
        "curriculum/lessons/3-5/two-sources.yml",
        "    for: student\n    body",
        "    for: student\n    held_back: true\n    body",
    )
    build_site(project, dirty=True)
    assert sheet not in student.read_text("utf-8")
    assert sheet in teacher.read_text("utf-8")


def test_one_dirty_build_after_the_other_equals_a_clean_one(project: Path) -> None:
    for alter in (edit_title, remove_a_lesson, edit_interface, add_a_lesson):
        alter(project)
        build_site(project, dirty=True)
    assert_same(project / "site", clean(project))


def test_nobody_is_warned_of_what_a_dirty_build_does_not_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """static-i18n looks for `--dirty` on the command line and hands it to MkDocs."""
    words = ["curriculum", "build", "--dirty"]
    monkeypatch.setattr(sys, "argv", words)
    build_site(project, dirty=True)
    assert capfd.readouterr().err == ""
    assert sys.argv is words


def test_a_site_of_its_own_knows_nothing_of_the_editions_built_before(project: Path) -> None:
    """MkDocs keeps the plugin, so what one build was told must not reach the next."""
    alone = (project / "site/index.html").read_bytes()
    among = build_site(project, place="next") / "index.html"
    assert b"data-editions" in among.read_bytes()
    assert (build_site(project) / "index.html").read_bytes() == alone


def test_a_template_is_read_by_every_page_that_it_makes(project: Path) -> None:
    """The builder itself is copied, so that its templates can be changed."""
    package = project.parent / "changed"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "builder", package / "builder", ignore=ignored)
    shutil.copytree(ROOT / "overrides", package / "overrides")
    file = package / "builder/pages/templates/lesson.html.jinja"
    file.write_text(file.read_text("utf-8") + "{# no letter of a page changes #}", "utf-8")
    edit(package, "builder/pages/templates/toc.html.jinja", 'id="toc-title"', 'id="toc-title" ')
    done = run_python(BUILD_DIRTY, str(project), PYTHONPATH=str(package))
    assert done.returncode == 0, done.stderr
    other = project.parent / "clean"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("site", ".cache"))
    run_python(BUILD, str(other), PYTHONPATH=str(package))
    assert_same(project / "site", dict(files(other / "site")))
    assert b'id="toc-title" ' in (project / "site/lessons/two-sources/index.html").read_bytes()


def test_the_fourth_band_reaches_pages_that_knew_three(project: Path) -> None:
    """Pages that list all bands depend on the list, not only on its members."""
    site = build.load(project)
    home = next(one for one in site.addresses if one.kind == "home")
    assert "ids band" in site.page("en", home).reads


# What a dirty build believes


@pytest.mark.promise("memories")
@pytest.mark.parametrize("place", [0, 10, 64, 65, 66, 2000, -100, -1])
def test_a_memory_with_a_changed_byte_is_no_memory(project: Path, place: int) -> None:
    data = bytearray((project / MEMORY).read_bytes())
    data[place] ^= 1
    (project / MEMORY).write_bytes(data)
    assert made.known(project / MEMORY) == []


def test_no_byte_of_the_memory_can_change_unseen(built: Path, tmp_path: Path) -> None:
    data = (built / MEMORY).read_bytes()
    file = tmp_path / "pages.json"
    steps = max(1, len(data) // 400)
    for place in (*range(70), *range(70, len(data), steps)):
        file.write_bytes(data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :])
        assert made.known(file) == [], place
        file.write_bytes(data[:place])
        assert made.known(file) == [], place


@pytest.mark.promise("memories")
@pytest.mark.parametrize("words", [b"", b"\xff\n{}", None])
def test_a_broken_memory_makes_every_page_anew(project: Path, words: bytes | None) -> None:
    before = dict(files(project / "site"))
    shutil.copytree(project / "site/glossary", project / "site/lessons/removed")
    for memory in (project / ".cache").glob("*.json"):
        memory.unlink() if words is None else memory.write_bytes(words)
    with counted() as written:
        build_site(project, dirty=True)
    assert_same(project / "site", before)
    assert written == [294]


@pytest.mark.promise("memories")
def test_a_memory_of_other_words_is_not_believed(project: Path) -> None:
    """As where the project was checked out in another state, its memory left behind."""
    memories = {one: one.read_bytes() for one in (project / ".cache").glob("*.json")}
    for alter in (edit_title, edit_translation, edit_interface, take_translations_away):
        alter(project)
    for memory, data in memories.items():
        memory.write_bytes(data)
    build_site(project, dirty=True)
    assert_same(project / "site", clean(project))


@pytest.mark.promise("memories")
def test_a_memory_of_another_site_is_not_believed(project: Path) -> None:
    """As after a plain `mkdocs build`, or a build killed between the site and its memory."""
    before, memory = dict(files(project / "site")), (project / MEMORY).read_bytes()
    edit_title(project)
    build_site(project)
    edit(project, TWO_SOURCES, "title: Two good sources", "title: Two sources")
    (project / MEMORY).write_bytes(memory)
    build_site(project, dirty=True)
    assert_same(project / "site", before)


def test_a_page_that_somebody_changed_is_made_again(project: Path) -> None:
    wanted = dict(files(project / "site"))
    (project / "site/glossary/index.html").write_text("<h1>Mine</h1>")
    (project / "site/es/glossary/index.html").unlink()
    (project / "site/stray.html").write_text("left over")
    build_site(project, dirty=True)
    assert_same(project / "site", wanted)


# A build that does not succeed


def broken_yaml(root: Path) -> None:
    edit(root, TWO_SOURCES, "id: two-sources", "id: [two-sources")


def unknown_reference(root: Path) -> None:
    edit(root, TWO_SOURCES, "prerequisites: [guess-the-rule]", "prerequisites: [no-such-lesson]")


def broken_po(root: Path) -> None:
    edit(root, GUIDE, 'msgctxt "title"', 'msgctxt "title')


def po_in_latin_1(root: Path) -> None:
    (root / GUIDE).write_bytes('msgid "a"\nmsgstr "año"\n'.encode("latin-1"))


def wrong_settings(root: Path) -> None:
    edit(root, "curriculum/district.yml", 'edition: "2026-27"', "edition: soon")


@pytest.mark.promise("faults")
@pytest.mark.parametrize("dirty", [False, True], ids=["clean", "dirty"])
@pytest.mark.parametrize(
    "spoil", [broken_yaml, unknown_reference, broken_po, po_in_latin_1, wrong_settings]
)
def test_an_error_leaves_the_last_good_site(
    project: Path,
    spoil: Callable[[Path], None],
    dirty: bool,
) -> None:
    before, memory = dict(files(project / "site")), (project / MEMORY).read_bytes()
    spoil(project)
    with pytest.raises(SiteError):
        build_site(project, dirty=dirty)
    assert_same(project / "site", before)
    assert (project / MEMORY).read_bytes() == memory
    assert not list(project.glob(".site-*"))


def test_mkdocs_ends_with_an_error_where_the_curriculum_has_one(project: Path) -> None:
    broken_po(project)
    done = mkdocs(project)
    assert done.returncode != 0
    assert f"{GUIDE}:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.promise("faults")
@pytest.mark.parametrize("dirty", [False, True], ids=["clean", "dirty"])
def test_a_fault_in_the_middle_leaves_the_last_good_site(
    project: Path, titled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, dirty: bool
) -> None:
    before = dict(files(project / "site"))
    edit_title(project)
    original, made = build.Site.page, []

    def page(self: build.Site, language: str, address: Address) -> Page:
        made.append(address)
        if len(made) == 20:
            raise RuntimeError("a fault of the builder")
        return original(self, language, address)

    with monkeypatch.context() as patch:
        patch.setattr(build.Site, "page", page)
        with pytest.raises(RuntimeError):
            build_site(project, dirty=dirty)
    assert_same(project / "site", before)
    assert not list(project.glob(".site-*"))
    build_site(project, dirty=True)
    assert_same(project / "site", titled)


@pytest.mark.promise("faults")
def test_a_second_build_at_once_is_told_to_wait(project: Path) -> None:
    before = dict(files(project / "site"))
    with (project / run.LOCK).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(plugin.SiteError, match="Another build"):
            build_site(project)
    assert_same(project / "site", before)


@pytest.mark.promise("faults")
def test_a_disk_that_locks_nothing_is_no_other_build(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("builder.plugin.run.fcntl.flock", locked)
    with pytest.raises(plugin.HinderedError, match=r"^No locks available\. Mend that"):
        build_site(district)


@pytest.mark.promise("memories")
def test_what_other_code_remembered_is_forgotten(project: Path) -> None:
    memory = project / MEMORY
    told = json.loads(disk.read_sealed(memory) or "")
    for reads in told["lists"]:
        reads.append("card oldkind x")
    disk.write_sealed(memory, json.dumps({**told, "code": "other"}).encode())
    before = dict(files(project / "site"))
    build_site(project, dirty=True)
    assert_same(project / "site", before)


def marked_stale(address: str, entry: po.Entry) -> po.Entry:
    return replace(entry, flags=frozenset({"fuzzy"}))


def test_a_page_of_stale_passages_says_what_it_shows(project: Path) -> None:
    """Stale careful passages are shown in English, other stale ones in the translation."""
    integrity = "curriculum/translations/es/integrity/3-5.po"
    for path in (GUIDE, integrity):
        change(project, path, marked_stale)
    build_site(project, dirty=True)
    guide = (project / "site/es/guides/3-5/index.html").read_text("utf-8")
    assert "[es] A machine translated part of this page." in guide
    honest = (project / "site/es/integrity/3-5/index.html").read_text("utf-8")
    assert "[es] This page is not translated yet." in honest
    menu = honest.partition('class="langs langs--home"')[2]
    assert 'hreflang="es"' in menu


KILLS = {
    "twentieth page": "left = [0] * 20\nplugin.listen(lambda: left.pop() or left or kill())",
    "before the swap": "run._swap = kill",
    "before the memory": "made.Made.save = kill",
}
KILLED = """
import os, pathlib, sys
from builder import plugin
from builder.plugin import made, run
def kill(*_, **__):
    os.kill(os.getpid(), 9)
{when}
plugin.build_site(pathlib.Path(sys.argv[1]), dirty=sys.argv[2] == "dirty")
"""


@pytest.mark.promise("faults")
@pytest.mark.parametrize("road", ["clean", "dirty"])
@pytest.mark.parametrize("when", KILLS)
def test_a_killed_build_leaves_a_whole_site(
    project: Path, titled: dict[str, bytes], when: str, road: str
) -> None:
    before, after = dict(files(project / "site")), titled
    edit_title(project)
    done = run_python(KILLED.format(when=KILLS[when]), str(project), road)
    assert done.returncode == -9, done.stderr
    assert_same(project / "site", after if when == "before the memory" else before)
    build_site(project, dirty=True)
    assert_same(project / "site", after)


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    project: Path, titled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_exchange", lambda one, other: False)
    edit_title(project)
    build_site(project)
    assert_same(project / "site", titled)
    assert not list(project.glob(".site-*"))


@pytest.mark.promise("faults")
def test_a_rename_cut_short_is_put_right(project: Path) -> None:
    before = dict(files(project / "site"))
    (project / "site").rename(project / run.OLD)
    run.heal(project)
    assert_same(project / "site", before)
    assert not (project / run.OLD).exists()


@pytest.mark.promise("faults")
def test_the_last_site_is_never_written_through_a_hard_link(project: Path) -> None:
    edit_title(project)
    kept = project.parent / "kept"
    shutil.copytree(project / "site", kept, copy_function=os.link)
    before = dict(files(kept))
    build_site(project, dirty=True)
    assert_same(kept, before)


def test_the_first_build_may_be_dirty(project: Path) -> None:
    before = dict(files(project / "site"))
    shutil.rmtree(project / "site")
    build_site(project, dirty=True)
    assert_same(project / "site", before)
