"""The command `curriculum`: where it finds its project, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from builder import files, hindrances, premises, report
from builder import settings as district
from builder.cli.printing import quiet, say
from builder.git import GitError

MODULES: Mapping[str, tuple[str, ...]] = {
    "build": ("build",),
    "check": ("check",),
    "cms": ("authoring",),
    "diff": ("diff",),
    "editions": ("editions",),
    "explain": ("check",),
    "export": ("export",),
    "format": ("authoring",),
    "new": ("authoring",),
    "publish": ("editions",),
    "readability": ("readability",),
    "release": ("editions",),
    "report": ("report",),
    "schema": ("build",),
    "serve": ("build",),
    "translate": ("translate", "desk", "exchange"),
    "withdraw": ("editions",),
}
"""The modules of `builder.cli` that make each command: loading all takes a fifth of a second."""


class Hindered(click.ClickException):
    """The machine hindered the command: the disk, the rights, another command at work."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(report.safe_lines(message))  # names of files stand in it


class _Commands(click.Group):
    """Commands whose own faults end with 2, so that 1 always means errors in the curriculum."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        every = sorted({module for each in MODULES.values() for module in each})
        for module in MODULES.get(cmd_name, every):  # for a misspelt one click looks at all
            import_module(f"builder.cli.{module}")
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            vars(error)["message"] = quiet(error.message)  # click prints it itself
            raise
        except (click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except GitError as error:
            raise Hindered(str(error)) from None
        except Exception as error:
            if sentence := hindrances.told(error, Path.cwd()):
                raise Hindered(sentence) from None
            say(traceback.format_exc(), error=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ai-literacy-curriculum")
def main() -> None:
    """Check, translate and build the AI-literacy curriculum."""


def project_here() -> Path:
    """The project that the command is run in; a usage error where there is none."""
    try:
        return files.find_root(Path.cwd())
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from None


def root_here() -> Path:
    """The same; an error where something stands in it that may not.

    A build looks for that itself.
    """
    root = project_here()
    try:
        premises.refuse_foreign(root)
    except premises.ForeignError as error:
        raise click.ClickException(report.safe_lines(str(error))) from None
    return root


def settings_of(root: Path) -> district.Settings:
    """The settings of the project; an error with every finding where they cannot be read."""
    settings, findings = district.load(root)
    if settings is None:
        raise click.ClickException(report.text(findings, 1, root))
    return settings


def run() -> None:
    """The command as a process: it ends at once, without taking thousands of pages apart first."""
    gc.set_threshold(100_000, 20, 20)  # little that is made is circular, and much of it lives
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
