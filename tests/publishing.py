"""A git repository to publish in, and sites small enough to be published many times."""

from __future__ import annotations

import subprocess
from pathlib import Path

from builder.editions import Branch, publish
from builder.snapshots import FILE, Snapshot

BRANCH = "gh-pages"


def git(root: Path, *words: str) -> str:
    """What git answers; who commits is told, as a build machine may know nobody."""
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", "-C", str(root), *own, *words], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def repository(root: Path) -> Path:
    """A project of one file with one commit on main."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    (root / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    (root / ".gitignore").write_text(".cache/\n/site/\n.site-*/\n", "utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def site(folder: Path, edition: str, pages: int = 3, words: str = "") -> Path:
    """A site of a few pages, which say what edition they are of."""
    paths = ["", *(f"lessons/l{number}/" for number in range(pages))]
    for path in paths:
        page = folder / path / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<h1>{path} {edition} {words}</h1>\n" * 20, "utf-8")
    (folder / "404.html").write_text(f"not in {edition}\n", "utf-8")
    told = Snapshot(
        edition=edition, languages=("en",), pages=tuple(paths), documents={}, outcomes={}
    )
    (folder / FILE).write_bytes(told.written())
    return folder


def released(root: Path, *names: str) -> Branch:
    """The project's branch with these editions on it."""
    on = Branch.at(root)
    for name in names:
        publish(on, name, site(root.parent / f"site {name}", name), "0" * 40)
    return on


def listing(root: Path, revision: str = BRANCH) -> dict[str, str]:
    """Every file of a commit with its blob."""
    told = git(root, "ls-tree", "-r", revision).splitlines()
    return {line.partition("\t")[2]: line.split()[2] for line in told}


def litter(root: Path) -> list[str]:
    """Locks and half-written files in git and in the folder that is worked in."""
    found = [*root.glob(".git/**/*.lock"), *root.glob(".git/**/tmp_*")]
    found += [one for one in (root / ".cache/publishing").glob("*") if one.name != "branch.lock"]
    return [one.relative_to(root).as_posix() for one in found]
