"""A text holds tags of HTML, which the page shows as letters.

**Why.** Texts are read as Markdown with HTML switched off, so that nothing harmful can stand in
them. A family sees “<b>Do not</b>”, and a translator does not know whether to keep it. A comment
that was meant for the team is printed for everybody.

**How to mend.** `**bold**`, `*stressed*`, a new paragraph in place of `<br>`, `-` for a list. To
show a tag on purpose, as in a lesson on web pages, set it in backticks: `` `<b>` ``.

**Source.** Our own rule: what is on the page is what its writer meant.

**Limits.** A placeholder such as <role> or <your city> is left alone. In titles backticks are
letters too.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

CODE = late.pattern(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
# Names that nobody writes as a placeholder; any other tag is told by its end or its attribute.
TAG = late.pattern(
    r"</[a-z][a-z0-9]{0,20}\s?>"
    r"|<(?:(?<!\w<)[biusp]|br|hr|em|strong|span|div|font|img|ul|ol|li|tr|td|th|h[1-6]|sub|sup"
    r"|blockquote|pre|iframe|script|center)(?:\s[^<>\n]{0,200})?\s?/?>"
    r"|<[a-z]{1,20}\s[a-z-]{1,20}=[\"'][^<>\n]{0,200}>"
    r"|<!--",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.passages(document):
        if "<" not in passage.words:
            continue
        code = passage.form != "title" and "`" in passage.words
        found = TAG.search(CODE.sub(" ", passage.words) if code else passage.words)
        if found:
            message = f"the page shows “{found[0]}” as letters"
            hint = "Use Markdown: **bold**, *stressed*, a blank line for a new paragraph."
            yield within(document, passage, message, hint, quote=found[0])
