"""Puts an edition on the branch: one commit, checked before and after, and one move of the branch.

Where the branch has moved meanwhile, the same change is made once more on what stands there now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from builder import bare, files
from builder.editions.branch import Branch, MovedError
from builder.editions.published import LATEST, NEXT, FaultError, Published, read
from builder.editions.repository import Content, Copied, compose
from builder.editions.scratch import alone, scratch
from builder.editions.versions import FILE, listed, written
from builder.editions.withdrawn import LOG, cleaned, withdrawn_on
from builder.git import git
from builder.snapshots import FILE as SNAPSHOT
from builder.snapshots import WITHDRAWN, path_of

_TRIES = 5
_SUBJECT = "Release the edition "
_FORWARD = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{bare.CLOSED}">
<meta http-equiv="refresh" content="0; url=latest/">
<link rel="canonical" href="latest/">
<title>latest</title>
<p><a href="latest/">latest/</a></p>
</html>
""".encode()


class Planned(NamedTuple):
    """A change: what to say of it, the new content of names, the editions that may change."""

    message: str
    put: Mapping[str, Content]
    may_change: Collection[str]


Change = Callable[[Published, Path], Planned]
"""What to change, from what stands there."""


def publish(branch: Branch, name: str, site: Path, source: str) -> Published:
    """Put the site on the branch as the edition of this name, and say what stands there then.

    Raises FaultError where the edition is there already or the branch is broken, MovedError where
    others published again and again. In every such case the branch is as it was.
    """

    def change(before: Published, _: Path) -> Planned:
        if name != NEXT and name in before.trees:
            raise FaultError(f"The edition {name} is published already, and stays as it is.")
        cleaned(site, withdrawn_on(branch.repository, before.commit))
        own = [one for one in before.trees if one != LATEST]
        put: dict[str, Content] = {name: site, **shared([*own, name])}
        what = "Publish what comes next" if name == NEXT else f"{_SUBJECT}{name}"
        return Planned(f"{what}\n\nSource: {source}\n", put, (name,))

    return changed(branch, change)


def shared(names: Collection[str]) -> dict[str, Content]:
    """What stands beside these editions: the list, the latest once more, the way in."""
    versions = listed(sorted(set(names)))
    newest = next(one.version for one in versions if one.aliases)
    return {
        LATEST: Copied(newest),
        "404.html": Copied(f"{newest}/404.html"),
        "index.html": _FORWARD,
        FILE: written(versions),
        ".nojekyll": b"",
    }


def changed(branch: Branch, change: Change) -> Published:
    """Make the change on what stands there and move the branch to it, in one step or not at all."""
    root = branch.repository.root
    for _ in range(_TRIES):
        with scratch(root) as folder, alone(root):
            before = read(branch.repository, branch.tip())
            planned = change(before, folder)
            made = folder / "made"
            new = compose(branch.repository, made, before.commit, planned.message, planned.put)
            branch.repository.take(made)
            after = read(branch.repository, new)
            if _same(branch, before, after):
                return before
            _keeps(before, after, planned.may_change)
            if branch.move(new, before.commit):
                return after
    raise MovedError("Others published at the same time, several times. Try again in a minute.")


def _same(branch: Branch, before: Published, after: Published) -> bool:
    """Whether nothing of what is published would change."""
    tree = branch.repository.tree
    return bool(before.commit and after.commit and tree(before.commit) == tree(after.commit))


def _keeps(before: Published, after: Published, may_change: Collection[str]) -> None:
    """Raises FaultError where an edition that must stay would change or go."""
    for name, tree in before.trees.items():
        if name not in may_change and name != LATEST and after.trees.get(name) != tree:
            raise FaultError(f"This would change the edition {name}. Nothing was published.")


def released(published: Published) -> tuple[str, ...]:
    """The editions that were released, the newest first."""
    return tuple(one.version for one in published.versions if one.version != NEXT)


def source_of(branch: Branch, published: Published, name: str) -> str | None:
    """The commit that the edition was made from, as its release says."""
    if published.commit is None:
        return None
    root = branch.repository.root
    words = ("--fixed-strings", f"--grep={_SUBJECT}{name}", "--format=%s%n%b%n", published.commit)
    told = git(root, "log", *words).decode().splitlines()
    after = iter(told)
    if f"{_SUBJECT}{name}" not in after:
        return None
    return next((one.partition(": ")[2] for one in after if one.startswith("Source: ")), None)


def remember(branch: Branch, published: Published) -> list[str]:
    """Write the snapshots of released editions that the project lacks; their paths from the root.

    The published edition is where a snapshot comes from, so a run that was killed before it wrote
    the copy is made whole by the next.
    """
    root, commit = branch.repository.root, published.commit
    wanted = {path_of(name): f"{name}/{SNAPSHOT}" for name in released(published)}
    if withdrawn_on(branch.repository, commit):
        wanted[WITHDRAWN] = LOG
    new = []
    for path, there in wanted.items():
        data = branch.repository.read(str(commit), there)
        if not (root / path).is_file() or (root / path).read_bytes() != data:
            files.write(root / path, data)
            new.append(path)
    return new
