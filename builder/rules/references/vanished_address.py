"""Something that was published is gone, and its address with it.

**Why.** Addresses stand on paper, in QR codes, in messages between parents and in other schools’
plans. One that leads nowhere tells a family that nobody looks after the site. What was published
in an edition therefore keeps its address in every later one, in every language.

**How to mend.** Put the file back as it was, with `status: retired` and with `replaced_by` or
`retired_because`; do the same for an outcome. Put a language back into the settings. A document
that must not be read any more is withdrawn: `curriculum withdraw`.

**Source.** W3C, “Cool URIs don’t change”. Our own rule: an id names one thing for ever.

**Limits.** Compares with the snapshots in curriculum/editions, which a release writes. A sheet that
is gone from its lesson is not told: its address leads to the lesson.
"""

from collections.abc import Iterator

from builder.model.kinds import KINDS
from builder.model.progression import Strand
from builder.rules.engine import Context, Problem, rule
from builder.snapshots import Snapshot, kept, path_of, withdrawn_from


@rule()
def check(context: Context) -> Iterator[Problem]:
    root = context.curriculum.root
    if root is None:
        return
    snapshots, broken = kept(root)
    for one in broken:
        message = f"what was published cannot be read: {one.why}"
        yield Problem(one.path, (), message, "`curriculum editions repair` writes it anew.")
    told: set[tuple[str, str]] = set(withdrawn_from(root))
    for snapshot in reversed(snapshots):  # the newest says it
        yield from _languages(context, snapshot, told)
        yield from _documents(context, snapshot, told)
        yield from _outcomes(context, snapshot, told)


def _documents(
    context: Context, snapshot: Snapshot, told: set[tuple[str, str]]
) -> Iterator[Problem]:
    for kind in KINDS:
        there, unread = context.curriculum.all(kind), context.curriculum.unread(kind)
        for id in snapshot.documents.get(kind.kind, {}):
            if id in there or id in unread or (kind.kind, id) in told:
                continue
            told.add((kind.kind, id))
            message = f"the {kind.kind} “{id}” was published in {snapshot.edition} and is gone"
            hint = "Put its file back with `status: retired`, and say what to use instead."
            yield Problem(path_of(snapshot.edition), (), message, hint)


def _outcomes(
    context: Context, snapshot: Snapshot, told: set[tuple[str, str]]
) -> Iterator[Problem]:
    if context.curriculum.unread(Strand):
        return
    for code in snapshot.outcomes:
        if code not in context.curriculum.outcomes and ("outcome", code) not in told:
            told.add(("outcome", code))
            message = f"the outcome {code} was published in {snapshot.edition} and is gone"
            hint = "Put it back with `status: retired`; a code is never used again."
            yield Problem(path_of(snapshot.edition), (), message, hint)


def _languages(
    context: Context, snapshot: Snapshot, told: set[tuple[str, str]]
) -> Iterator[Problem]:
    own = [one.id for one in context.settings.languages]
    for language in snapshot.languages:
        if language not in own and ("language", language) not in told:
            told.add(("language", language))
            message = f"“{language}” was published in {snapshot.edition}, and no page is in it now"
            hint = "Put the language back: its addresses are on paper in people’s homes."
            yield Problem(context.settings, ("languages",), message, hint)
