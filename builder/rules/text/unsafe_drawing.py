"""A drawing holds more than plain shapes.

**Why.** An SVG file can carry scripts, links, fonts and words. Scripts and links could harm a
reader; words in a picture reach nobody who reads another language or listens to the page.

**How to mend.** Keep to path, circle, ellipse, rect, line, polyline, polygon and g, with their
numbers and plain colors; take comments, styles, ids and words out. The first line of
curriculum/drawings/lime.svg shows the form.

**Source.** OWASP cheat sheets on file upload: an SVG file is a program until it is cleaned; WCAG
2.1 AA, 1.4.5: words are no pictures.

**Limits.** One thing is said of each file; what comes after it is said when that is mended.
"""

from collections.abc import Iterator

from builder import drawings, files
from builder.rules.engine import Context, Problem, rule


@rule()
def check(context: Context) -> Iterator[Problem]:
    root = context.curriculum.root
    for path in drawings.drawings(root) if root else ():
        why = drawings.refused(files.bounded(root / path, drawings.MOST_BYTES)) if root else ""
        if why:
            yield Problem(path, (), f"this drawing cannot be shown: {why}", "Keep to plain shapes.")
