"""The largest number that a field may hold makes no large page, and no large file of one."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from annotated_types import Le

from builder import build, exports
from builder.model import curriculum as model
from builder.model.base import Part
from builder.site import Site
from builder.takeaway import File

pytestmark = pytest.mark.promise("files")

MOST = 999_999_999  # so many digits a number may have
BYTES = 200_000


def enlarged(part: Part, tree: dict[str, Any]) -> int:
    """Give every number of the part the largest value that its model takes; how many there are."""
    many = 0
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), name.rstrip("_")
        if isinstance(value, Part):
            many += enlarged(value, tree[key])
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            many += sum(map(enlarged, value, tree[key]))
        elif isinstance(value, int) and not isinstance(value, bool):
            limits = [mark.le for mark in field.metadata if isinstance(mark, Le)]
            tree[key] = str(min([MOST, *limits]))
            many += 1
    return many


@pytest.fixture
def site(district: Path) -> Site:
    """The sample with such numbers alone."""
    many = 0
    for entry in model.load(district).loaded:
        tree = deepcopy(entry.source.tree)
        many += enlarged(entry.document, tree)
        (district / entry.path).write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    assert many > 100
    read = model.load(district)
    assert not read.findings
    return build.unchecked(district)


def test_no_page_is_large(site: Site) -> None:
    sizes = {one.path: len(site.page("en", one).html) for one in site.addresses}
    assert {path: size for path, size in sizes.items() if size > BYTES} == {}


def test_no_file_to_take_away_is_large(site: Site) -> None:
    """One lesson has a sheet with lines on each card."""
    store = exports.Store(site, "https://curriculum.example.org/")
    made = store.read(File("lesson", "two-sources", "en", "docx"))
    assert made is not None
    assert len(made) < BYTES
