"""The principles leave out privacy, transparency, academic integrity or student safety.

**Why.** These four are what families, teachers and the board can hold the district to. A page of
principles that is silent on one of them says that it does not matter here.

**How to mend.** Add a principle about it, in words a family can check. If there is one under
another name, put a word of its `id` into the option of this rule that bears the part's name.

**Source.** El Segundo Unified's strategy, which writes these four core principles into policy.

**Limits.** It looks at the words of ids and titles alone, not at what a principle says.
"""

import re
from collections.abc import Iterator

from builder.finding import Severity
from builder.model.register import Principles
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    principles: Principles,
    frame: Frame,
    *,
    privacy: str = "privacy private data confidentiality",
    transparency: str = "transparency transparent openness open openly disclosure disclose",
    integrity: str = "integrity honest honesty authorship",
    safety: str = "safety safe safely safeguards well-being wellbeing",
) -> Iterator[Problem]:
    told = " ".join(f"{one.id} {one.title.shown}" for one in principles.principles).casefold()
    words = {*told.split(), *re.split(r"[^\w]+", told)}
    asked = {
        "privacy": privacy,
        "transparency": transparency,
        "academic integrity": integrity,
        "student safety": safety,
    }
    for name, signs in asked.items():
        if words.isdisjoint(signs.casefold().replace(",", " ").split()):
            message = f"no principle is about {name}"
            hint = "Add one, or name its id in the options of this rule."
            yield Problem(principles, ("principles",), message, hint)
