"""The first line of each YAML file, which points an editor at the file's schema.

Source: the modeline of yaml-language-server.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

FOLDER = "schema"
_MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+\n")


def modeline(path: str, schema: str) -> str:
    """The line for the file at `path`, from the root of the project."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema}.json\n"


def without(text: str) -> str:
    """The text of a file without its modeline, wherever it stands."""
    return _MODELINE.sub("", text, count=1)


def pointed(data: bytes, path: str, schema: str) -> bytes:
    """The file with its schema named in the first line."""
    return (modeline(path, schema) + without(data.decode())).encode()
