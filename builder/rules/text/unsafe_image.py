"""A photograph cannot be made anew as readers get it.

**Why.** A photograph carries more than what it shows: the place and hour where it was taken, the
device, whatever was hidden in the file. So none is published as it came; each is made anew from its
dots. A file that is damaged, moves, is named as something else or would fill the memory is refused.

**How to mend.** Open it in a program for photographs, make it no larger than 2 MB and 12 million
dots (4000 × 3000), and save it as JPEG, PNG or WebP straight into curriculum/images, with the
ending that says so. What a link leads to is copied there instead.

**Source.** OWASP cheat sheet on file upload; COPPA, 16 CFR 312: a photograph of a child, and where
it was taken, are personal information.

**Limits.** One thing is said of each file; what comes after it is said when that is mended. Who is
seen in a photograph, only eyes can tell: no child’s face belongs here.
"""

from collections.abc import Iterator

from builder import images
from builder.rules.engine import Context, Problem, rule

HINT = "Save it anew as JPEG, PNG or WebP, at most 2 MB and 12 million dots."


@rule()
def check(context: Context) -> Iterator[Problem]:
    root = context.curriculum.root
    for path in images.images(root) if root else ():
        why = images.refused(root, path) if root else ""
        if why:
            yield Problem(path, (), f"this photograph cannot be shown: {why}", HINT)
