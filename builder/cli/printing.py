"""The one door through which commands print: nothing of it acts on a terminal.

No cursor moves, no title or clipboard is set, no letters change their order.

Words of the curriculum cannot do that, as no file may hold such characters; names of files, words
of other programs and a file that was refused can.
"""

from __future__ import annotations

import json
import re

import click

# Controls but for the end of a line and the tab, ends of lines that only some know, and what turns
# the order of letters about; bytes of a name that are no letters. Joiners stay: Persian and Khmer
# are not written without them.
_ACTS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff"
_ACTING = re.compile(f"[{_ACTS}]")
_ACTING_UNCOLOURED = re.compile(rf"(\x1b\[(?:[01]|3[1-6])m)|[{_ACTS}]")


def say(words: str, *, coloured: bool = False, whole: bool = False, error: bool = False) -> None:
    """Print the words on a line of their own, or as they are where they are a `whole` file.

    With `coloured` the builder's own colours come through.
    """
    click.echo(quiet(words, coloured=coloured), nl=not whole, err=error)


def say_json(told: object) -> None:
    """Print what is told for another program; what would act stands there as an escape."""
    words = json.dumps(told, ensure_ascii=False, indent=2)
    click.echo(_ACTING.sub(lambda found: json.dumps(found[0])[1:-1], words))


def quiet(words: str, *, coloured: bool = False) -> str:
    """The words with a point in the place of whatever would act on a terminal."""
    if coloured:
        return _ACTING_UNCOLOURED.sub(lambda found: found[1] or "·", words)
    return _ACTING.sub("·", words)
