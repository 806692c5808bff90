"""The commands: parse, call one function, print; nothing else prints."""

from builder.cli import (
    authoring,
    build,
    check,
    desk,
    diff,
    editions,
    exchange,
    export,
    readability,
    report,
    translate,
)
from builder.cli.group import main, run

__all__ = [
    "authoring",
    "build",
    "check",
    "desk",
    "diff",
    "editions",
    "exchange",
    "export",
    "main",
    "readability",
    "report",
    "run",
    "translate",
]
