"""The commands: parse, call one function, print; nothing else prints.

Each command's module is loaded when the command is asked for: `group.py` says which.
"""

from builder.cli.group import main, run

__all__ = ["main", "run"]
