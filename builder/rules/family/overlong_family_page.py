"""A letter, a guide, a theme page, a kitchen sheet or the home page is longer than families read.

**Why.** A parent reads on a bus, on a phone, often in a second language. What stands after the
second screen is not read, and that is where “ask us” and “you may say no” stand.

**How to mend.** Take out what another page says already. Move reasons to the lessons, keep what to
do. A district may set its limits, in words, in `letter`, `guide`, `topic`, `sheet` and `home`.

**Source.** Our own rule, after published letters and guides for families: 250 words for a letter
or the home page, 500 for a guide, 700 for a theme page, and 220 for a kitchen sheet, which then
fits one printed page in large type.

**Limits.** Counts the English, with its titles; headings that the page adds are not counted. Other
languages may need more room.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.family import Guide, Home, Letter, Topic
from builder.model.household import KitchenSheet
from builder.rules.engine import Frame, Problem, rule


@rule(Severity.WARNING)
def check(
    page: Letter | Guide | Topic | KitchenSheet | Home,
    frame: Frame,
    *,
    letter: int = 250,
    guide: int = 500,
    topic: int = 700,
    sheet: int = 220,
    home: int = 250,
) -> Iterator[Problem]:
    limits = {"letter": letter, "guide": guide, "topic": topic, "sheet": sheet, "home": home}
    most = limits[page.kind]
    length = sum(
        any(map(str.isalnum, word))
        for passage in frame.passages(page)
        if not passage.address.startswith("sources/")
        for word in passage.shown.split()
    )
    if length > most:
        message = f"this page has {length} words"
        hint = f"Shorten it to {most}: keep what to do, and what another page does not say."
        yield Problem(page, ("title",), message, hint)
