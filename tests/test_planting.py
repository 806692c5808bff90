"""Hostile and honest words are planted in every field that takes any."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import free, models
from planting import always, planted
from promises import Tried

from builder.githost import Editor
from builder.model.kinds import KINDS
from builder.settings import Settings

pytestmark = pytest.mark.promise("hostile-words")


def test_no_free_field_of_any_model_is_left_out(tmp_path: Path, tried: Tried) -> None:
    """The editor's configuration has a test of its own."""
    wanted = {
        (model, name)
        for model in models(*KINDS, Settings)
        for name, field in model.model_fields.items()
        if free(field) and model is not Editor
    }
    assert len(wanted) > 250
    made = planted(tmp_path / "project", always("Ask twice."))
    assert sorted(f"{model.__name__}.{name}" for model, name in wanted - made.fields) == []
    tried("fields that take words", len(wanted))
