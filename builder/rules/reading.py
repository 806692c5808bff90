"""What is found while files are read, before any rule is asked."""

from __future__ import annotations

from builder.finding import Severity
from builder.rules.engine import Rule, every

_PAGES = {
    "unreadable-yaml": """A YAML file cannot be read, or says something that cannot be read safely.

**Why.** A tab, a repeated field or a forgotten quote changes what a file means without a word.
Aliases, tags and hidden characters can make a reader see something else than the computer does. So
all of that is refused at the place where it stands, and every other file is still checked.

**How to mend.** The sentence says what stands there and what to write instead. Indent with spaces,
write each field once, put text with a colon or a hash between quotation marks.

**Source.** YAML 1.1 as PyYAML reads it, made strict; Unicode Standard Annex 9 for the refused marks
of direction.

**Limits.** After a mistake in the form of a file, what follows in the same file may go unseen until
it is mended.""",
    "invalid-field": """A field is missing, unknown, or holds something that it cannot hold.

**Why.** Pages, exports and checks are made from the fields. A misspelt one would be left out in
silence, and a number written in words cannot be added up.

**How to mend.** The sentence names the field and what it needs. An editor that knows the schema
named in the file's first line shows every field with its meaning while you write.

**Source.** The models of the builder, published in the folder `schema`.

**Limits.** Up to 100 mistakes of one file are said at once.""",
    "stray-file": """A file stands where nothing reads it.

**Why.** Its words would reach nobody, and whoever wrote it believes that they do. Yet it is
published with the repository as it came: a photograph with the place and hour that are in the file,
a class list with its names.

**How to mend.** Move it into the folder of its kind, give its name the ending `.yml`, or delete it.
A photograph stands in curriculum/images, a drawing in curriculum/drawings.

**Source.** Our own rule: the folder says what a document is.

**Limits.** Names that begin with a dot or end in `~`, and the `.mo` that Poedit leaves beside a PO
file, are a program’s own and passed over.""",
    "missing-file": """A file that the site cannot do without is missing.

**Why.** Without its settings the builder knows neither the district nor its languages.

**How to mend.** Restore the file from the repository, or correct its path in mkdocs.yml.

**Source.** Our own rule.""",
    "unreadable-po": """A file of translations cannot be read.

**Why.** Translators' programs write PO files in a fixed form. A broken one would take the whole
document's translation away from its readers.

**How to mend.** Open it in Poedit and save it again, or restore it from git. Leave the lines that
begin with msgctxt and msgid as they are.

**Source.** GNU gettext manual, “The Format of PO Files”.""",
}


def explained() -> tuple[Rule, ...]:
    """Everything that a finding may be called: what reading finds, then the rules, by family."""
    reading = (
        Rule(name, "reading", Severity.ERROR, page, lambda *_: iter(()))
        for name, page in _PAGES.items()
    )
    return (*reading, *every())
