"""Material as this site uses it: one environment for all languages, shells for main.html."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from builder.plugin.shell import SLOTS, Scripts, Shells, mark, scripts
from builder.templates import Reader, bytecode, words_for

# Of the theme's files only these reach the site; the rest serves features that are not used.
WANTED = (
    "assets/stylesheets/*.css",
    "assets/*",
    "assets/fonts/*",
    "assets/search/*",
    "assets/reading/*",
    "assets/browser/*",
    "assets/present/*",
)


def prepare(theme: Theme) -> None:
    """Make the environment once, without a walk over 14,500 icons for each language."""
    if "get_env" in theme.__dict__:
        return
    made: list[jinja2.Environment] = []
    original = theme.get_env

    def get_env() -> jinja2.Environment:
        if not made:
            made.append(original())
            made[0].bytecode_cache = bytecode()
            made[0].list_templates = _listing(made[0])  # type: ignore[method-assign]
        return made[0]

    theme.get_env = get_env  # type: ignore[method-assign]


def _listing(environment: jinja2.Environment) -> Callable[..., list[str]]:
    loader = environment.loader
    assert isinstance(loader, jinja2.FileSystemLoader)
    told: list[list[str]] = []

    def list_templates(
        extensions: Any = None, filter_func: Callable[[str], bool] | None = None
    ) -> list[str]:
        """The theme's files once; languages after the first find them already copied."""
        if told:
            return []
        found = [name for name in _below(loader.searchpath) if _wanted(name)]
        told.append(found)
        return found

    return list_templates


def _below(folders: list[str]) -> list[str]:
    return sorted(
        {
            file.relative_to(folder).as_posix()
            for folder in folders
            for file in Path(folder, "assets").rglob("*")
            if file.is_file()
        }
    )


def _wanted(name: str) -> bool:
    return any(PurePosixPath(name).match(pattern) for pattern in WANTED)


class ShellTemplate:
    """Stands where MkDocs expects main.html: joins the page with the shell of its section."""

    def __init__(
        self,
        template: jinja2.Template,
        shells: Shells,
        slots: Callable[[Any], Mapping[str, str]],
        cached: bool = True,
    ) -> None:
        self.template, self.shells, self.slots, self.cached = template, shells, slots, cached

    def render(self, context: Mapping[str, Any]) -> str:
        """The whole page, byte for byte as if the theme had rendered it alone."""
        page = context["page"]
        address = page.file.address
        section, depth = address.page_type.section, address.path.count("/")
        values = {
            **context,
            "section": section,
            # MkDocs's own filter `url` leaves out what page and aim share: true of one page only.
            "place": lambda path: "../" * depth + path or "./",
            "slots": {slot: mark(slot) for slot in SLOTS},
        }
        if not self.cached:
            self.shells = self.shells.empty()
        shell = self.shells.get(section, depth, lambda: self.template.render(values))
        return shell.join(self.slots(page))


class Environment:
    """The theme's environment, but for the one template that pages are rendered with."""

    def __init__(self, theirs: jinja2.Environment, joined: ShellTemplate) -> None:
        self._theirs, self._joined = theirs, joined

    def get_template(self, name: str) -> Any:
        """The template of this name."""
        return self._joined if name == "main.html" else self._theirs.get_template(name)


def trusted(environment: jinja2.Environment) -> Scripts:
    """The scripts that the theme itself writes into a page."""
    assert environment.loader
    names = ("base", "content", "palette")
    paths = [f"partials/javascripts/{name}.html" for name in names]
    sources = [environment.loader.get_source(environment, path)[0] for path in paths]
    return tuple(script for source in sources for script in scripts(source))


def speak(environment: jinja2.Environment, reader: Reader) -> None:
    """Let the overrides say `_('words')` in the reader's language."""
    environment.globals["_"] = lambda words, **values: words_for(reader, words, **values)
    environment.globals["reader"] = reader


def localise(
    config: MkDocsConfig, language: str, direction: str, words: Callable[..., Any]
) -> None:
    """Set the theme's own language and the names of its palette buttons."""
    config.theme["language"] = language
    config.theme["direction"] = direction
    names = (
        words("Use the light palette"),
        words("Use the dark palette"),
        words("Follow the system"),
    )
    for option, name in zip(config.theme["palette"], names, strict=True):
        option["toggle"]["name"] = str(name)
