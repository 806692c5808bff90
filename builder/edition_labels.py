"""The words for editions and for what has changed between them, marked for translation."""

from __future__ import annotations

from collections.abc import Mapping

from builder.labels import N_

# Said by an edition that is not the current one, and by the list of editions.
EDITION_NOTICES: Mapping[str, str] = {
    "older": N_("This is the edition {edition}. It stays as it was. The current one is {current}."),
    "upcoming": N_("This is not in use yet. The current edition is {current}."),
    "same": N_("This page in the current edition"),
    "near": N_("This page is not in the current edition. Go to the nearest one."),
    "coming": N_("The next edition, before its release"),
    "withdrawn": N_("This was taken away."),
    "withdrawn_why": N_("It is no longer part of the curriculum, and should not be used."),
    "home": N_("go to the home page"),
    "in_use": N_("{edition}, the current edition"),
}
# What the documents of each kind are called where a list names their kind.
DOCUMENTS: Mapping[str, str] = {
    "band": N_("Grades"),
    "calendar": N_("For educators"),
    "chapter": N_("Handbook"),
    "competencies": N_("For educators"),
    "course": N_("Courses"),
    "framework": N_("Frameworks"),
    "guide": N_("Guides by grade"),
    "home": N_("Home"),
    "integrity": N_("Honest work with AI"),
    "lesson": N_("Lessons"),
    "letter": N_("Letters home"),
    "metrics": N_("For the district"),
    "outcome": N_("Outcomes"),
    "policy": N_("Policies"),
    "principles": N_("Principles"),
    "profile": N_("Graduate profile"),
    "program": N_("Programs for students"),
    "questions": N_("Questions and answers"),
    "resources": N_("For the district"),
    "roadmap": N_("For the district"),
    "sheet": N_("Sheets for the kitchen table"),
    "strand": N_("Strand"),
    "term": N_("Glossary"),
    "tool": N_("Tool register"),
    "topic": N_("For families"),
    "unit": N_("Units"),
    "workshop": N_("Workshops"),
}
# The field that has another value now.
CHANGES: Mapping[str, str] = {
    "moved": N_("Grades"),
    "time": N_("Time"),
    "level": N_("AI use"),
    "tools": N_("Tool register"),
    "interaction": N_("Who uses AI"),
    "devices": N_("Devices"),
    "outcomes": N_("Outcomes"),
    "lessons": N_("Lessons"),
    "phase": N_("Phase"),
    "age": N_("Lowest age"),
    "bands": N_("Grades"),
}
