"""A page of ours in MkDocs's clothes: a File with an address, a Page that renders itself."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from builder.pages import Address, Page


class CurriculumFile(File):
    """A file that no disk holds; `modified` says whether the page must be made again."""

    def __init__(
        self, address: Address, language: str, prefix: str, config: MkDocsConfig, modified: bool
    ) -> None:
        super().__init__(
            f"{prefix}{address.path}index.md",
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{prefix}{address.path}index.html",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "curriculum"
        self.address = address
        self.modified = modified
        # What static-i18n expects on every file it did not make itself.
        self.locale = self.locale_alternate_of = language
        self.localization = None
        self.alternates = {language: self}

    def is_modified(self) -> bool:
        return self.modified


class CurriculumPage(MkDocsPage):
    """A page whose HTML is made by `render`, not read from Markdown."""

    def __init__(
        self, file: CurriculumFile, config: MkDocsConfig, make: Callable[[], Page]
    ) -> None:
        super().__init__("", file, config)
        self.make = make
        self.made: Page | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.made = self.make()
        self.title = self.made.title
        self.content = self.made.html
        # Material's skip link goes to the first entry of the table of contents.
        self.toc = TableOfContents([AnchorLink("", "page", 1)])

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Nothing: the site's own link check covers every page of every language."""

    @property
    def is_homepage(self) -> bool:
        return self.file.address.path == ""  # type: ignore[attr-defined,no-any-return]

    def forget(self) -> None:
        """Let go of what was written."""
        self.made = self.content = None
