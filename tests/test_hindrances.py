"""A hindered machine is told in a sentence; a fault of the builder keeps its traceback."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import jinja2
import pytest
from click.testing import CliRunner
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from builder import build, cli, files, hindrances
from builder.cli import check

ROOT = Path("/district")
HINDERED = (
    (OSError(errno.ENOSPC, "", "/district/site/a"), "The disk is full (site/a). "),
    (OSError(errno.EDQUOT, ""), "The disk is full. "),
    (PermissionError(errno.EACCES, "", "site"), "site may not be written or read. "),
    (OSError(errno.EROFS, ""), "A folder may not be written or read. "),
    (FileNotFoundError(errno.ENOENT, "", b"/district/a.yml"), "a.yml changed or went away "),
    (FileNotFoundError(errno.ENOENT, "", "/elsewhere/a.zip"), "/elsewhere/a.zip changed or "),
    (jinja2.TemplateNotFound("partials/header.html"), "partials/header.html changed or "),
    (MemoryError(), "The memory ran out, "),
    (OSError(errno.EIO, "Input/output error", "a"), "Input/output error (a). Mend that, "),
)
FAULTS = (
    OSError("no number"),
    OSError(errno.EBADF, "Bad file descriptor"),
    OSError(errno.EINVAL, "Invalid argument", "/district/site"),
    FileNotFoundError(errno.ENOENT, "", str(Path(hindrances.__file__).with_name("missing.yml"))),
    FileNotFoundError(errno.ENOENT, "", os.path.join(sys.prefix, "missing.html")),
    FileNotFoundError(errno.ENOENT, ""),
    jinja2.TemplateNotFound("missing.html.jinja"),
    KeyError("a"),
)


@pytest.mark.promise("faults")
@pytest.mark.parametrize(("error", "sentence"), HINDERED, ids=[repr(one) for one, _ in HINDERED])
def test_what_the_machine_refuses_is_told_with_what_to_do(error: Exception, sentence: str) -> None:
    told = hindrances.told(error, ROOT)
    assert told.startswith(sentence)
    assert "run the same command again" in told.lower()


@pytest.mark.parametrize("error", FAULTS, ids=repr)
def test_a_fault_of_the_builder_is_no_hindrance(error: Exception) -> None:
    assert hindrances.told(error, ROOT) == ""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EBADF, "Bad file descriptor"), "in fail\n"),
        (OSError(errno.ENOSPC, "", "a"), "Error: The disk is full (a). "),
    ],
)
def test_a_command_keeps_the_traceback_of_a_fault_alone(
    district: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.chdir(district)
    monkeypatch.setattr(check, "root_here", fail)
    done = CliRunner().invoke(cli.main, ["check"])
    assert done.exit_code == 2
    assert said in done.output
    assert ("Traceback" in done.output) == (error.errno == errno.EBADF)


@pytest.mark.promise("faults")
def test_what_hinders_a_build_while_serving_is_told_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs prints what an Abort says and serves on; of anything else it prints the traceback."""

    def changed(root: Path) -> None:
        raise files.changed(root / "curriculum/district.yml")

    monkeypatch.setattr(build, "examine", changed)
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    with pytest.raises(
        Abort, match=r"^curriculum/district\.yml changed or went away in the middle"
    ):
        mkdocs_build.build(config)
