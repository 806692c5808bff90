"""What is remembered of one document: few fields that readers plan by, and digests of its words.

The one idea: words are remembered as a digest for each reader, so that a later edition can tell
whom a change of words touches, and a snapshot stays small enough to stand in the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict

from builder.model.base import Document, texts
from builder.model.grades import BandId
from builder.model.lesson import DeviceModel, Interaction, Level
from builder.model.part import Code, Id
from builder.model.progression import Strand
from builder.model.readers import Reader, reader
from builder.model.register import Phase
from builder.settings import Tag
from builder.snapshots.stated import EACH, Digest, PagePath, Words
from builder.validation import WholeNumber

Value = int | str | tuple[str, ...]

# The fields by which readers plan, under the names that a change carries.
COMPARED: Mapping[str, Mapping[str, str]] = {
    "lesson": {
        "time": "minutes",
        "level": "ai_use_level",
        "tools": "tools",
        "interaction": "interaction",
        "devices": "device_model",
        "outcomes": "teaches",
    },
    "unit": {"lessons": "lesson_ids"},
    "tool": {"phase": "phase", "age": "min_age", "bands": "bands"},
}


class Kept(BaseModel):
    """Something that stands in a snapshot; what a later builder adds to it is not minded."""

    model_config = ConfigDict(frozen=True, extra="ignore")


Ids = Annotated[tuple[Id, ...], EACH]


class Plan(Kept):
    """The fields by which readers plan, as far as the kind of document has them."""

    time: WholeNumber | None = None
    level: Level | None = None
    tools: Ids | None = None
    interaction: Interaction | None = None
    devices: DeviceModel | None = None
    outcomes: Annotated[tuple[Code, ...], EACH] | None = None
    lessons: Ids | None = None
    phase: Phase | None = None
    age: WholeNumber | None = None
    bands: Annotated[tuple[BandId, ...], EACH] | None = None


class Read(Kept):
    """A digest of what each reader gets to read."""

    students: Digest | None = None
    families: Digest | None = None
    teachers: Digest | None = None
    staff: Digest | None = None


class Record(Kept):
    """A document as an edition remembers it."""

    title: Words
    """Its English title."""
    status: Words
    replaced_by: Id | None = None
    path: PagePath | None = None
    """Where its page stands below a language’s home, if it has one."""
    bands: Annotated[tuple[BandId, ...], EACH] = ()
    facts: Plan = Plan()
    words: Read = Read()
    languages: Annotated[tuple[Tag, ...], EACH] = ()
    """The languages in which nothing is missing and nothing stale."""

    @property
    def retired(self) -> bool:
        """Whether it only keeps its address."""
        return self.status == "retired"


class Statement(Kept):
    """An outcome as an edition remembers it."""

    text: Words
    plain: Words
    status: Words
    replaced_by: Code | None = None

    @property
    def retired(self) -> bool:
        """Whether lessons no longer teach it."""
        return self.status == "retired"


def record(document: Document) -> Record:
    """What is remembered of an English document; in which languages it is, is told apart."""
    fields = COMPARED.get(document.kind, {})
    return Record(
        title=document.name.shown,
        status=document.status,
        replaced_by=document.replaced_by,
        bands=_bands(document),
        facts=Plan(**{name: getattr(document, field) for name, field in fields.items()}),
        words=_words(document),
    )


def statements(strand: Strand) -> dict[str, Statement]:
    """The outcomes of a strand by their codes."""
    retired = strand.status == "retired"
    return {
        one.code: Statement(
            text=one.text.shown,
            plain=one.plain.shown,
            status="retired" if retired else one.status,
            replaced_by=one.replaced_by,
        )
        for one in strand.outcomes
    }


def _bands(document: Document) -> tuple[str, ...]:
    told: Any = getattr(document, "bands", None)
    if isinstance(told, tuple):
        return told
    one = getattr(document, "band", None)
    return (one,) if isinstance(one, str) else ()


def _words(document: Document) -> Read:
    """An outcome is remembered by itself, so its words do not count as those of its strand."""
    read: dict[Reader, list[str]] = {}
    for passage in texts(document):
        if isinstance(document, Strand) and passage.address.startswith("outcomes/"):
            continue
        read.setdefault(reader(document, passage), []).append(
            f"{passage.address}\0{passage.words}\0"
        )
    return Read(
        **{
            who: blake2b("".join(words).encode(), digest_size=6).hexdigest()
            for who, words in read.items()
        }
    )
