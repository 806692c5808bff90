"""Real YAML files, damaged in every way we know: the answer is a sentence with path and line."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from random import Random

import pytest
from bombs import SECONDS, assert_cheap
from mutations import YAML
from promises import LONG, Tried
from test_any_input import DAY, checked, sample
from test_source import BOMBS

from builder import report, rules
from builder.model.curriculum import content
from builder.model.kinds import kind_of
from builder.source import parse
from builder.validation import validate

ROOT = Path(__file__).parents[1]
CASES = 500 if LONG else 60

pytestmark = pytest.mark.promise("files")


@cache
def paths() -> list[str]:
    """Every document of the real curriculum."""
    return list(content(ROOT))


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """The rules and what stands round a file are read once, not with the first file."""
    rules.check(*sample(), today=DAY)


@pytest.mark.parametrize("part", range(4))
def test_a_damaged_file_is_answered_with_a_sentence(part: int, tried: Tried) -> None:
    numbers = range(part, CASES, 4)
    for number in numbers:
        chance = Random(number)
        path, name = chance.choice(paths()), list(YAML)[number % len(YAML)]
        data = YAML[name](chance, (ROOT / path).read_bytes())
        try:
            examined(path, data)
        except Exception as error:
            error.add_note(f"case {number}: {path}, {name}")
            raise
    tried("damaged YAML files", len(numbers))


def examined(path: str, data: bytes) -> None:
    """Read, type and check the file, and look at what is said."""
    begun = time.process_time()
    read, kind = parse(data, path), kind_of(path)
    assert kind is not None
    document, findings = validate(kind, read)
    if document is not None:
        checked(document, read)
    taken = time.process_time() - begun
    assert taken < SECONDS
    assert document is not None or findings
    said = report.text(findings, 1, Path("/nowhere"))
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for one in findings:
        assert f"{path}:{one.line}:{one.column}: error: " in said
        assert 1 <= one.line <= lines
        assert 0 < len(one.message) < 1000


REFUSED = """
from builder.model.kinds import kind_of
from builder.source import parse
from builder.validation import validate
path = "curriculum/glossary/bomb.yml"
def answer(data):
    document, findings = validate(kind_of(path), parse(data, path))
    assert document is None and findings
"""


def test_a_bomb_takes_neither_time_nor_memory(tried: Tried) -> None:
    names = list(BOMBS) if LONG else list(BOMBS)[::4]
    assert_cheap(REFUSED, {name: BOMBS[name] for name in names})
    tried("YAML bombs", len(names))
