"""The one settings file that a district replaces: its name, its languages, its policies."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from builder import source
from builder.finding import Finding
from builder.githost import Editor
from builder.validation import Day, Flag, Strict, validate

Audience = Literal["family", "lesson", "staff"]


@cache
def locale(tag: str) -> Locale | None:
    """What CLDR knows of the language in this script, if anything; Filipino is `fil` there."""
    try:
        found = Locale.parse("fil" if tag == "tl" else tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    script = tag.partition("-")[2]
    return found if script in ("", found.script) else None


# The scripts of CLDR's languages that are written from right to left; a test asks CLDR itself,
# which would take longer here than reading all settings.
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})


@cache
def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way a language that CLDR knows is written, by its own or its likely script."""
    found = locale(tag)
    assert found, "the settings take no language that CLDR does not know"
    likely = get_global("likely_subtags").get(found.language, "").split("_")
    script = found.script or "".join(likely[1:2])
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def _known(tag: str) -> str:
    if locale(tag) is None:
        raise ValueError(f"names no language that CLDR knows, “{tag}”: look the tag up there")
    return tag


Tag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$"), AfterValidator(_known)]


class Language(Strict):
    """A language of the site."""

    id: Tag
    """Its BCP 47 tag, part of every address: `es`, `zh-Hant`."""
    name: str
    """Its name in the language itself."""
    english: str
    """Its name in English."""
    direction: Annotated[Literal["ltr", "rtl"], Field(validate_default=True)] = "ltr"
    """Which way it is written: ltr or rtl."""
    complete: tuple[Audience, ...] = ()
    """The classes of content that the district wants complete in it: family, lesson, staff."""

    @field_validator("direction")
    @classmethod
    def _as_written(cls, told: str, others: ValidationInfo) -> str:
        tag = others.data.get("id", "")
        if locale(tag) and told != direction(tag):
            raise ValueError(f"does not fit “{tag}”: write `direction: {direction(tag)}`")
        return told


class District(Strict):
    """Who publishes the curriculum."""

    name: str
    """The full name of the district."""
    short_name: str
    """The name for the header."""
    phone: str
    """The number that families call."""
    fictitious: Flag = False
    """Whether this is a made-up district; every page then says so."""


def school_year(words: str) -> bool:
    """Whether the words name a school year, such as 2026-27: two years that follow each other."""
    found = re.fullmatch(r"20([0-9]{2})-([0-9]{2})", words)
    return bool(found and int(found[2]) == (int(found[1]) + 1) % 100)


def _two_years(words: str) -> str:
    if not school_year(words):
        raise ValueError("needs a school year, such as 2026-27: two years that follow each other")
    return words


def _english_first(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    if languages and languages[0].id != "en":
        raise ValueError("needs `en` first: the curriculum is written in English")
    return languages


def _each_once(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    ids = [language.id for language in languages]
    for id in ids:
        if ids.count(id) > 1:
            raise ValueError(f"has “{id}” more than once: keep one of them")
    return languages


class Excepted(Strict):
    """A warning that the writer has weighed and lets stand until a day."""

    rule: str
    """The name of the rule, as the warning shows it in brackets."""
    at: str | None = None
    """The address of what it is about, as in `segments/think-first/teacher`; all of the file
    without it."""
    reason: str
    """Why the warning may stand, for whoever reviews the file."""
    until: Day
    """The last day, such as 2027-06-30; after it the warning is shown again."""


class Settings(Strict):
    """Everything a district decides outside the content."""

    district: District
    """The district that publishes the curriculum."""
    edition: Annotated[str, Field(pattern=r"^20[0-9]{2}-[0-9]{2}$"), AfterValidator(_two_years)]
    """The school year, such as 2026-27."""
    site_name: str
    """What the site is called."""
    languages: Annotated[
        tuple[Language, ...],
        AfterValidator(_english_first),
        AfterValidator(_each_once),
        Field(min_length=1),
    ]
    """English first, then the others in the order of the language menu."""
    downloads: Flag = True
    """Whether the site brings files to take away: PDF, Word, slides, cartridges."""
    editor: Editor | None = None
    """The editor at `/admin/` for people who do not use git; without this the site has none.
    docs/editor.md tells how to connect it.
    """
    rules: dict[str, dict[str, str]] = {}  # noqa: RUF012
    """Options of rules, by the rule’s name; `curriculum explain RULE` tells what can be set."""

    exceptions: tuple[Excepted, ...] = ()
    """Warnings about the settings that may stand, each with a reason and a last day."""

    def having(self, audience: Audience) -> tuple[Language, ...]:
        """English, and each language that is to have this class of content whole."""
        return tuple(one for one in self.languages if one.id == "en" or audience in one.complete)

    def language(self, id: str) -> Language:
        """The language with this tag; raises KeyError where the district has none such."""
        for language in self.languages:
            if language.id == id:
                return language
        raise KeyError(id)


def site_url(root: Path) -> str:
    """Where the site will stand, as mkdocs.yml says; empty where it says nothing."""
    return str(_config(root).get("site_url") or "")


def _config(root: Path) -> Any:
    return yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_Loader)


def path_in(root: Path) -> str:
    """Where the settings stand, as mkdocs.yml names it under the plugin `curriculum`."""
    config = _config(root)
    for plugin in config.get("plugins") or ():
        if isinstance(plugin, dict) and "curriculum" in plugin:
            return str((plugin["curriculum"] or {}).get("settings", DEFAULT))
    return DEFAULT


def load(root: Path) -> tuple[Settings | None, tuple[Finding, ...]]:
    """The settings, or None and what is wrong in them."""
    path = path_in(root)
    if not (root / path).is_file():
        message, hint = "the settings file is missing", "Restore it from the repository."
        return None, (Finding(path, 1, 1, "missing-file", message, hint),)
    return validate(Settings, source.read(root / path, path))


DEFAULT = "curriculum/district.yml"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags (`!ENV`, `!!python/name:…`) do not matter here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
