"""The sample district, fresh for each test that changes it, and the real site, built once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import projects
import pytest

from builder.plugin import build_site

pytest_plugins = ("promises",)

SAMPLE = Path(__file__).parent / "sample"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """The root of a small whole district without a finding; a test may change any file in it."""
    return projects.sample(tmp_path / "district")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample district with theme and translations, built from nothing; nobody changes it."""
    root = projects.make(tmp_path_factory.mktemp("built") / "project")
    build_site(root)
    return root


@pytest.fixture(scope="session")
def titled(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a clean build gives once a title has changed."""
    root = projects.copied(built, tmp_path_factory.mktemp("titled") / "project")
    projects.edit_title(root)
    return projects.clean(root)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of `built` with its site and its memory, to be changed and built again."""
    return projects.copied(built, tmp_path / "project")


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project that a file of tests has `made`, to be changed; commands run in it."""
    copy = projects.copied(made, tmp_path / "project")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture(scope="session")
def real_data() -> Mapping[str, bytes]:
    """Every data file of this project by its place, made now."""
    return projects.data_files(ROOT, "https://curriculum.example.org/")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project: the one that CURRICULUM_SITE names, or one built from a copy."""
    if named := os.environ.get("CURRICULUM_SITE"):
        return Path(named)
    root = tmp_path_factory.mktemp("real") / "project"
    for folder in ("curriculum", "progression", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return build_site(root)
