"""MkDocs hooks: each says in a line what is handed over, and calls the function that does it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_static_i18n.config import I18nPluginLanguage  # type: ignore[import-untyped]

from builder import build, report
from builder.plugin import outputs, slots, theme
from builder.plugin.pages import CurriculumFile, CurriculumPage, home
from builder.plugin.progress import Progress
from builder.plugin.shell import Shells


class CurriculumConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says under `curriculum`."""

    settings = config_options.Type(str, default="curriculum/district.yml")
    cached_shell = config_options.Type(bool, default=True)


class CurriculumPlugin(BasePlugin[CurriculumConfig]):  # type: ignore[no-untyped-call]
    """Hands the curriculum's pages to MkDocs in every language of the settings."""

    def __init__(self) -> None:
        self.site: build.Site | None = None
        self.progress = Progress()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check once; tell static-i18n which languages there are."""
        if self.site is None:
            self.site = self._load(Path(config.config_file_path).parent)
            config.plugins["i18n"].config.languages = _languages(self.site)
            config.theme.static_templates = set()
            theme.prepare(config.theme)
            root = Path(config.config_file_path).parent
            self.made = outputs.Made(self.site, Path(config.site_dir), root / outputs.INDEX)
        return config

    def _load(self, root: Path) -> build.Site:
        try:
            return build.load(root)
        except build.BuildError as error:
            raise PluginError(report.text(error.findings, error.documents, root)) from None

    @event_priority(100)
    def _only_the_theme(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep only the theme's files: the YAML and PO files of docs_dir are not the site."""
        docs = os.path.join(config.docs_dir, "")
        theirs = [one for one in files if not str(one.abs_src_path).startswith(docs)]
        for file in theirs:
            file.inclusion = InclusionLevel.INCLUDED
        return Files(theirs)

    @event_priority(-200)
    def _append(self, files: Files, config: MkDocsConfig) -> Files:
        """Append the pages of the current language, after static-i18n has made its own list."""
        assert self.site
        i18n: Any = config.plugins["i18n"]
        self.language = self.site.settings.language(i18n.current_language)
        words = self.site.reader(self.language.id)
        theme.localise(config, self.language.id, self.language.direction, slots.speaker(words))
        prefix = "" if self.language.id == "en" else f"{self.language.id}/"
        for address in self.site.addresses:
            modified = self.made.modified(self.language.id, address)
            file = CurriculumFile(address, self.language.id, prefix, config, modified)
            file.page = CurriculumPage(file, config, self._maker(file))
            files.append(file)
        return files

    on_files = CombinedEvent(_only_the_theme, _append)

    def _maker(self, file: CurriculumFile) -> Any:
        assert self.site
        site, language = self.site, self.language.id
        return lambda: self.made.keep(language, site.page(language, file.address))

    @event_priority(100)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """No navigation of MkDocs's: tabs and drawer come from our sections."""
        nav = Navigation([], [])
        nav.homepage = home(files)
        return nav

    @event_priority(-200)
    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Put the joining shell where MkDocs looks for main.html."""
        assert self.site
        reader = self.site.reader(self.language.id)
        theme.speak(env, reader)
        env.globals.update(slots.surroundings(self.site, self.language))
        template = env.get_template("main.html")
        shells = Shells(self.language.id, self.language.direction)
        joined = theme.ShellTemplate(
            template, shells, self._slots(config), self.config.cached_shell
        )
        return _Environment(env, joined)  # type: ignore[return-value]

    def _slots(self, config: MkDocsConfig) -> Any:
        site, language = self.site, self.language
        assert site

        def fill(page: CurriculumPage) -> Mapping[str, str]:
            assert page.made
            return slots.fill(site, language, page.made, str(config.site_url or ""))

        return fill

    @event_priority(-200)
    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Unlink what is overwritten, so that a hard-linked last good site stays whole."""
        assert isinstance(page, CurriculumPage)
        assert page.made
        self.made.written(self.language.id, page.made.address, output)
        Path(page.file.abs_dest_path).unlink(missing_ok=True)
        page.forget()
        self.progress.step()
        return output

    @event_priority(200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what belongs to a language; after the last one, what belongs to all."""
        assert self.site
        outputs.write_search(self.made, self.language.id)
        if self.language.id == self.site.settings.languages[-1].id:
            outputs.write_shared(self.site, Path(config.site_dir), str(config.site_url or ""))
            self.made.finish()

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch what MkDocs does not know of."""
        root = Path(config.config_file_path).parent
        for folder in ("progression", "overrides", "builder/pages/templates"):
            server.watch(str(root / folder))
        return server


class _Environment:
    """The theme's environment, but for the one template that pages are rendered with."""

    def __init__(self, environment: jinja2.Environment, joined: theme.ShellTemplate) -> None:
        self._environment, self._joined = environment, joined

    def get_template(self, name: str) -> Any:
        return self._joined if name == "main.html" else self._environment.get_template(name)


def _languages(site: build.Site) -> list[I18nPluginLanguage]:
    made = []
    for one in site.settings.languages:
        language = I18nPluginLanguage()
        language.load_dict({"locale": one.id, "name": one.name, "default": one.id == "en"})
        failed, _ = language.validate()
        if failed:
            raise PluginError(f"language “{one.id}”: {failed}")
        made.append(language)
    return made
