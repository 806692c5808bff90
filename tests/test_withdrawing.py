"""A document that must go is gone from every edition, and its addresses say so."""

from __future__ import annotations

import io
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import projects
import pytest
from click.testing import CliRunner, Result
from promises import Tried
from publishing import git, listing, litter

from builder import build, cli, files
from builder.editions.cutting import heading, without_links
from builder.editions.expunging import Files, expunged, left
from builder.snapshots import Plan, Record, Snapshot, Withdrawn, path_of
from builder.takeaway import ENDINGS, File

OURS = "lessons/two-sources/"
OLD = "lessons/two-sources/handouts/old/"
"""What an earlier edition had."""


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<ul><li><a href="../lessons/two-sources/">T</a></li><li>x</ul>', "<ul><li>x</ul>"),
        ('<li><h3><a href="two/lessons/two-sources/">T</a></h3><br><p>Words</li>', ""),
        ('<p>In <a href="lessons/two-sources/#a">T</a>, U</p>', "<p>In , U</p>"),
        (
            '<li><a href="lessons/two-sources/">T</a> <a href="lessons/two-sources-2/">U</a></li>',
            '<li> <a href="lessons/two-sources-2/">U</a></li>',
        ),
        ('<li>a > b <a title="<li>" href="x/">U</a>', '<li>a > b <a title="<li>" href="x/">U</a>'),
        ('<script>"<li>"</script><a href=lessons/two-sources/>T</a>!', '<script>"<li>"</script>!'),
        ('<ul><li>A<ul><li><a href="lessons/two-sources/">T</a></li></ul></li></ul>', "<ul></ul>"),
        ("</p></div><p>odd", "</p></div><p>odd"),
    ],
)  # fmt: skip
def test_what_leads_to_the_address_is_cut_and_nothing_else(html: str, left: str) -> None:
    assert without_links(html, OURS, ()) == left


def test_a_name_in_linked_data_is_cut() -> None:
    told = {"hasPart": [{"name": "T & U"}, {"name": "V"}]}
    html = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    assert "T & U" not in without_links(html, OURS, {"T & U"})
    assert '"V"' in without_links(html, OURS, {"T & U"})
    assert heading("<h1 class=a><span>T &amp; U</span></h1>") == "T & U"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with one edition released, the next one shown, an earlier one known."""
    root = projects.make(tmp_path_factory.mktemp("withdrawing") / "project")
    (root / ".gitignore").write_text(".cache/\n/site/\n.site-*/\n", "utf-8")
    git(root, "init", "-q", "-b", "main")
    told = build.unchecked(root).edition.snapshot
    told = told.model_copy(update={"edition": "2025-26", "pages": (*told.pages, OLD)})
    files.write(root / path_of("2025-26"), told.written())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        commit(root)
        assert run("release", "2026-27").exit_code == 0
        projects.edit(root, "curriculum/district.yml", '"2026-27"', '"2027-28"')
        commit(root)
        assert run("publish").exit_code == 0
    return root


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "changed")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, list(words))


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """Every page on the branch by its path."""
    words = ["git", "-C", str(root), "archive", "gh-pages"]
    packed = subprocess.run(words, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for one in archive:
            if one.name.endswith(".html"):
                file = archive.extractfile(one)
                assert file
                yield one.name, file.read().decode()


POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
CLOSED = {"default-src": "'none'", "base-uri": "'none'", "object-src": "'none'"}


@pytest.mark.promise("policy")
def test_every_page_that_is_published_has_a_policy(root: Path, tried: Tried) -> None:
    """Also the way in, what leads on, what tells that it was withdrawn, and the page of no page."""
    assert run("withdraw", "two-sources", "--reason", "A picture was not ours.").exit_code == 0
    found = dict(pages(root))
    bare = ("index.html", "404.html", f"2026-27/es/{OLD}index.html", f"next/{OURS}index.html")
    assert {"Content-Security-Policy" in found[one] for one in bare} == {True}
    for path, html in found.items():
        (policy,) = POLICY.findall(html)
        assert html.index(policy) < min(map(html.index, ("<title", "<link"))), path
        rules = dict(one.split(" ", 1) for one in policy.split("; "))
        assert rules.items() >= CLOSED.items(), path
        assert rules["form-action"] in ["'none'", "'self'"][: 1 if path in bare else 2], path
        allowed = re.sub(r"'(?:none|self|sha256-[A-Za-z0-9+/=]{44})'", "", " ".join(rules.values()))
        assert set(allowed.split()) <= {"data:"}, path
    tried("pages of published editions", len(found))


def test_a_lesson_is_taken_out_of_every_edition(root: Path) -> None:
    before = listing(root)
    titles = "Two sources", "[es] Two sources", "[ar] Two sources"
    assert all(named(root, title) for title in titles)
    done = run("withdraw", "two-sources", "--reason", "A picture was not ours.")
    assert done.exit_code == 0, done.output
    assert [path for title in titles for path in named(root, title)] == []
    assert set(named(root, "two-sources")) == {"withdrawn.json"}
    now = listing(root)
    assert before.keys() <= now.keys(), "every address still answers"
    for edition in ("2026-27", "latest", "next"):
        for place in ("", "es/", "ar/"):
            for below in ("", "student/", "present/"):
                page = git(root, "show", f"gh-pages:{edition}/{place}{OURS}{below}index.html")
                assert "This was taken away." in page
                assert f'<html lang="{place[:2] or "en"}"' in page
        assert now[f"{edition}/lessons/next-word/index.html"] != ""
        assert OURS not in git(root, "show", f"gh-pages:{edition}/sitemap.xml")
        found = json.loads(git(root, "show", f"gh-pages:{edition}/es/search.json"))
        assert OURS not in [row[0] for row in found["rows"]]
        assert len(found["rows"]) > 20
        numbers = [one for _, named in found["groups"] for one in named]
        assert max(numbers) < len(found["rows"])
    log = json.loads(git(root, "show", "gh-pages:withdrawn.json"))
    assert [(one["kind"], one["id"], one["reason"]) for one in log] == [
        ("lesson", "two-sources", "A picture was not ours.")
    ]
    assert (root / "curriculum/editions/withdrawn.json").is_file()
    untouched = "2026-27/guides/3-5/index.html", "2026-27/assets/site.css"
    assert [now[path] for path in untouched] == [before[path] for path in untouched]
    assert litter(root) == []
    git(root, "fsck", "--strict")


def test_its_files_in_every_language_go_with_it() -> None:
    """But not those of a document whose id begins alike."""
    told = Snapshot(
        edition="2026-27",
        languages=("en", "es"),
        pages=("lessons/a/",),
        documents={
            "lesson": {"a": Record(title="A", status="draft", path="lessons/a/")},
            "unit": {"u": Record(title="U", status="draft", facts=Plan(lessons=("b", "a")))},
        },
        outcomes={},
    )
    own = [File("lesson", "a", tag, form).path for tag in ("en", "es") for form in ENDINGS]
    others = [
        File(*one, "en", "pdf").path
        for one in (("lesson", "a-b"), ("unit", "u"), ("workshop", "a"))
    ]
    kept = {"edition.json": told.written()}
    words = dict.fromkeys(("withdrawn", "withdrawn_why", "home"), "")
    kept["offers.json"] = json.dumps({"en": words}).encode()
    files = Files((*kept, *own, *others), lambda path: kept.get(path, b""))
    gone = Withdrawn(kind="lesson", id="a", reason="b", on="2026-11-22", paths=("lessons/a/",))
    new = expunged(files, gone)
    assert {path for path, data in new.items() if data is None} == set(own)
    assert left(files, new, gone) == [others[1]], "words of its unit are packed, and a person looks"


def named(root: Path, words: str) -> list[str]:
    """The files on the branch in which the words stand."""
    command = ["git", "-C", str(root), "grep", "-l", "-F", "-e", words, "gh-pages"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return [line.partition(":")[2] for line in done.stdout.splitlines()]


def test_what_was_withdrawn_does_not_come_back(root: Path) -> None:
    assert run("withdraw", "two-sources", "--reason", "Not ours.").exit_code == 0
    commit(root)
    assert run("publish").exit_code == 0, "its file still stands on main"
    assert set(named(root, "Two sources")) == set()
    again = run("withdraw", "two-sources", "--reason", "Not ours.")
    assert (again.exit_code, "withdrawn already" in again.output) == (1, True)
    assert run("release", "2027-28").exit_code == 0
    assert set(named(root, "two-sources")) == {"withdrawn.json"}
    page = git(root, "show", f"gh-pages:2027-28/{OURS}index.html")
    assert "This was taken away." in page


def test_what_no_edition_has_cannot_be_withdrawn(root: Path) -> None:
    tip = git(root, "rev-parse", "gh-pages")
    done = run("withdraw", "two-sources", "--reason", "Not\u202eours.")
    assert done.exit_code == 2
    assert "a character that nobody sees" in done.output
    done = run("withdraw", "nothing", "--reason", "None.")
    assert (done.exit_code, "No edition has a page" in done.output) == (1, True)
    assert run("withdraw", "ai", "--kind", "term", "--reason", "None.").exit_code == 1
    assert git(root, "rev-parse", "gh-pages") == tip
