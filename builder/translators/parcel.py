"""What is sent to a translator: one zip with PO files and a page that says how to work with them.

The one idea: a parcel is made from the English of today, and the project is not touched. The same
project gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from builder import translations
from builder.catalogs import Catalogs
from builder.model.curriculum import Curriculum
from builder.model.text import State
from builder.po import parse
from builder.settings import Language, Settings
from builder.translators import order

README = "README.txt"
_FIXED = (1980, 1, 1, 0, 0, 0)
_FIRST = 10
"""So many files are named as those to begin with."""

# How families are spoken to. Source: the project's translation conventions; informal_address.
_REGISTERS: Mapping[str, str] = {
    "es": "Use “usted”, in the Spanish of Latin America. “IA” is the word for AI.",
    "zh-Hans": "Write simplified characters, for readers of Mandarin.",
    "zh-Hant": "Write traditional characters, for families who speak Cantonese or Mandarin.",
    "hy": "Write Eastern Armenian with the polite “դուք”, and Armenian punctuation.",
    "ko": "Use the polite style for families, the same throughout.",
    "vi": "Say “quý vị” or “phụ huynh”, with all diacritics.",
    "tl": "Use “po” and “ninyo”. Common English words of technology may stay.",
    "ar": "Write Modern Standard Arabic. Do not set direction by hand; the page does.",
    "fa": "Write standard Persian, polite. Do not set direction by hand; the page does.",
    "ru": "Use the polite «вы».",
    "km": "Put a zero-width space (U+200B) between words, so that lines can break.",
    "ja": "Use the polite です・ます style.",
}

_LETTER = """\
{name}: files to translate
{line}

Thank you. These words are read by families, students and teachers of
{district}.
Most families read on a phone, many after a long day.

How to work
  1. Open a .po file in Poedit (free, poedit.net), Weblate or a text editor.
  2. Write your words into the empty field. In a text editor that is
     between the quotes behind “msgstr”. Leave “msgctxt” and “msgid” alone.
  3. A passage marked “needs work” (fuzzy) was translated before its English
     changed. Bring it up to date and take the mark away.
  4. Leave empty what you cannot translate yet: the page then shows English.
  5. The gray notes say where a passage stands, who reads it, how long it may
     be and which school words keep their English beside them.

How to write
  - {register}
  - Translate the meaning. Short sentences; a parent with six years of school
    should understand them at the first reading.
  - Machines do not think, know or feel. They sort, answer, put words together.

Leave as they are
  - links, numbers, names of tools, words between `backticks`
  - places in braces such as {{number}}: the page puts something there
  - Markdown: stars, dashes at the start of a line, empty lines between
    paragraphs, the signs > and _____
  - the English school word that stands beside your own

What comes first
{first}

To send it back
  Zip the files again, names and folders as they are, or send single .po
  files, to whoever sent you this. Nothing else is needed.
  What you send is a draft until a person has read it against the English.
  If somebody has, tell us who and when.

{count}
The words are under the licence Creative Commons Attribution 4.0 (CC BY 4.0).
"""


def parcel(
    root: Path,
    curriculum: Curriculum,
    settings: Settings,
    catalogs: Catalogs,
    language: str,
    *,
    missing: bool = False,
) -> bytes:
    """The zip for the translators of a language; with `missing`, only passages that need work.

    Raises ValueError naming the file where a PO file cannot be read.
    """
    told: dict[str, bytes] = {}
    passages = 0
    for one in translations.asked(curriculum, settings, language):
        _, data = one.refreshed(root, language)
        entries = parse(data)
        if missing:
            wanted = (State.MISSING, State.STALE)
            entries = {at: entry for at, entry in entries.items() if entry.state in wanted}
            data = one.written(entries, language)
        if entries:
            told[one.path] = data
            passages += len(entries)
    tasks = order.ranked(curriculum, settings, catalogs, language)
    count = f"{len(told)} files, {passages} passages, {len(tasks)} of them to translate."
    first = list(dict.fromkeys(task.path for task in tasks))[:_FIRST]
    told[README] = letter(settings, settings.language(language), first, count).encode()
    return zipped(told)


def letter(settings: Settings, language: Language, first: Sequence[str], count: str) -> str:
    """The page for the translator, in plain words."""
    name = f"{settings.site_name} in {language.english} ({language.name})"
    none = "  Nothing is missing. Read what is there against the English."
    return _LETTER.format(
        name=name,
        line="=" * len(f"{name}: files to translate"),
        district=settings.district.name,
        register=_REGISTERS.get(language.id, "Speak to families politely and plainly."),
        first="\n".join(f"  {number}. {path}" for number, path in enumerate(first, start=1))
        or none,
        count=count,
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, sorted by name, all of one time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, data in _sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, data)
    return stream.getvalue()


def _sorted(files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """What is read first stands first."""
    return sorted(files, key=lambda one: (one[0] != README, one[0]))
