"""A lesson: everything a teacher needs to teach it tomorrow."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Careful, Code, Document, Id, Part, Source, Step
from builder.model.grades import BandId, Grade, grade_band
from builder.model.handout import Handout
from builder.model.text import Line, Prose, Title
from builder.validation import Flag, WholeNumber

Subject = Literal[
    "ela",
    "eld",
    "math",
    "science",
    "history-social-science",
    "arts",
    "computer-science",
    "health",
    "world-languages",
    "career-technical",
    "physical-education",
    "library",
]
Interaction = Literal["unplugged", "teacher-demo", "class-account", "individual-account"]
DeviceModel = Literal["none", "teacher-display", "shared-cart", "one-to-one"]
Level = Annotated[WholeNumber, Field(ge=0, le=4)]


class Material(Part):
    """One thing to have ready."""

    id: Id
    text: Line
    copies: Literal["class", "group", "pair", "student", "teacher"]
    """One for each …"""
    handout: Id | None = None
    """The handout of this lesson that it is."""


class Preparation(Part):
    """What to do before class."""

    minutes: WholeNumber
    text: Prose


class Sample(Part):
    """An AI answer written for this lesson, so that it is the same each time."""

    id: Id
    title: Title
    prompt: Line
    """What was asked."""
    answer: Prose
    """What a tool could have answered."""


class Segment(Part):
    """A stretch of the lesson."""

    id: Id
    title: Title
    kind: Literal["think", "teach", "practice", "tool", "discuss", "assess", "reflect"]
    """What happens; `tool` only where a tool runs."""
    minutes: WholeNumber
    grouping: Literal["whole-class", "groups", "pairs", "alone", "stations"]
    teacher: Prose
    """What the teacher says and does; words to say aloud stand as quotes."""
    students: Prose
    """What students do."""
    watch_for: Line | None = None
    """A likely answer, and what to say to it."""


class EnglishLanguageDevelopment(Part):
    """California's three levels of English language development."""

    emerging: Prose
    """Substantial support."""
    expanding: Prose
    """Moderate support."""
    bridging: Prose
    """Light support."""


class UniversalDesign(Part):
    """The three principles of Universal Design for Learning."""

    engagement: Prose
    representation: Prose
    action_expression: Prose


class Supports(Part):
    """How every student gets in."""

    eld: EnglishLanguageDevelopment
    udl: UniversalDesign
    access: Prose
    """IEP and 504, text-to-speech, large print."""
    extension: Prose
    """For students who are ready for more."""


class Misconception(Part):
    """What students say, and what helps."""

    id: Id
    says: Line
    answer: Line


class Assessment(Part):
    """How learning shows."""

    pattern: Literal["in-class", "process", "oral", "product", "performance"]
    look_for: Prose
    exit_ticket: Line
    success: Annotated[tuple[Step, ...], Field(min_length=1)]
    answer_key: Prose
    """Strong, partly, not yet: real example answers."""


class FamilyPart(Part):
    """What goes home."""

    tell: Line
    """What we did today."""
    ask: Line
    """One question to ask at home."""
    try_: Line
    """Five minutes, no device."""


class Lesson(Document):
    """A lesson for one grade band."""

    kind: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "curriculum/lessons"
    by_band: ClassVar[bool] = True
    audience: ClassVar[Literal["family", "lesson", "staff"]] = "lesson"
    everywhere: ClassVar[tuple[str, ...]] = ("title", "summary", "family")

    title: Title
    """What the lesson is called."""
    summary: Line
    """Two sentences a teacher reads in the browser."""
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)]
    """The grades it is for: one band, no gap."""
    subjects: Annotated[tuple[Subject, ...], Field(min_length=1)]
    """The subjects it can be taught in."""
    teaches: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Outcomes it teaches."""
    assesses: tuple[Code, ...] = ()
    """Outcomes its exit ticket shows."""
    prerequisites: tuple[Id, ...] = ()
    """Lessons that come before it."""
    interaction: Interaction
    """Who works with a tool, if anyone."""
    device_model: DeviceModel
    """The devices it needs."""
    tools: tuple[Id, ...] = ()
    """Tools it uses, by their ids in the register."""
    ai_use_level: Level
    """What students may do with AI, 0–4."""
    use_mode: Literal["inquiry", "co-create", "critique", "problem-solve"]
    """Which of the four classroom uses it practises."""
    block: Flag = False
    """Whether it fills a block of 80 to 100 minutes."""
    purpose: Prose
    """Why this belongs in class, without naming a tool."""
    question: Line
    """The essential question."""
    vocabulary: tuple[Id, ...] = ()
    """Glossary terms students meet."""
    objectives: Annotated[tuple[Step, ...], Field(min_length=1)]
    """In the student's words: “I can …”."""
    materials: tuple[Material, ...] = ()
    """What to have ready."""
    preparation: Preparation
    """What to do before class."""
    samples: tuple[Sample, ...] = ()
    """AI answers written for this lesson."""
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    """The lesson itself; the minutes add up to its time."""
    student_steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The plain version on the student page: one short action each."""
    supports: Supports
    """How every student gets in."""
    misconceptions: tuple[Misconception, ...] = ()
    """Wrong ideas to expect."""
    assessment: Assessment
    """How learning shows."""
    reflection: Line | None = None
    """Keep, change or reject: what did you decide, and why?"""
    family: FamilyPart
    """What goes home."""
    unplugged_alternative: Prose
    """How to teach it with no device."""
    safety: Annotated[Prose, Careful()]
    """What must not be typed, shown or asked."""
    sources: tuple[Source, ...] = ()
    """Where facts come from."""
    handouts: tuple[Handout, ...] = ()
    """Every sheet, written out."""

    @property
    def band(self) -> BandId:
        """The band of its lowest grade."""
        return grade_band(self.grades[0])

    @property
    def minutes(self) -> int:
        """The time of the lesson: its segments added up."""
        return sum(segment.minutes for segment in self.segments)
