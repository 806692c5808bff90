"""Words that readers type and our pages need not use, each group with the pages that answer."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.model.base import Document, Id, Part
from builder.model.text import Text, Title, Words

Target = Annotated[str, Field(pattern=r"^[a-z]+(/[a-z0-9-]+(#[a-z0-9-]+)?)?$")]


class Sought(Part):
    """One thing that readers look for."""

    id: Id
    """Names this group; never changed. Small letters, words joined by hyphens."""
    words: Words
    """What families and teachers really type for it. Words and short phrases, everyday ones too."""
    finds: Annotated[tuple[Target, ...], Field(min_length=1)]
    """What answers, the best first: a document (`term/deepfake`), one question of a page
    (`questions/families#homework-flagged`) or all documents of a kind (`integrity`).
    """


class Synonyms(Document):
    """What readers look for by other words than ours: the search knows them in every language."""

    kind: ClassVar[str] = "synonyms"
    folder: ClassVar[str] = "curriculum/search"

    groups: Annotated[tuple[Sought, ...], Field(min_length=1)]
    """What readers look for, a group of words for each thing."""

    @property
    def name(self) -> Text:
        return Title(self.id)
