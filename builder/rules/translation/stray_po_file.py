"""A PO file belongs to no document, or to a language that the district does not have.

**Why.** Nobody reads it: somebody's work is not on the site, and nothing says so.

**How to mend.** Give the file the kind and id of its document:
`curriculum/translations/es/lessons/<id>.po`. Add the language to the settings if the district wants
it. Delete the file if its document is gone.

**Source.** Our own rule: a file that nobody reads is an error of whoever put it there.

**Limits.** Quiet about files whose document stands there and cannot be read.
"""

from collections.abc import Iterator

from builder import files
from builder.finding import Severity
from builder.interface import FOLDER
from builder.model.base import Document
from builder.model.kinds import KINDS
from builder.rules.engine import Context, Problem, rule


@rule(Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    if context.catalogs is None:
        return
    known = {"interface.po", *_names(context)}
    languages = {one.id for one in context.settings.languages[1:]}
    told: set[str] = set()
    root = context.catalogs.root
    for file in files.listed(root / FOLDER, ".po"):
        path = file.relative_to(root).as_posix()
        language, _, name = path.removeprefix(f"{FOLDER}/").partition("/")
        if language not in languages:
            if language not in told:
                told.add(language)
                message = f"“{language}” is no language to translate into in the settings"
                hint = "Add it under `languages` in the settings, or delete its folder."
                yield Problem(path, (), message, hint)
        elif name not in known:
            message = f"there is no document for “{name}”"
            hint = "Name the file for its document, <kind>/<id>.po, or delete it."
            yield Problem(path, (), message, hint)


def _names(context: Context) -> Iterator[str]:
    """What a PO file of each document is called, those included that cannot be read."""
    for entry in context.curriculum.entries:
        yield _name(type(entry.document), entry.document.id)
    for kind in KINDS:
        for id in context.curriculum.unread(kind):
            yield _name(kind, id)


def _name(kind: type[Document], id: str) -> str:
    return f"{kind.folder.rpartition('/')[2]}/{id}.po"
