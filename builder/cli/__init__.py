"""The commands: parse, call one function, print; nothing else prints."""

from builder.cli import build, check, readability, translate
from builder.cli.group import main, run

__all__ = ["build", "check", "main", "readability", "run", "translate"]
