"""How far each language has come, for other programs and for other pages: JSON, and a small badge.

The one idea: a badge says in its language what share of the families' pages is translated, and
whether machines or people stand behind it. It asks nobody: it is a file with letters in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from markupsafe import escape

from builder import labels
from builder.model.room import width
from builder.settings import Language, Settings
from builder.templates import Reader, words_for
from builder.translations import Counts, percent, zero

Classes = Mapping[str, Mapping[str, int]]
SUMMARY = "translations.json"
_STATES = ("draft", "reviewed", "stale", "missing")
_LETTER, _SIDE, _HEIGHT = 7.5, 8, 20
# Beside letters that run to the left, “45%” would be drawn as “%45”.
_SHARE = re.compile(r"\d+\s?[%٪]")
_ISOLATED = r'<tspan direction="ltr" unicode-bidi="isolate">\g<0></tspan>'
_NAME_COLOUR = "#3d4450"
# White letters on each have a contrast of more than 4.5 to 1.
_COLOURS = {"reviewed": "#1b6b3a", "draft": "#7a5200", "missing": "#5f6368"}


def badges(
    settings: Settings, statuses: Mapping[str, Classes], readers: Mapping[str, Reader]
) -> Mapping[str, bytes]:
    """Every file by its name: the summary of all languages, and a badge for each but English."""
    others = [one for one in settings.languages if one.id in statuses]
    drawn = {
        badge_path(one.id): badge(one, _family(statuses[one.id]), readers[one.id]).encode()
        for one in others
    }
    return {SUMMARY: _summary(settings.edition, others, statuses), **drawn}


def badge_path(language: str) -> str:
    """Where the badge of a language stands in the site."""
    return f"badges/{language}.svg"


def badge(language: Language, counts: Counts, reader: Reader) -> str:
    """The badge: the language's own name, the share translated, who stands behind it."""
    state, told = _told(counts, reader)
    left, right = (int(width(one) * _LETTER) + 2 * _SIDE for one in (language.name, told))
    whole, name = left + right, escape(language.name)
    way = language.direction
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{_HEIGHT}" role="img" \
lang="{language.id}" direction="{way}">
<title>{name} – {escape(_all(counts, reader))}</title>
<rect width="{left}" height="{_HEIGHT}" fill="{_NAME_COLOUR}"/>
<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{_COLOURS[state]}"/>
<g fill="#fff" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle">
<text x="{left // 2}" y="14">{name}</text>
<text x="{left + right // 2}" y="14">{_SHARE.sub(_ISOLATED, str(escape(told)))}</text>
</g>
</svg>
"""


def _told(counts: Counts, reader: Reader) -> tuple[str, str]:
    """The state that gives the colour, and the words: never more checked than it is."""
    share, reviewed = percent(counts), 100 * counts["reviewed"] // max(1, counts["total"])
    if not counts["draft"] + counts["reviewed"]:
        return "missing", f"{reader.percent(0)} · {_state('missing', reader)}"
    whole = reader.percent(share)
    if not counts["draft"]:
        return "reviewed", f"{whole} · {_state('reviewed', reader)}"
    if not reviewed:
        return "draft", f"{whole} · {_state('draft', reader)}"
    part = reader.percent(reviewed)
    return "draft", f"{whole} · {_state('reviewed', reader)}: {part}"


def _all(counts: Counts, reader: Reader) -> str:
    """Every state with its number of passages."""
    told = (f"{_state(one, reader)}: {counts[one]}" for one in _STATES)
    return f"{_word(labels.AUDIENCES['family'], reader)} – {', '.join(told)}"


def _state(name: str, reader: Reader) -> str:
    return _word(labels.STATES[name], reader)


def _word(english: str, reader: Reader) -> str:
    return words_for(reader, english).unescape()


def _family(classes: Classes) -> Counts:
    return dict(classes.get("family", zero()))


def _summary(edition: str, languages: list[Language], statuses: Mapping[str, Classes]) -> bytes:
    told = {
        one.id: {
            "name": one.name,
            "english": one.english,
            "wanted": list(one.complete),
            "badge": badge_path(one.id),
            "classes": {
                name: {"complete": percent(dict(counts)), **{one: counts[one] for one in zero()}}
                for name, counts in statuses[one.id].items()
            },
        }
        for one in languages
    }
    data = {"edition": edition, "license": "CC-BY-4.0", "languages": told}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
