"""The list of interpreters leaves out a language that the district offers.

**Why.** The site and the letters promise a family their language. A list in the kit is what the
school books from; the language it leaves out has no voice on the evening.

**How to mend.** Add the language to the list, or write “each language of the district” in place of
a list. If the district no longer offers the language, take it out of the settings.

**Source.** Our own rule, after California Education Code 48985 and the wish of published workshop
kits for an interpreter for each language offered.

**Limits.** Speaks only where the section on interpreters names two or more of the district's
languages. Knows some spoken names of a written language, such as Cantonese for Chinese.
"""

from collections.abc import Iterator

from builder.finding import Severity
from builder.model.workshop import Workshop
from builder.rules.engine import Frame, Problem, rule

# What people call the language when they speak it, beside its English name in the settings.
SPOKEN = {
    "Chinese": ("Mandarin", "Cantonese"),
    "Filipino": ("Tagalog", "Pilipino"),
    "Hmong": ("Hmoob",),
    "Khmer": ("Cambodian",),
    "Persian": ("Farsi", "Dari"),
    "Punjabi": ("Panjabi",),
}


@rule(Severity.WARNING)
def check(workshop: Workshop, frame: Frame) -> Iterator[Problem]:
    names = dict.fromkeys(
        one.english.partition(",")[0].partition(" (")[0] for one in frame.settings.languages[1:]
    )
    for number, section in enumerate(workshop.logistics):
        if "interpret" not in section.id and "nterpret" not in section.title.shown:
            continue
        words = section.text.shown
        lacking = [name for name in names if not _named(name, words)]
        if lacking and len(names) - len(lacking) >= 2:
            message = "the list of interpreters leaves out " + ", ".join(lacking)
            hint = "Add it, or write “each language of the district” in place of the list."
            yield Problem(workshop, ("logistics", number, "text"), message, hint)


def _named(language: str, words: str) -> bool:
    return any(one in words for one in (language, *SPOKEN.get(language, ())))
