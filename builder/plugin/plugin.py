"""MkDocs hooks: each says in a line what is handed over, and calls the function that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs_static_i18n.config import I18nPluginLanguage  # type: ignore[import-untyped]

from builder import build, cms, hindrances, premises, report
from builder.finding import Finding
from builder.pages import Address
from builder.plugin import made, outputs, slots, theme
from builder.plugin.datafiles import DataFiles
from builder.plugin.pages import CurriculumFile, CurriculumPage
from builder.plugin.progress import Progress
from builder.plugin.shell import Shells
from builder.site import Site
from builder.templates import environment

log = get_plugin_logger(__name__)


class CurriculumConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says under `curriculum`."""

    settings = config_options.Type(str, default="curriculum/district.yml")
    cached_shell = config_options.Type(bool, default=True)


class CurriculumPlugin(BasePlugin[CurriculumConfig]):  # type: ignore[no-untyped-call]
    """Hands the curriculum's pages to MkDocs in every language of the settings."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.read: MkDocsConfig | None = None
        """What the site was loaded for: each build of `mkdocs serve` brings another."""
        self.last: Path | None = None
        """The last good site, from which unchanged pages are taken over."""
        self.place: slots.Place | None = None
        """Where it will stand among editions, if it will."""
        self.dirty = False
        self.beside = self.serving = False
        """Whether the site is built beside its place; whoever runs the build swaps it in."""
        self.told: tuple[Finding, ...] | None = None
        """What was last said while serving: it is said again when it changes."""
        self.progress = Progress()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether `mkdocs build --dirty` writes into the site as it stands."""
        self.dirty, self.serving = dirty, command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check once; tell static-i18n which languages there are to build."""
        if self.read is not config:  # MkDocs keeps a plugin with `on_startup` for later builds
            self.read, root = config, Path(config.config_file_path).parent
            environment.cache_clear()  # while serving, templates may have changed since
            self.site = self._load(root)
            if self.place != "edition" and (wanting := cms.missing(root, self.site.settings)):
                raise PluginError(wanting)
            self.docs, config.docs_dir = config.docs_dir, _empty(root)
            index = root / made.INDEX
            self.made = made.Made(self.site, Path(config.site_dir), index, self.last)
            self.data = DataFiles(self.site, Path(config.site_dir), self.last)
            self.pages = {one.id: self._pages(one.id) for one in self.site.settings.languages}
            config.plugins["i18n"].config.languages = _languages(self.site, self.pages)
            config.theme.static_templates = set()
            theme.prepare(config.theme)
        return config

    def _pages(self, language: str) -> list[tuple[Address, bool]]:
        """The pages to hand over, and whether each is to be made; none that is taken over."""
        assert self.site
        if not self.last and not self.dirty:
            return [(address, True) for address in self.site.addresses]
        found = [(one, self.made.modified(language, one)) for one in self.site.addresses]
        return [(one, new) for one, new in found if new or not self.last]

    def _load(self, root: Path) -> Site:
        try:
            if not self.beside:  # MkDocs itself writes into the site as it stands
                premises.refuse_foreign(root, sites=not self.serving)
            return self._told(root) if self.serving else build.load(root)
        except premises.ForeignError as error:
            raise PluginError(str(error)) from None
        except build.BuildError as error:
            raise PluginError(report.text(error.findings, error.documents, root)) from None

    def _told(self, root: Path) -> Site:
        """The site, after saying what was not found the last time."""
        examined = build.examine(root)
        if examined.findings != self.told and not examined.failed:
            self.told = examined.findings
            documents = len(examined.curriculum.loaded)
            log.info("%s", report.text(examined.findings, documents, root))
        return examined.passed()

    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Append the pages of the current language, after static-i18n has made its own list."""
        assert self.site
        i18n: Any = config.plugins["i18n"]
        self.language = self.site.settings.language(i18n.current_language)
        words = self.site.reader(self.language.id)
        theme.localise(config, self.language.id, self.language.direction, slots.speaker(words))
        for file in files:  # only the theme's: exclude_docs speaks of the YAML and PO files
            file.inclusion = InclusionLevel.INCLUDED
        for address, modified in self.pages[self.language.id]:
            files.append(self._file(address, config, modified))
        self.home = self._file(self.site.addresses[0], config, False)
        return files

    def _file(self, address: Address, config: MkDocsConfig, modified: bool) -> CurriculumFile:
        prefix = "" if self.language.id == "en" else f"{self.language.id}/"
        file = CurriculumFile(address, self.language.id, prefix, config, modified)
        file.page = CurriculumPage(file, config, self._maker(file))
        return file

    def _maker(self, file: CurriculumFile) -> Any:
        assert self.site
        site, language = self.site, self.language.id
        return lambda: self.made.keep(language, site.page(language, file.address))

    @event_priority(100)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """No navigation of MkDocs's: tabs and drawer come from our sections."""
        nav = Navigation([], [])
        nav.homepage = self.home.page
        return nav

    @event_priority(-200)
    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Put the joining shell where MkDocs looks for main.html."""
        assert self.site
        reader = self.site.reader(self.language.id)
        theme.speak(env, reader)
        env.globals.update(slots.surroundings(self.site, self.language, self.place))
        template = env.get_template("main.html")
        shells = Shells(self.language.id, self.language.direction, theme.trusted(env))
        joined = theme.ShellTemplate(
            template, shells, self._slots(config), self.config.cached_shell
        )
        return theme.Environment(env, joined)  # type: ignore[return-value]

    def _slots(self, config: MkDocsConfig) -> Callable[[CurriculumPage], Mapping[str, str]]:
        assert self.site
        slots_ = slots.Slots(self.site, self.language, str(config.site_url or ""))

        def fill(page: CurriculumPage) -> Mapping[str, str]:
            assert page.made
            return slots_.fill(page.made)

        return fill

    @event_priority(-200)
    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Unlink what is overwritten, so that a hard-linked last good site stays whole."""
        assert isinstance(page, CurriculumPage)
        Path(page.file.abs_dest_path).unlink(missing_ok=True)
        page.forget()
        self.progress.step()
        return output

    @event_priority(200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what belongs to a language; after the last one, what belongs to all."""
        assert self.site
        i18n: Any = config.plugins["i18n"]
        if self.language.id == i18n.build_languages[-1]:
            site_url, folder = str(config.site_url or ""), Path(config.site_dir)
            outputs.write_shared(self.made, site_url, self.place)
            self.data.write(site_url)
            if self.site.settings.downloads and not self.serving:
                self._downloads(site_url, folder)
            if not self.serving:
                self.site.digests.hold()
            if not self.beside and not self.serving:
                self.made.clear(folder)
                self.remember(folder)

    def remember(self, site: Path) -> None:
        """Keep for later builds what was made for the site that now stands in this folder."""
        self.made.save(site)
        self.data.save()

    def _downloads(self, site_url: str, folder: Path) -> None:
        """Bring the files to take away; while serving they are left out: they take their time."""
        from builder import exports  # its libraries take a third of a second, so only where used

        assert self.site
        store, wanted = exports.Store(self.site, site_url), exports.every(self.site)
        store.bring(wanted, folder)
        store.forget_others(wanted)

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch what MkDocs does not know of."""
        root = Path(config.config_file_path).parent
        for folder in (self.docs, "progression", "overrides", "builder/pages/templates"):
            server.watch(str(root / folder))
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """While serving, a hindered machine is told in a sentence, as `curriculum build` does."""
        root = Path(self.read.config_file_path).parent if self.read else Path()
        if self.serving and (sentence := hindrances.told(error, root)):
            raise Abort(sentence) from None


def _empty(root: Path) -> str:
    """A folder without a file: MkDocs need not walk through the YAML once for each language."""
    folder = root / ".cache" / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)


def _languages(
    site: Site, pages: Mapping[str, list[tuple[Address, bool]]]
) -> list[I18nPluginLanguage]:
    """The languages of the settings; one without a page to hand over needs no build."""
    made = []
    for one in site.settings.languages:
        language = I18nPluginLanguage()
        default = one.id == "en"
        build_it = default or bool(pages[one.id])
        language.load_dict(
            {"locale": one.id, "name": one.name, "default": default, "build": build_it}
        )
        failed, _ = language.validate()
        if failed:
            raise PluginError(f"language “{one.id}”: {failed}")
        made.append(language)
    return made
