"""A workshop's invitation leaves out when, where, whom to tell, or the interpreter.

**Why.** The flyer is copied in the office and sent home. What it does not ask for, nobody fills
in: families then come to the wrong room, or stay at home because no line says that they will be
understood.

**How to mend.** Write a line for the day, the time and the place, to be filled in. Say whom to
tell or call, and that interpreters are free.

**Source.** Our own rule, after published workshop kits. California Education Code 48985 asks for
notices that families can read; an interpreter line tells them that the evening is theirs too.

**Limits.** Looks for usual words such as “day”, “where” or “office”. An invitation that says it in
other words is reported all the same.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule

PARTS = {
    "the day": late.pattern(
        r"\b(?:day|date|when|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march"
        r"|april|june|july|august|september|october|november|december)\b|\d{1,2}/\d{1,2}"
    ),
    "the time": late.pattern(r"\b(?:time|when|noon)\b|\d:\d\d|\b\d{1,2} ?[ap]\.?m\b|o[’']clock"),
    "the place": late.pattern(
        r"\b(?:place|where|room|library|cafeteria|auditorium|gym|hall|address|location)\b"
    ),
    "whom to ask or tell": late.pattern(
        r"\b(?:ask|call|phone|contact|reply|tell|office|sign up|rsvp|text us|write to)\b"
    ),
    "the interpreters": late.pattern(r"interpret|\blanguages?\b"),
}


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    flyer = workshop.invitation
    words = f"{flyer.title.shown} {flyer.text.shown}".lower()
    lacking = [part for part, said in PARTS.items() if not said.search(words)]
    if lacking:
        message = "the invitation does not name " + ", ".join(lacking)
        hint = "Add a line for each, with dots where the school fills it in: “**Day:** ……… ”."
        yield Problem(workshop, ("invitation", "text"), message, hint)
