"""The sample district, copied fresh for each test that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """The root of a small whole district without a finding; a test may change any file in it."""
    root = tmp_path / "district"
    shutil.copytree(SAMPLE, root)
    return root
