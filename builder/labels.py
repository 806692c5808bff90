"""The words that stand for the closed lists of the model, marked for translation."""

from __future__ import annotations

from collections.abc import Mapping


def N_(words: str) -> str:  # noqa: N802  gettext's own name for “translate later”
    """Marks words for translators where they are listed; showing them translates them."""
    return words


SUBJECTS: Mapping[str, str] = {
    "ela": N_("English language arts"),
    "eld": N_("English language development"),
    "math": N_("Mathematics"),
    "science": N_("Science"),
    "history-social-science": N_("History and social science"),
    "arts": N_("Arts"),
    "computer-science": N_("Computer science"),
    "health": N_("Health"),
    "world-languages": N_("World languages"),
    "career-technical": N_("Career technical education"),
    "physical-education": N_("Physical education"),
    "library": N_("Library"),
}
INTERACTIONS: Mapping[str, str] = {
    "unplugged": N_("Nobody: no device"),
    "teacher-demo": N_("The teacher, on one screen"),
    "class-account": N_("Students, with a class account"),
    "individual-account": N_("Students, each with an account"),
}
DEVICES: Mapping[str, str] = {
    "none": N_("No devices"),
    "teacher-display": N_("Teacher display"),
    "shared-cart": N_("Shared cart"),
    "one-to-one": N_("One for each student"),
}
PILOT_ROOMS: Mapping[str, str] = {
    "language-development": N_("English language development"),
    "special-education": N_("Special education"),
    "general-education": N_("General education"),
    "after-school": N_("After school"),
}
COPIES: Mapping[str, str] = {
    "class": N_("one for the class"),
    "group": N_("one for each group"),
    "pair": N_("one for each pair"),
    "student": N_("one for each student"),
    "teacher": N_("one for the teacher"),
}
GROUPINGS: Mapping[str, str] = {
    "whole-class": N_("Whole class"),
    "groups": N_("Groups"),
    "pairs": N_("Pairs"),
    "alone": N_("Alone"),
    "stations": N_("Stations"),
}
USE_MODES: Mapping[str, str] = {
    "inquiry": N_("Inquiry and research"),
    "co-create": N_("Writing and making together"),
    "critique": N_("Looking critically at results"),
    "problem-solve": N_("Solving problems"),
}
PATTERNS: Mapping[str, str] = {
    "in-class": N_("Done in class"),
    "process": N_("Drafts and process"),
    "oral": N_("Explained aloud"),
    "product": N_("A finished product"),
    "performance": N_("A performance"),
}
# Names of the AI Assessment Scale, version 2 (Perkins, Roe, Furze, 2024), used with credit.
LEVELS: tuple[str, ...] = (
    N_("No AI"),
    N_("AI planning"),
    N_("AI collaboration"),
    N_("Full AI"),
    N_("AI exploration"),
)
TRAFFIC: tuple[tuple[str, str], ...] = (
    ("red", N_("Red")),
    ("yellow", N_("Yellow")),
    ("yellow", N_("Yellow")),
    ("green", N_("Green")),
    ("green", N_("Green")),
)
STATUSES: Mapping[str, str] = {
    "draft": N_("Draft"),
    "pilot": N_("Pilot"),
    "adopted": N_("Adopted"),
    "retired": N_("Retired"),
}
SEVERITIES: Mapping[str, str] = {"error": N_("Error"), "warning": N_("Warning")}
PARTS: Mapping[str, str] = {
    "transparency": N_("Transparency"),
    "attribution": N_("Attribution"),
    "human_contribution": N_("Human contribution"),
}
CATEGORIES: Mapping[str, str] = {
    "chat": N_("Chat"),
    "image": N_("Pictures"),
    "classifier": N_("Sorting"),
    "translation": N_("Translation"),
    "adaptive-tutor": N_("Adaptive tutor"),
}
PHASES: Mapping[int, str] = {
    1: N_("Phase 1: teachers only"),
    2: N_("Phase 2: small student pilot"),
    3: N_("Phase 3: in general use"),
}
CRITERIA: Mapping[str, str] = {
    "alignment": N_("Fits the standards"),
    "safety": N_("Safety"),
    "age_fit": N_("Fits the age"),
    "privacy": N_("Protects data"),
}
EDITIONS: Mapping[str, str] = {
    "consumer": N_("Consumer edition"),
    "education": N_("Education edition"),
}
USERS: Mapping[str, str] = {"staff": N_("Staff"), "students": N_("Students")}
CONSENT: Mapping[str, str] = {
    "school-consent": N_("The school consents for educational use only"),
    "parent-consent": N_("A parent consents"),
    "not-allowed": N_("Not for children under 13"),
}
AGREEMENTS: Mapping[str, str] = {
    "sample": N_("Sample entry: no real agreement"),
    "none": N_("No agreement"),
    "signed": N_("Signed agreement"),
}
ROLES: Mapping[str, str] = {
    "teachers": N_("Teachers"),
    "aides": N_("Aides"),
    "counselors": N_("Counselors"),
    "leaders": N_("Leaders"),
    "office": N_("Office staff"),
}
HANDBOOK: Mapping[str, str] = {
    "teaching": N_("For teaching"),
    "district": N_("For leaders and offices"),
}
SETTINGS: Mapping[str, str] = {
    "club": N_("Club"),
    "conference": N_("Conference led by students"),
    "after-school": N_("After-school program"),
}
AREAS: Mapping[str, str] = {
    "foundations": N_("What AI is"),
    "requests": N_("Asking a tool well"),
    "projects": N_("Making something"),
    "ethics": N_("Bias, fairness, responsible use"),
}
TIMES: Mapping[str, str] = {
    "work-day": N_("Work day"),
    "summer": N_("Summer"),
    "early-release": N_("Early-release day"),
    "coaching": N_("Coaching, by choice"),
    "evening": N_("Evening"),
}
FORMS: Mapping[str, str] = {
    "board-policy": N_("Board policy"),
    "regulation": N_("Administrative regulation"),
}
ANSWERING: Mapping[str, str] = {
    "families": N_("Families answer"),
    "students": N_("Students answer"),
    "staff": N_("Staff answer"),
}
HOLDERS: Mapping[str, str] = {
    "student": N_("for students"),
    "teacher": N_("for adults"),
    "family": N_("for families"),
}
STATES: Mapping[str, str] = {
    "missing": N_("In English"),
    "stale": N_("English has changed"),
    "draft": N_("Machine draft"),
    "reviewed": N_("Checked by a person"),
}
AUDIENCES: Mapping[str, str] = {
    "family": N_("For families"),
    "lesson": N_("Lessons"),
    "staff": N_("For staff"),
    "interface": N_("Words of the site itself"),
}
SECTIONS: Mapping[str, str] = {
    "families": N_("For families"),
    "teachers": N_("For teachers"),
    "district": N_("For the district"),
    "glossary": N_("Glossary"),
}
# What search finds, in the words of those who look for it; the last four are parts of the site.
FOUND: Mapping[str, str] = {
    "lesson": N_("Lessons"),
    "unit": N_("Units"),
    "question": N_("Questions and answers"),
    "workshop": N_("Workshops"),
    "program": N_("Programs for students"),
    "course": N_("Courses and handbook"),
    "term": N_("Glossary"),
    "integrity": N_("Honest work with AI"),
    "outcome": N_("What students learn"),
    "tool": N_("Tools"),
    "families": N_("For families"),
    "teachers": N_("For teachers"),
    "district": N_("For the district"),
    "home": N_("About this site"),
}
# Said in a language to a reader whose browser asks for it: the offer, to take it, to leave it.
OFFER: tuple[str, str, str] = (
    N_("This page is also in your language."),
    N_("Open it"),
    N_("No, thank you"),
)
FILES: Mapping[str, str] = {
    "pdf": N_("All of it, with the answers (PDF)"),
    "docx": N_("All of it, with the answers, to change (Word)"),
    "pptx": N_("Slides with notes (PowerPoint)"),
    "handouts": N_("Sheets for students and families, without answers (PDF)"),
    "handouts-docx": N_("Sheets without answers, to change (Word)"),
    "imscc": N_("For a learning platform, without answers (Common Cartridge)"),
    "csv": N_("Links for a classroom page (CSV)"),
}
