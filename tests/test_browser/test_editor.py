"""A person who knows no git edits a lesson and makes a term; what is saved stands on branches.

With Decap CMS and decap-server as they are published, in a real browser: `make editor`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from builder import cms, layout, rules, settings, source
from builder.finding import Severity
from builder.git import git
from builder.githost import LOCAL
from builder.model import curriculum as model
from builder.model.register import Term
from test_browser import chromium, serving
from test_browser.chromium import Tab

pytestmark = pytest.mark.editor

SERVER = serving.PROJECT / ".cache/server/node_modules/decap-server/dist/index.js"
LESSON = "curriculum/lessons/3-5/second-source.yml"
TERM = "curriculum/glossary/guess.yml"
WRITTEN_BY_HAND = """\
# yaml-language-server: $schema=../../schema/term.json
# Ask the reading coach before you change this.
id: claim
term: claim # the word of the museum card
explanation: 'Something that a person or a machine says is so.'
example: >-
  “The pits are 10 million years old” is a claim.
say_it: kleym
band: 3-5
version_of_ours: 1.10
ours:
  since: 007
  notes:
    # the first note
    - {id: one, text: no}
status: adopted
"""


@dataclass
class Desk:
    """A repository, the editor that works on it, and a writer's tab."""

    root: Path
    tab: Tab

    @property
    def page(self) -> Page:
        """The page of the editor."""
        return self.tab.page

    def open(self, collection: str, id: str = "") -> None:
        """Open a document, or the form of a new one, in a page of its own: the last asks."""
        last, self.tab.page = self.page, self.page.context.new_page()
        self.tab.listen()
        last.close()
        place = f"entries/{id}" if id else "new"
        self.page.goto(f"{self.tab.origin}admin/#/collections/{collection}/{place}")
        expect(self.page.get_by_label("ID", exact=True).first).to_have_value(id, timeout=60_000)

    def expand(self, shown: str) -> None:
        """Open the item of a list that shows these words while it is closed."""
        words = self.page.get_by_text(shown, exact=True)
        item = words.locator("xpath=ancestor::*[.//button][1]")
        item.get_by_role("button").first.click()

    def save(self, branch: str) -> None:
        """Save, and wait until the branch is there and the editor says so."""
        self.page.get_by_role("button", name="Save").click()
        self.page.get_by_text("Changes saved").first.wait_for(timeout=60_000)
        assert branch in self.branches()
        assert self.tab.refused == []

    def branches(self) -> list[str]:
        """All branches but main."""
        told = git(self.root, "branch", "--format=%(refname:short)").decode().split()
        return [one for one in told if one != "main"]

    def changed(self, branch: str) -> list[str]:
        """The lines that a branch takes away and adds."""
        told = git(self.root, "diff", "--unified=0", "main", branch).decode().splitlines()
        return [one for one in told if one[:1] in "+-" and one[:3] not in ("+++", "---")]


@contextmanager
def saving(root: Path) -> Iterator[str]:
    """decap-server on a free port, saving into this repository; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {"MODE": "git", "GIT_REPO_DIRECTORY": str(root), "PORT": str(port)}
    server = subprocess.Popen(
        ["node", str(SERVER)], env={**os.environ, **told}, stdout=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + 20
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert server.poll() is None, "decap-server ended"
            assert time.monotonic() < end, "decap-server does not answer"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/api/v1"
    finally:
        server.terminate()
        server.wait()


def repository(root: Path) -> Path:
    """The real curriculum in English as a repository of its own, one term written by hand."""
    shutil.copytree(
        serving.PROJECT / "curriculum",
        root / "curriculum",
        ignore=shutil.ignore_patterns("translations", "editions"),
    )
    shutil.copytree(serving.PROJECT / "progression", root / "progression")
    shutil.copy(serving.PROJECT / "mkdocs.yml", root)
    (root / "curriculum/glossary/claim.yml").write_text(WRITTEN_BY_HAND, "utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "A writer"), ("user.email", "writer@example.org")):
        git(root, "config", name, value)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=The curriculum")
    return root


@pytest.fixture(scope="module")
def desk(chrome: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("editor")
    root = repository(folder / "project")
    district, _ = settings.load(root)
    assert district
    with_editor = settings.Settings.model_validate(
        {**district.model_dump(), "editor": {"host": "local"}}
    )
    cms.put(folder / "site", serving.PROJECT, model.load(root), with_editor)
    (folder / "site/404.html").write_text("Nothing stands here.", "utf-8")
    with saving(root) as address, serving.served(folder / "site") as origin:
        for name in ("config.yml", "index.html"):
            file = folder / "site/admin" / name
            words = file.read_text("utf-8").replace(LOCAL, address)
            file.write_text(words.replace(LOCAL[:21], address[:-7]), "utf-8")
        desk = Desk(root, chromium.tab(chrome, origin))
        desk.page.goto(f"{origin}admin/")
        desk.page.get_by_role("button", name="Login").click()
        desk.page.get_by_text("Collections").wait_for()
        yield desk


def errors(root: Path) -> list[str]:
    """What `curriculum check` calls an error."""
    district, _ = settings.load(root)
    assert district
    found = rules.check(model.load(root), district)
    return [str(one) for one in found if one.severity is Severity.ERROR]


@contextmanager
def standing(desk: Desk, branch: str) -> Iterator[Path]:
    """The files of a branch, with the term that was written by hand as the project has it."""
    place = desk.root.parent / branch.replace("/", "-")
    git(desk.root, "worktree", "add", "--quiet", "--detach", str(place), branch)
    shutil.copy(serving.PROJECT / "curriculum/glossary/claim.yml", place / "curriculum/glossary")
    yield place
    git(desk.root, "worktree", "remove", "--force", str(place))


def test_a_lesson_is_edited_and_nothing_else_in_it_changes(desk: Desk) -> None:
    desk.open("lesson-3-5", "second-source")
    summary = "Students hear an answer that sounds sure: they check it, claim by claim."
    desk.page.get_by_label("Summary", exact=True).fill(summary)
    desk.expand("Two voices")
    desk.page.get_by_label("Watch for (optional)").first.fill(
        "“It sounded sure.” Ask what it rests on."
    )
    desk.save("cms/lesson-3-5/second-source")
    lines = desk.changed("cms/lesson-3-5/second-source")
    before = (serving.PROJECT / LESSON).read_text("utf-8")
    assert [one for one in lines if one[0] == "+"] == [
        f'+summary: "{summary}"',
        "+    watch_for: “It sounded sure.” Ask what it rests on.",
    ]
    assert all(one[1:] in before for one in lines if one[0] == "-")
    with standing(desk, "cms/lesson-3-5/second-source") as place:
        assert errors(place) == []


def test_a_term_is_made(desk: Desk) -> None:
    desk.open("term")
    page = desk.page
    words = {
        "ID": "guess",
        "Term": "guess",
        "Explanation": "An answer that somebody gives before looking.",
        "Example": "You say how many beans are in the jar: nobody has counted them.",
        "Say it": "ges",
    }
    for label, told in words.items():
        page.get_by_label(label, exact=True).fill(told)
    for label, chosen in (("Band", "3-5"), ("See (optional)", "evidence")):
        page.get_by_label(label, exact=True).click()
        page.keyboard.type(chosen)
        page.keyboard.press("Enter")
    desk.save("cms/term/guess")
    with standing(desk, "cms/term/guess") as place:
        made = model.load(place).all(Term)["guess"]
        assert (made.term, made.band, made.see) == ("guess", "3-5", ("evidence",))
        assert made.explanation.words == words["Explanation"]
        data = (place / TERM).read_bytes()
        assert layout.formatted(data, TERM, Term, "term") == (data, ())
        assert errors(place) == []


def test_what_the_models_do_not_know_and_what_stands_in_comments_is_kept(desk: Desk) -> None:
    desk.open("term", "claim")
    desk.page.get_by_label("Say it", exact=True).fill("klaym")
    desk.save("cms/term/claim")
    assert desk.changed("cms/term/claim") == ["-say_it: kleym", "+say_it: klaym"]


def test_what_is_emptied_leaves_the_file(desk: Desk) -> None:
    path = "curriculum/glossary/evidence.yml"
    assert "see:" in (desk.root / path).read_text("utf-8")
    desk.open("term", "evidence")
    for _ in range(desk.page.get_by_role("button", name="Remove ").count()):
        desk.page.get_by_role("button", name="Remove ").first.click()
    desk.save("cms/term/evidence")
    told = source.parse(git(desk.root, "show", f"cms/term/evidence:{path}"), path).tree
    assert told.get("see") in (None, [])
    assert told["id"] == "evidence"


def test_fields_whose_names_the_writer_chooses_are_edited(desk: Desk) -> None:
    path = "progression/frameworks/ai4k12.yml"
    desk.open("framework", "ai4k12")
    desk.page.get_by_role("button", name="Add a line").click()
    desk.page.get_by_label(": name").last.fill("later")
    desk.page.get_by_label(": words").last.fill("6-8, 9-12")
    desk.save("cms/framework/ai4k12")
    told = source.parse(git(desk.root, "show", f"cms/framework/ai4k12:{path}"), path).tree
    before = source.read(desk.root.parent / "project" / path, path).tree
    assert told == {**before, "bands": {**before["bands"], "later": ["6-8", "9-12"]}}


def test_the_page_reaches_its_own_files_and_the_repository_alone(desk: Desk) -> None:
    assert desk.tab.off_origin
    assert all(one.endswith("/api/v1") for one in desk.tab.off_origin)


WRITE = """async ([texts, fields]) => {
  const { read, write, ORIGIN } = await import("/admin/keeping.js")
  const copied = value => JSON.parse(JSON.stringify(value))
  if (texts) return texts.map(text => write(copied(read(text))))
  return fields.map(one => write({ [ORIGIN]: "# a line\\n", ...one }))
}"""


def test_a_file_that_nobody_changed_keeps_every_byte(desk: Desk) -> None:
    texts = [(desk.root / one).read_text("utf-8") for one in model.content(desk.root)]
    assert len(texts) > 200
    assert desk.page.evaluate(WRITE, [texts, None]) == texts


def test_any_words_come_back_as_they_were_typed(desk: Desk) -> None:
    words: list[Any] = ["no", "1.10", "007", "~", "3-5", "2026-11-22", "- x", "# x", "a: b", "a #b"]
    words += [
        '"',
        "'",
        "“a”",
        "{a}",
        "[a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "| a",
        "> a",
        "?",
        ":",
    ]
    words += [
        "two\nlines",
        "a\n\n  b\n\n\nc",
        "- a\n- b",
        "x " * 200,
        "سلام",
        "🙂",
        "a\\b",
        "<b>",
        "...",
    ]
    fields = [{"id": "a", "text": one, "list": [one], "part": {"text": one}} for one in words]
    for given, made in zip(fields, desk.page.evaluate(WRITE, [None, fields]), strict=True):
        read = source.parse(made.encode(), "any.yml")
        assert read.findings == (), made
        assert made.startswith("# a line\nid: a\n")
        stripped = str(given["text"]).strip()
        tree = read.tree
        found = (tree["text"], tree["list"][0], tree["part"]["text"])
        assert [one.strip() for one in found] == [stripped] * 3, made
