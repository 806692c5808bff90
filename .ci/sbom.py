"""Writes what the project runs on: sbom.json (CycloneDX 1.6) and licences.md.

    python .ci/sbom.py FOLDER

Versions and who needs whom are those of requirements.lock, terms those that the installed packages
name; .ci/licences.yml has the rest and says which terms are allowed. No network is asked. The same
lock gives the same bytes: no day stands in it, and the number of the document comes from the lock.
Where something is wrong, all of it is told and nothing is written.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import yaml
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_expression
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
KNOWN: dict[str, Any] = yaml.safe_load((ROOT / ".ci/licences.yml").read_text("utf-8"))
STATED: Mapping[str, str] = KNOWN["stated"]
INSTALLED = {canonicalize_name(one.metadata["Name"]): one for one in distributions()}


@dataclass(frozen=True)
class Part:
    """One thing the project runs on, and under what terms: an SPDX expression."""

    name: str
    version: str
    licence: str
    why: str
    place: str  # builds, tests, or one of `beside` in licences.yml
    purl: str = ""
    needed_by: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)  # carried: each with its SHA-256


def asked_for(*lists: list[str]) -> set[str]:
    """The names in these lists of pyproject.toml."""
    return {canonicalize_name(Requirement(one).name) for asked in lists for one in asked}


BUILDING = asked_for(PROJECT["dependencies"])
CHOSEN = BUILDING | asked_for(*PROJECT["optional-dependencies"].values())


def locked() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each package of the lock, its version, and who needs it."""
    for pinned in re.split(r"^(?=\S+==)", LOCK, flags=re.MULTILINE)[1:]:
        name, _, version = pinned.split()[0].partition("==")
        needed_by = " ".join(re.findall(r"#(?: +via)?(.*)", pinned)).split()
        yield name, version, tuple(one for one in needed_by if one != "(pyproject.toml)")


def with_their_needs(names: set[str]) -> set[str]:
    """These packages, those that they need, and so on."""
    more = {name for name, _, needed_by in locked() if names & set(needed_by)} - names
    return with_their_needs(names | more) if more else names


def reasons() -> Mapping[str, str]:
    """Why each package was chosen: the table of ARCHITECTURE.md."""
    words = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w, -]+) \| (.+) \|$", words, re.MULTILINE)
    return {canonicalize_name(one): why for names, why in rows for one in names.split(", ")}


def own_words(name: str) -> str:
    """The terms that an installed package names as SPDX does; nothing where it does not."""
    told = INSTALLED[name].metadata
    said = (told.get("License-Expression"), told.get("License"))
    return next((one for one in said if one and "\n" not in one and is_expression(one)), "")


def packages() -> Iterator[Part]:
    """Every package of the lock."""
    why, builds = reasons(), with_their_needs(BUILDING)
    for name, version, needed_by in locked():
        licence = STATED.get(name) or (own_words(name) if name in INSTALLED else "")
        reason = why.get(name, "") if name in CHOSEN else f"needed by {', '.join(needed_by)}"
        place = "builds" if name in builds else "tests"
        purl = f"pkg:pypi/{name}@{version}"
        yield Part(name, version, licence, reason, place, purl, needed_by)


def beside() -> Iterator[Part]:
    """What is no package of the lock."""
    for place, parts in KNOWN["beside"].items():
        for one in parts:
            version, purl = one.get("version", ""), one.get("purl", "")
            told = (one["name"], version, one["licence"], one["for"], place, purl)
            yield Part(*told, files=one.get("files", {}))


def faults(parts: list[Part]) -> Iterator[str]:
    """What would make the lists untrue, or is not allowed."""
    for one in parts:
        if unknown := terms(one.licence) - set(KNOWN["allowed"]):
            yield (
                f"{one.name}: {' and '.join(sorted(unknown))} is not allowed in .ci/licences.yml."
                " Write it into `allowed` with the reason, or do without the package."
            )
        if not one.licence:
            yield (
                f"{one.name} does not name its terms as SPDX does. Read its licence file and write"
                " them into `stated` of .ci/licences.yml."
            )
        if not one.why:
            yield f"{one.name}: the table of dependencies in ARCHITECTURE.md does not say why."
    for path in changed(parts):
        yield (
            f"{path} is not the file that .ci/licences.yml pins. Put that one back, or read what"
            " came and write its `sha256sum` there."
        )
    for name, version, _ in locked():
        here = INSTALLED[name].version if name in INSTALLED else "none"
        if here != version:
            yield f"{name}: requirements.lock says {version}, installed is {here}. Run `make sbom`."
    for name in sorted(STATED):
        if name not in {one.name for one in parts} or own_words(name):
            yield f"{name}: `stated` of .ci/licences.yml need not name it. Take it out."
    for licence in sorted(set(KNOWN["allowed"]) - terms(" ".join(one.licence for one in parts))):
        yield f"{licence}: nothing is under it. Take it out of `allowed` in .ci/licences.yml."


def changed(parts: list[Part]) -> Iterator[str]:
    """The path of each carried file that is not what it was when it came."""
    for path, pinned in (each for one in parts for each in one.files.items()):
        file = ROOT / path
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != pinned:
            yield path


def terms(expression: str) -> set[str]:
    """The single licences of an expression."""
    return set(re.findall(r"[\w.+-]+", expression)) - {"AND", "OR", "WITH"}


SCOPES = {"tests": ComponentScope.EXCLUDED}  # CycloneDX's word for what is not there at run time


def bom(parts: list[Part]) -> str:
    """The document, CycloneDX 1.6."""
    own = Component(
        type=ComponentType.APPLICATION,
        name=PROJECT["name"],
        version=PROJECT["version"],
        bom_ref=PROJECT["name"],
        description=PROJECT["description"],
        licenses=[LicenseExpression(PROJECT["license"])],
    )
    made = {own.name: own}
    for one in parts:
        made[one.name] = Component(
            name=one.name,
            version=one.version or None,
            bom_ref=one.purl or one.name,
            purl=PackageURL.from_string(one.purl) if one.purl else None,
            description=one.why,
            scope=SCOPES.get(one.place, ComponentScope.REQUIRED),
            licenses=[LicenseExpression(one.licence)],
        )
    told = Bom(serial_number=uuid5(NAMESPACE_URL, LOCK), components=list(made.values())[1:])
    told.metadata.component = own
    told.metadata.timestamp = None
    digest = hashlib.sha256(LOCK.encode()).hexdigest()
    told.metadata.properties.add(Property(name="requirements.lock:sha256", value=digest))
    for one in parts:
        for other in one.needed_by or (own.name,):
            told.register_dependency(made[other], [made[one.name]])
    return JsonV1Dot6(told).output_as_string(indent=2) + "\n"


PAGE = """# What this project stands on, and under what terms

`make sbom` wrote this page and `sbom.json` (CycloneDX 1.6) from `requirements.lock`,
`.ci/licences.yml` and what the packages say of themselves.

The curriculum is under CC BY 4.0 (`LICENSE-CONTENT`), the code under Apache-2.0 (`LICENSE`).

## What the site carries to its readers

Our own pages, styles and scripts, the style sheets of mkdocs-material (MIT), and:

{carried}

## What a site is built with

{builds}

## What it is tested with

{tests}

## What the system has

In whatever version it comes; of the fonts, the letters that are used stand in the PDFs.

{system}

## What comes when it is asked for

{visiting}

## What may be used

A package under other terms is refused until somebody writes down why it may be used.

| Licence | Why |
|---|---|
{allowed}
"""


def page(parts: list[Part]) -> str:
    """The same for people."""
    tables = dict.fromkeys(
        [one.place for one in parts], "| | Version | Licence | For |\n|---|---|---|---|"
    )
    for one in parts:
        tables[one.place] += f"\n| {one.name} | {one.version} | {one.licence} | {one.why} |"
    allowed = "\n".join(f"| {name} | {why} |" for name, why in KNOWN["allowed"].items())
    return PAGE.format(**tables, allowed=allowed)


def main(folder: Path) -> None:
    """Write both, or say what keeps them from being true."""
    parts = [*packages(), *beside()]
    if found := list(faults(parts)):
        sys.exit("\n".join(found))
    installed = [one for one in parts if one.place != "visiting"]
    (folder / "sbom.json").write_text(bom(installed), "utf-8")
    (folder / "licences.md").write_text(page(parts), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
