"""What may not stand in the project: links and special files, and what others left in our folders.

The builder's own folders are believed (a memory, a page that is kept), written over and deleted. So
a link there would lead a build out of the project, and what somebody committed there could become a
page that nobody wrote. Without git nobody can tell who made a file; then only links and their like
are refused. In the folders of the content a link would show what stands elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from builder.git import GitError, git

FOLDERS = ("progression", "curriculum")
"""Where the content stands."""

MEMORIES, SITE, BESIDE = ".cache", "site", ".site-"
# What is deleted by `rm`, which follows no link, and what only a dirty build writes into.
_TRASH, _SITES = ".cache/trash", (".cache/spare", "site")
MOST_NAMED = 10
# Only names are asked for, so it does not matter to whom the folder belongs, and no program that it
# names may run.
_ANYBODYS = ("-c", "safe.directory=*", "-c", "core.fsmonitor=false")


class ForeignError(Exception):
    """Something stands in the project that may not; a sentence on each says where."""


def is_own(path: str) -> bool:
    """Whether the path, from the root, leads into these folders; where capitals are alike, too."""
    first = (*PurePosixPath(path).parts, "")[0].casefold()
    return first in (MEMORIES, SITE) or first.startswith(BESIDE)


def refuse_foreign(root: Path, *, sites: bool = False) -> None:
    """Raise ForeignError where a link or a special file stands, or git keeps a file of ours.

    With `sites` the last site and the spare one are looked through as well, which a build needs
    that writes into them.
    """
    said = [*_linked(root, sites), *_kept(root)]
    if said:
        named = said[:MOST_NAMED]
        more = [f"There are {len(said) - len(named)} more."] if len(said) > len(named) else []
        raise ForeignError("\n".join((*named, *more)))


def _linked(root: Path, sites: bool) -> Iterator[str]:
    for path, what in sorted(_odd(root, sites)):
        if is_own(path):
            yield f"{path}: {what} stands here, where the builder writes and deletes. Delete it."
        else:
            yield f"{path}: {what} stands here, and is not read. Put the file itself here."


def _odd(root: Path, sites: bool) -> Iterator[tuple[str, str]]:
    """Whatever is neither a folder nor a plain file, with what it is."""
    found = [one for one in _within(str(root)) if is_own(one.name) or one.name in FOLDERS]
    start = len(os.path.join(root, ""))
    while found:
        one = found.pop()
        path = one.path[start:]
        if one.is_symlink():
            yield path, "a link"
        elif not one.is_dir(follow_symlinks=False):
            if not one.is_file(follow_symlinks=False):
                yield path, "something that is no plain file"
        elif path != _TRASH and (sites or path not in _SITES):
            within, own = _within(one.path), is_own(path)
            # Where documents are sought, a name with a dot is an editor's: Emacs locks with a link.
            found += (each for each in within if own or not each.name.startswith("."))


def _within(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except (FileNotFoundError, NotADirectoryError):
        return  # another process took it away meanwhile


def _kept(root: Path) -> Iterator[str]:
    wanted = (f":(icase){MEMORIES}", f":(icase){SITE}", f":(icase,glob){BESIDE}*")
    try:
        told = git(
            root, *_ANYBODYS, "ls-files", "-z", "--", *wanted, *(f"{one}/**" for one in wanted[2:])
        )
    except GitError:
        return
    for path in told.decode(errors="replace").split("\0")[:-1]:
        yield (
            f"{path}: git keeps this file, but the builder makes and deletes what stands here."
            f" Take it out: git rm -r -- {path.partition('/')[0]}"
        )
