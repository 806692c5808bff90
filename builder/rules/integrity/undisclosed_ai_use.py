"""Students work with AI in this lesson, and nothing asks them to say what it did.

**Why.** From level 1 on, a reader must be able to see what came from a tool. Students say so only
when a sheet, a step or the reflection asks them, and they learn it by doing it each time.

**How to mend.** Add one line to a handout, a student step or the reflection: “AI helped me to …” in
grades 3–5, a use log or a line with tool, request and changes in grades 6–8, a disclosure statement
in grades 9–12. The page of the band under `integrity` has the form.

**Source.** El Segundo Unified's strategy: integrity is transparency, attribution and a clear human
contribution. The levels follow the AI Assessment Scale (Perkins, Furze, Roe); asking from level 1
on is our own rule.

**Limits.** Looks at lessons where students have the tool in their own hands, and at every lesson of
level 3 or 4. It looks for words such as disclosure, use log, cite or “AI helped”; another good way
of asking is not seen, and a bare mention of such a word counts.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.lesson import Lesson
from builder.rules.engine import Frame, Problem, rule

IN_HAND = ("class-account", "individual-account")
# From this level on students direct the tool, whoever types.
DIRECTED = 3
ASKING = {"objectives", "segments", "student_steps", "assessment", "reflection", "handouts"}
# How lessons ask for it: the forms of our integrity pages and their plain paraphrases.
TELLING = late.pattern(
    r"\b(?:disclos\w+|use[- ]logs?\b|log (?:line|entry|sheet)|cit(?:e[sd]?|ing|ations?)\b"
    r"|(?:AI|tool|chat)[- ](?:notes?|logs?|statements?|credits?)\b"
    r"|AI help(?:ed|s)?\b|AI[- ]use\b(?! level)"
    r"|help(?:ed)? (?:by|from|of) (?:an? |the )?(?:AI|tool|chatbot|program|machine)\b"
    r"|name (?:of )?the tool\b|tools? (?:and|,) (?:the )?date\b"
    r"|(?:what|where|how|which part) (?:an? |the )?(?:AI|tool|chatbot|program|machine) "
    r"(?:did|wrote|gave|made|added|changed|helped|suggested)\b"
    r"|(?:what|where|how|why|when|whether|if|that) (?:you|I|we|they) (?:have )?used "
    r"(?:an? |the )?(?:AI|tool|chatbot|program)\b)",
    re.IGNORECASE,
)


@rule()
def check(lesson: Lesson, frame: Frame, *, from_level: int = 1) -> Iterator[Problem]:
    level = lesson.ai_use_level
    if level < from_level or (lesson.interaction not in IN_HAND and level < DIRECTED):
        return
    asked = (one for one in frame.passages(lesson) if one.address.split("/", 1)[0] in ASKING)
    if not any(TELLING.search(passage.shown) for passage in asked):
        message = f"students use AI at level {level}, but nothing asks them to say what it did"
        hint = "Add a line to a sheet or a step, such as “AI helped me to ___. My own part is ___.”"
        yield Problem(lesson, ("ai_use_level",), message, hint)
