"""Runs git, and tells what it could not do in a sentence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import BinaryIO


class GitError(Exception):
    """Git could not do it; the sentence says why, in git's own words where it has some."""


def git(folder: Path, *words: str, data: BinaryIO | None = None) -> bytes:
    """What git answers in the folder, given the file; raises GitError where it fails."""
    command = ["git", "-C", str(folder), *words]
    own = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    given = subprocess.DEVNULL if data is None else data
    try:
        done = subprocess.run(command, stdin=given, capture_output=True, check=False, env=own)
    except OSError:
        raise GitError("Git is not installed.") from None
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(told[-1] if told else "Git could not tell.")
    return done.stdout
