"""A workshop kit does not plan for interpreters, child care or devices.

**Why.** Whether a family can come is decided long before the evening: is there someone who speaks
our language, can the little ones come, do we need a computer? What the kit does not plan, each
school forgets in its own way.

**How to mend.** Add a section to `logistics` that says how many, by when and who does it. Where
the answer is “none”, say that: “Families need no device.” A district may ask for other sections in
`needed`, by their ids.

**Source.** Our own rule, after published workshop kits: interpreters for each language, child
care, devices on loan.

**Limits.** Looks at the ids and titles of the sections, not at what they say.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Section
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    workshop: Workshop, frame: Frame, *, needed: str = "interpreters, childcare, devices"
) -> Iterator[Problem]:
    planned = [name for section in workshop.logistics for name in _names(section)]
    for name in needed.replace(",", " ").split():
        if not any(_plain(name) in one for one in planned):
            message = f"nothing is planned for {name.replace('-', ' ')}"
            hint = f"Add a section with `id: {name}` to `logistics`, even if it says “none”."
            yield Problem(workshop, ("logistics",), message, hint)


def _names(section: Section) -> tuple[str, str]:
    return _plain(section.id), _plain(section.title.shown)


def _plain(words: str) -> str:
    """The letters alone, so that “child care” and `childcare` are one."""
    return "".join(letter for letter in words.lower() if letter.isalnum())
