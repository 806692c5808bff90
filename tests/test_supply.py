"""What the project runs on: every package is pinned by its hash, and nothing else comes."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click import Context
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from builder import cli

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {
    "requirements.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    ],
    ".ci/requirements.lock": PROJECT["dependency-groups"]["lock"],
    "tests/bench/requirements.lock": PROJECT["dependency-groups"]["bench"],
    "tests/fuzz/requirements.lock": PROJECT["dependency-groups"]["fuzz"],
}
"""Each lock and what was asked for."""
CARRIED = "overrides/assets/search/minisearch.js"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

pytestmark = pytest.mark.promise("supply")


def locked(file: str) -> Iterator[tuple[str, str, list[str]]]:
    """Each package of a lock: name, version, hashes."""
    words = (ROOT / file).read_text("utf-8").replace("\\\n", " ")
    for line in words.splitlines():
        if line.partition("#")[0].strip():
            pin, *hashes = line.split()
            name, is_exact, version = pin.partition("==")
            assert is_exact, f"{file}: {pin} names no version"
            yield canonicalize_name(name), version, hashes


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_of_a_lock_has_a_version_and_hashes(file: str) -> None:
    for name, version, hashes in locked(file):
        assert re.fullmatch(r"[\w.!+]+", version), name
        assert hashes, name
        assert all(map(HASH.fullmatch, hashes)), name


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_holds_what_was_asked_for(file: str) -> None:
    held = {name: version for name, version, _ in locked(file)}
    for asked in map(Requirement, LOCKS[file]):
        assert asked.specifier.contains(held[canonicalize_name(asked.name)]), asked


def test_these_are_all_the_locks_and_all_that_is_asked_for() -> None:
    """A package that comes from elsewhere would be in none of them."""
    found = {file.relative_to(ROOT).as_posix() for file in ROOT.glob("*/**/requirements*.*")}
    own = {one for one in found if not one.startswith((".venv/", ".cache/"))}
    assert own | {"requirements.lock"} == set(LOCKS)
    assert set(PROJECT["project"]["optional-dependencies"]) == {"dev"}
    assert len(PROJECT["dependency-groups"]) == len(LOCKS) - 1


SCRIPTS = ("Makefile", ".ci/bootstrap", ".ci/run")
# Other ways to get a program, and ways to take one unseen. Debian's archive is signed, and apt
# refuses what is not.
ELSEWHERE = re.compile(
    r"\b(curl|wget|npm|npx|pipx|uvx?|conda|cargo|go get|git clone|playwright install|urlopen"
    r"|urlretrieve|add-apt-repository|apt-key|allow-unauthenticated|AllowInsecure\w+|trusted=yes"
    r"|index-url|find-links|trusted-host)\b"
)
# The editor and its server come by npm, held against hashes; nothing that they bring is run for it.
BY_HASH = re.compile(r"command -v npm|npm pack --silent|npm ci --silent --ignore-scripts")
PIP_INSTALL = re.compile(r"\bpip\S*(?: \S+)? install\b(.*)")


def programs() -> Iterator[tuple[str, str]]:
    """Every line that a shell of ours may run, but for comments, and where it stands."""
    for name in SCRIPTS:
        for line in (ROOT / name).read_text("utf-8").replace("\\\n", " ").splitlines():
            if not line.lstrip().startswith("#"):
                yield name, line
    for file in sorted((ROOT / ".github/workflows").iterdir()):
        for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                for line in step.get("run", "").replace("\\\n", " ").splitlines():
                    yield file.name, line


def test_nothing_is_installed_but_by_hash_or_from_debian() -> None:
    installed = []
    for where, line in programs():
        assert not ELSEWHERE.search(BY_HASH.sub("", line)), (where, line)
        if found := PIP_INSTALL.search(line):
            words = shlex.split(found[1])
            own = ["-qq", "--no-deps", "--no-build-isolation", "-e", "."]
            assert "--require-hashes" in words or words == own, (where, line)
            installed += [one for one in words if one.endswith(".lock")]
    assert sorted(installed) == sorted(LOCKS)


def test_what_npm_brings_is_pinned_by_its_hash() -> None:
    words = (ROOT / ".ci/bootstrap").read_text("utf-8")
    pinned = dict(re.findall(r"^([0-9a-f]{128})  \$(\w+)\.tgz", words, re.MULTILINE))
    fetch = re.search(r"npm pack --silent (.*) >/dev/null\n\s*(.*)", words)
    assert fetch
    assert re.findall(r"\$\{(\w+)%-\*\}", fetch[1]) == list(pinned.values()) == ["decap", "yaml"]
    assert fetch[2] == 'echo "$editor_hashes" | sha512sum --check --quiet'
    lock = json.loads((ROOT / "tests/decap/package-lock.json").read_text("utf-8"))["packages"]
    parts = {name: one for name, one in lock.items() if name}
    assert len(parts) > 100
    assert all(one["integrity"].startswith("sha512-") for one in parts.values())
    assert not any("resolved" in one for one in parts.values())


def listed(root: Path, folder: Path) -> str:
    """Write both lists into the folder; what was refused."""
    done = subprocess.run(
        [sys.executable, str(root / ".ci/sbom.py"), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1)
    return done.stderr


def test_the_lists_of_parts_and_licences_are_those_of_the_lock(tmp_path: Path) -> None:
    assert listed(ROOT, tmp_path) == ""
    for name in ("sbom.json", "licences.md"):
        assert (tmp_path / name).read_text() == (ROOT / "docs" / name).read_text(), "make sbom"
    told = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    packages = {one["name"]: one for one in told["components"] if "pypi" in one.get("purl", "")}
    pinned = {name: version for name, version, _ in locked("requirements.lock")}
    assert {name: one["version"] for name, one in packages.items()} == pinned
    assert packages["mkdocs"]["scope"] == packages["certifi"]["scope"] == "required"
    assert packages["pytest"]["scope"] == "excluded"
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (".ci/licences.yml", "  MPL-2.0:", "  LGPL-2.1-only:", "certifi: MPL-2.0 is not allowed"),
        (".ci/licences.yml", "  jinja2: BSD-3-Clause\n", "", "jinja2 does not name its terms"),
        (".ci/licences.yml", "stated:\n", "stated:\n  click: MIT\n", "click: `stated` of .ci"),
        (".ci/licences.yml", "\n  MIT:", "\n  EUPL-1.2: x\n  MIT:", "EUPL-1.2: nothing is under"),
        ("requirements.lock", "\nnh3==", "\nnh3==9", "nh3: requirements.lock says 90."),
        ("requirements.lock", "\nnh3==", "\nnh4==0\nnh3==", "nh4: requirements.lock says 0, ins"),
        (CARRIED, "/* MiniSearch", "/* A", f"{CARRIED} is not the file that .ci/licences.yml"),
        ("ARCHITECTURE.md", "nh3 |", "nh4 |", "nh3: the table of dependencies"),
    ],
)
def test_what_would_make_the_lists_untrue_is_refused(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copytree(ROOT / "overrides/assets", tmp_path / "overrides/assets")
    read = (".ci/sbom.py", ".ci/licences.yml", "requirements.lock", "pyproject.toml")
    for name in (*read, "ARCHITECTURE.md", CARRIED):
        words = (ROOT / name).read_text("utf-8")
        assert name != file or words.count(old) == 1
        (tmp_path / name).write_text(words.replace(old, new) if name == file else words, "utf-8")
    assert told in listed(tmp_path, tmp_path)
    assert not (tmp_path / "sbom.json").exists()


def test_every_file_of_others_is_pinned() -> None:
    """Ours are those that say nothing of a licence."""
    known = yaml.safe_load((ROOT / ".ci/licences.yml").read_text("utf-8"))
    pinned = {path for one in known["beside"]["carried"] for path in one["files"]}
    assets = [one for one in (ROOT / "overrides/assets").rglob("*") if one.is_file()]
    fonts = {one for one in assets if one.suffix == ".woff2"}
    scripts = {one for one in assets if one.suffix == ".js" and b"icence" in one.read_bytes()}
    assert pinned == {one.relative_to(ROOT).as_posix() for one in fonts | scripts}


def test_security_names_files_and_commands_that_there_are() -> None:
    words = (ROOT / "SECURITY.md").read_text("utf-8")
    assert len(words.splitlines()) <= 80
    named = re.findall(r"\]\(([^)]+)\)", words)
    assert len(named) >= 4
    assert [one for one in named if not (ROOT / one).exists()] == []
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    known = {*targets, *cli.main.list_commands(Context(cli.main))}
    assert set(re.findall(r"`(?:curriculum|make) (\w+)", words)) <= known
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
