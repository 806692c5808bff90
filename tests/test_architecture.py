"""The shape of the code: layers, sizes, and what is generated from it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import schema

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "builder").rglob("*.py"))
TEMPLATES = sorted((ROOT / "builder").rglob("*.jinja"))
NAMES = re.compile(r"(^|_)(util|utils|helper|helpers|manager|handler|base_.*)$")


def ids(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_imports_point_down_the_layers() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", MODULES, ids=ids)
def test_a_module_can_be_read_at_one_sitting(file: Path) -> None:
    words = file.read_text("utf-8")
    assert len(words.splitlines()) <= 250
    long = {one.name: lines(one) for one in functions(file) if lines(one) > 40}
    assert long == {}
    assert not words or ast.get_docstring(ast.parse(words)), "says what it is for"
    assert not NAMES.search(file.stem)


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


@pytest.mark.parametrize("file", MODULES, ids=ids)
def test_an_ignored_type_names_its_error(file: Path) -> None:
    assert not re.search(r"#\s*type:\s*ignore(?!\[)", file.read_text("utf-8"))


@pytest.mark.parametrize("file", MODULES, ids=ids)
def test_a_function_that_others_call_says_what_it_gives(file: Path) -> None:
    """But for the one function of a rule, whose module tells it."""
    tree = ast.parse(file.read_text("utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not (node.name == "check" and file.parent.parent.name == "rules")
    ]
    assert silent == []


def test_commands_print_through_one_door() -> None:
    printing = re.compile(r"\bclick\.s?echo\(|(?<![\w.])print\(|std(?:out|err)\.write\(")
    found = {ids(file) for file in MODULES if printing.search(file.read_text("utf-8"))}
    assert found - set(PATTERNS) == {"builder/cli/printing.py"}


PATTERNS = ("builder/rules/lesson/unplugged_route_with_device.py",)  # a word of a pattern


@pytest.mark.parametrize("file", TEMPLATES, ids=ids)
def test_a_template_marks_nothing_of_the_content_as_safe(file: Path) -> None:
    """`|safe` stands only behind the drawings that the templates hold themselves."""
    marked = re.findall(r"\{\{([^}]*)\|\s*safe\b", file.read_text("utf-8"))
    assert {one.split("[")[0].strip() for one in marked} <= {"paths", "shapes"}
    assert len(file.read_text("utf-8").splitlines()) <= 150


def test_every_schema_is_up_to_date() -> None:
    assert schema.stale(ROOT) == [], "run `curriculum schema`"
