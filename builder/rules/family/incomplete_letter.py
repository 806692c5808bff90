"""A letter to families leaves out how to say no, how to ask, or what is never asked of the child.

**Why.** For many families the letter is all they ever get. A parent who does not want a chatbot
for their child must find in it that they may say so, to whom, and in which language; and that no
account and no personal facts of the child are asked for.

**How to mend.** Write into `ask`: you may say no, whom to call or write, the interpreter is free.
Write into `will_not_do` or `tools` how it is with accounts, and into `will_not_do` or `privacy`
which facts stay out.

**Source.** Our own rule, after published letters to families and samples for saying no; Children’s
Online Privacy Protection Rule, 16 CFR 312.

**Limits.** Looks for usual words such as “say no”, “call” or “account”. A letter that says it in
other words is reported all the same.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.family import Letter
from builder.rules.engine import Frame, Problem, rule

ASK = {
    "that families may say no": late.pattern(
        r"\b(?:say(?:ing)? no|said no|opt(?:ing)? out|choose not|chooses not|decline|refuse"
        r"|rather not|(?:do|does) not want|don[’']t want|not take part)\b"
    ),
    "whom to call or write to": late.pattern(
        r"\b(?:call|phone|office|note|write|talk|speak|e-?mail|visit|come by|come in|contact"
        r"|text us|ask the|ask your|ask us)\b"
    ),
    "the interpreter": late.pattern(r"interpret"),
}
ACCOUNTS = late.pattern(r"\b(?:accounts?|log ?ins?|log in|sign(?:s|ed)? (?:up|in)|no ai tools?)\b")
FACTS = late.pattern(
    r"\b(?:names?|faces?|voices?|photos?|pictures?|private|personal|data|facts?|information)\b"
)


@rule(Severity.WARNING)
def check(letter: Letter, frame: Frame) -> Iterator[Problem]:
    words = letter.ask.shown.lower()
    lacking = [part for part, said in ASK.items() if not said.search(words)]
    if lacking:
        message = "the letter does not say " + ", ".join(lacking)
        hint = "Write: “You may say no. Call the office. The interpreter is free.”"
        yield Problem(letter, ("ask",), message, hint)
    limits = letter.will_not_do.shown.lower()
    for what, said, also in (
        ("accounts", ACCOUNTS, letter.tools),
        ("the child’s personal facts", FACTS, letter.privacy),
    ):
        if not said.search(limits) and not said.search(also.shown.lower()):
            message = f"the letter does not say how it is with {what}"
            hint = "Write: “Your child opens no account and types no name.”"
            yield Problem(letter, ("will_not_do",), message, hint)
