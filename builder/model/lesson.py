"""A lesson: everything a teacher needs to teach it tomorrow."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.model.base import Audience, Careful, Code, Dated, Id, Key, Part, Source, Step
from builder.model.grades import BandId, Grade, grade_band
from builder.model.handout import Handout
from builder.model.supports import Supports
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
PilotRoom = Literal[
    "language-development", "special-education", "general-education", "after-school"
]
Level = Annotated[WholeNumber, Field(ge=0, le=4)]


class Material(Part):
    """One thing to have ready."""

    id: Id
    """Names this material; never changed. Small letters, words joined by hyphens."""
    text: Line
    """What it is, such as “Claim cards 1 to 6”."""
    copies: Literal["class", "group", "pair", "student", "teacher"]
    """One for each of these: class, group, pair, student or teacher."""
    handout: Id | None = None
    """The handout of this lesson that it is, by its id."""


class Preparation(Part):
    """What to do before class."""

    minutes: WholeNumber
    """How many minutes the teacher needs before class."""
    text: Prose
    """What to print, cut, lay out and try before class."""


class Sample(Part):
    """An AI answer written for this lesson, so that it is the same each time."""

    id: Id
    """Names this sample; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What the sample shows, in a few words."""
    prompt: Line
    """What was asked, word for word."""
    answer: Prose
    """What a tool could have answered, written by you for this lesson."""


class Segment(Part):
    """A stretch of the lesson."""

    id: Id
    """Names this segment; never changed. Small letters, words joined by hyphens."""
    title: Title
    """What happens, in a few words a class could hear."""
    kind: Literal["think", "teach", "practice", "tool", "discuss", "assess", "reflect"]
    """What happens: think, teach, practice, tool (only where a tool runs), discuss, assess or
    reflect.
    """
    minutes: WholeNumber
    """How many minutes it takes; no more than the longest segment of the band."""
    grouping: Literal["whole-class", "groups", "pairs", "alone", "stations"]
    """How students work: whole-class, groups, pairs, alone or stations."""
    teacher: Prose
    """What the teacher says and does; words to say aloud stand as quotes."""
    students: Prose
    """What students do, in short commands."""
    watch_for: Line | None = None
    """A likely answer, and what to say to it."""


class Misconception(Part):
    """What students say, and what helps."""

    id: Id
    """Names this wrong idea; never changed. Small letters, words joined by hyphens."""
    says: Line
    """What a student may say, in the student’s words."""
    answer: Line
    """What to say or do then."""


class Assessment(Part):
    """How learning shows."""

    pattern: Literal["in-class", "process", "oral", "product", "performance"]
    """How learning shows: in-class, process (drafts), oral, product or performance."""
    look_for: Prose
    """What to look and listen for during the lesson."""
    exit_ticket: Line
    """One task that shows the outcome and nothing else."""
    success: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What a good answer has, one criterion each."""
    answer_key: Annotated[Prose, Key()]
    """Real example answers: strong, partly, not yet."""


class FamilyPart(Part):
    """What goes home."""

    tell: Line
    """What we did today, in a child’s words."""
    ask: Line
    """One question to ask at home."""
    try_: Line
    """One thing to try in five minutes, without a device."""


class Lesson(Dated):
    """A lesson for one grade band."""

    kind: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "curriculum/lessons"
    by_band: ClassVar[bool] = True
    audience: ClassVar[Audience] = "lesson"
    everywhere: ClassVar[tuple[str, ...]] = ("title", "summary", "family")

    title: Title
    """What the lesson is called, in a few words."""
    summary: Line
    """Two sentences a teacher reads in the browser."""
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)]
    """The grades it is for: one band, no gap. The folder is the band."""
    subjects: Annotated[tuple[Subject, ...], Field(min_length=1)]
    """The subjects it can be taught in, such as ela or science."""
    teaches: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Outcomes it teaches, by code, such as 3-5.EVA.1; all of its own band."""
    assesses: tuple[Code, ...] = ()
    """Outcomes that its exit ticket shows; each stands under `teaches` too."""
    prerequisites: tuple[Id, ...] = ()
    """Lessons that come before it, by id."""
    interaction: Interaction
    """Who works with a tool: unplugged (nobody), teacher-demo, class-account or
    individual-account.
    """
    device_model: DeviceModel
    """The devices it needs: none, teacher-display, shared-cart or one-to-one."""
    tools: tuple[Id, ...] = ()
    """Tools it uses, by their ids in the register."""
    courses: tuple[Id, ...] = ()
    """Courses that a teacher should have taken first, by id; asked for where students use a tool.
    """
    pilot_in: tuple[PilotRoom, ...] = ()
    """The rooms of the pilot, while the lesson is in one: language-development, special-education,
    general-education or after-school.
    """
    ai_use_level: Level
    """What students may do with AI, 0 (nothing) to 4 (explore); no more than the band allows."""
    use_mode: Literal["inquiry", "co-create", "critique", "problem-solve"]
    """Which classroom use it practises: inquiry, co-create, critique or problem-solve."""
    block: Flag = False
    """Write true for a block lesson of 80 to 100 minutes."""
    purpose: Prose
    """Why this belongs in class, without naming a tool."""
    question: Line
    """The essential question, in words students could ask."""
    vocabulary: tuple[Id, ...] = ()
    """Glossary terms that students meet, by id."""
    objectives: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What students can do after it, in their words: “I can …”."""
    materials: tuple[Material, ...] = ()
    """What to have ready, one line for each thing."""
    preparation: Preparation
    """What to do before class, and how long it takes."""
    samples: tuple[Sample, ...] = ()
    """AI answers written for this lesson, so that every class works with the same words."""
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]
    """The lesson itself, step by step; the minutes add up to its time. Thinking comes before any
    tool.
    """
    student_steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The plain version on the student page: one short action each."""
    supports: Supports
    """How every student gets in, whatever their English or needs."""
    misconceptions: tuple[Misconception, ...] = ()
    """Wrong ideas to expect."""
    assessment: Assessment
    """How learning shows, with an exit ticket and a key."""
    reflection: Line | None = None
    """A last question, such as “Keep, change or reject: what did you decide, and why?”"""
    family: FamilyPart
    """What goes home, in three short parts."""
    unplugged_alternative: Prose
    """How to teach it with no device."""
    safety: Annotated[Prose, Careful()]
    """What must not be typed, shown or asked in this lesson."""
    sources: tuple[Source, ...] = ()
    """Where the facts of the lesson come from."""
    handouts: tuple[Handout, ...] = ()
    """Every sheet and card, written out."""

    @property
    def band(self) -> BandId:
        """The band of its lowest grade."""
        return grade_band(self.grades[0])

    @property
    def minutes(self) -> int:
        """The time of the lesson: its segments added up."""
        return sum(segment.minutes for segment in self.segments)
