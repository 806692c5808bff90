"""Kinds of document that have something in common: sheets to hand out, sources."""

from __future__ import annotations

from builder.model.district import Metrics, Policy, Roadmap
from builder.model.educators import Chapter, Competencies, Course
from builder.model.family import Topic
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.register import Principles
from builder.model.workshop import Workshop

WithHandouts = Lesson | Workshop | Course | Chapter | Program
WithSources = (
    Lesson
    | Topic
    | Principles
    | Competencies
    | Course
    | Chapter
    | Program
    | Policy
    | Roadmap
    | Metrics
)
