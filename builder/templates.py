"""The one Jinja environment: autoescape on, words in the reader's language, passages made safe.

Templates say `{{ lesson.purpose }}` and get an element that carries the passage's address, its
language and direction where they differ from the page's, and a mark where the English has changed.
No content string is ever compiled as a template or formatted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_percent
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from builder import files, labels
from builder.bridge import Terms, bridged
from builder.model.grades import anchor
from builder.model.text import State, Text
from builder.settings import direction, locale

FOLDER = Path(__file__).parent / "pages" / "templates"


@dataclass(frozen=True)
class Reader:
    """Who a page is rendered for: a language, its interface words, and where the page stands."""

    language: str
    direction: str
    words: Mapping[str, str] = field(repr=False)
    written: MutableMapping[str, str] = field(default_factory=dict, repr=False)
    """Days and shares as the language writes them: CLDR's data takes long to load."""
    path: str = ""
    shown: Counter[tuple[bool, State]] = field(default_factory=Counter)
    """How many passages were shown, by whether in the reader's language, and by state."""
    terms: Terms | None = None
    """The glossary, where English words in the text are marked."""
    met: dict[str, None] | None = None
    """The terms that the page has opened so far, by id; None where none opens."""

    @property
    def locale(self) -> Locale:
        """The CLDR locale of the language; Filipino's own tag there is `fil`."""
        return _locale(self.language)

    def day(self, day: date) -> str:
        """The day with the name of its month, as the language writes it."""
        return self._once(day.isoformat(), lambda: format_date(day, "long", locale=self.locale))

    def percent(self, hundredths: int) -> str:
        """So many hundredths, as the language writes them."""
        share = hundredths / 100
        return self._once(f"{hundredths}%", lambda: format_percent(share, locale=self.locale))

    def _once(self, told: str, write: Callable[[], str]) -> str:
        if told not in self.written:
            self.written[told] = write()
        return self.written[told]


_PLACE = re.compile(r"\{(\w+)\}")
_READER: ContextVar[Reader] = ContextVar("reader")


def _locale(language: str) -> Locale:
    found = locale(language)
    assert found, "the settings take no language that CLDR does not know"
    return found


def render(template: str, reader: Reader, values: Mapping[str, Any]) -> str:
    """The template for this reader."""
    token = _READER.set(reader)
    try:
        return environment().get_template(template).render(values)
    finally:
        _READER.reset(token)


def words_for(reader: Reader, words: str, **values: object) -> Markup:
    """Interface words in the reader's language, `{name}` replaced by escaped values."""
    told = reader.words.get(words) or words
    told = told if isinstance(told, Markup) else escape(told)
    if not values:
        return told
    # In one pass: what a value holds is never taken for a place of another.
    return Markup(_PLACE.sub(lambda at: escape(values.get(at[1], Markup(at[0]))), told))


def _words(words: str, **values: object) -> Markup:
    return words_for(_READER.get(), words, **values)


def _passage(value: Any) -> Any:
    """What `{{ … }}` shows of a passage: a block for prose, a span for everything shorter."""
    if not isinstance(value, Text):
        return value
    reader = _READER.get()
    reader.shown[value.language == reader.language, value.state] += 1
    tag, kind = ("div", "text") if value.form == "prose" else ("span", "")
    at = f' data-at="{escape(value.address)}"' if value.address else ""
    attributes, mark = "", ""
    if value.language != reader.language:
        kind = f"{kind} english".lstrip()
        attributes = f' lang="{value.language}" dir="{direction(value.language)}"'
    if value.state is State.STALE:
        kind = f"{kind} stale".lstrip()
        mark = _mark(value, reader)
    if kind:
        attributes += f' class="{kind}"'
    return Markup(f"<{tag}{at}{attributes}>{mark}{_bridged(value, reader)}</{tag}>")


def _bridged(value: Text, reader: Reader, *, opens: bool = True) -> Markup:
    """The passage with its English words marked, if it is in the reader's language."""
    opens = opens and value.form != "title"
    if reader.terms is None or value.language != reader.language:
        return value.html
    if reader.language == "en" and not opens:
        return value.html
    met = reader.met if opens else None
    return bridged(value.html, reader.terms, met, reader.language, value.english)


def _mark(value: Text, reader: Reader) -> str:
    """Says on a passage that its English has changed, in the language of the page."""
    tag = "p" if value.form == "prose" else "span"
    told = words_for(reader, labels.STATES["stale"])
    own = f'lang="{reader.language}" dir="{reader.direction}"'
    return f'<{tag} class="state state--stale" {own}>{told}</{tag}> '


def _name(value: Text | Markup) -> Markup:
    """A passage of another document, as its name in a link: no address, but its own language."""
    return value if isinstance(value, Markup) else _short(value, _READER.get())


def _listed(value: Text | Markup) -> Markup:
    """A passage that a list shows, often of another document, with what stands in for its address.

    Its own address need not be the only one of its kind on the page. What stands in for it is made
    from its English, so that the English page has the same: the same English is the same passage.
    """
    reader = _READER.get()
    if isinstance(value, Markup) or value.language != reader.language:
        return _name(value)
    at = blake2b((value.english or value.words).encode(), digest_size=5).hexdigest()
    tag = "div" if value.form == "prose" else "span"
    return Markup(f'<{tag} data-at="~{at}">{_short(value, reader)}</{tag}>')


def _short(value: Text, reader: Reader) -> Markup:
    reader.shown[value.language == reader.language, value.state] += 1
    if value.language == reader.language:
        return _bridged(value, reader, opens=False)
    way = direction(value.language)
    return Markup(f'<span lang="{value.language}" dir="{way}">{value.html}</span>')


def _link(path: str) -> str:
    """The address `path` of this language, relative to the page being rendered."""
    page, _, fragment = path.partition("#")
    steps = _READER.get().path.count("/")
    place = "../" * steps + page or "./"
    return place + ("#" + fragment if fragment else "")


def _asset(path: str) -> str:
    """A file that all languages share, relative to the page being rendered."""
    reader = _READER.get()
    return "../" * (reader.path.count("/") + (reader.language != "en")) + path


def _day(day: date) -> str:
    return _READER.get().day(day)


def _month(month: str) -> str:
    """A month such as 2026-08, as the language writes it."""
    first = date.fromisoformat(f"{month}-01")
    return format_skeleton("yMMMM", first, locale=_READER.get().locale)


@cache
def environment() -> Environment:
    """The environment, made once; templates are compiled into the cache beside the project."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_passage,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=bytecode(),
    )
    made.globals.update(
        {
            "_": _words,
            "asset": _asset,
            "here": lambda: _READER.get().path,
            "labels": labels,
            "language": lambda: _READER.get().language,
            "link": _link,
            "State": State,
        }
    )
    made.filters.update(
        {"name": _name, "listed": _listed, "day": _day, "month": _month, "anchor": anchor}
    )
    return made


class Compiled(BytecodeCache):
    """Compiled templates under a seal each: what stands in them is run, so no byte may change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept of a template; jinja2 sees whether it is that of its words."""
        if data := files.read_sealed(self.folder / bucket.key):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where there is room: without it the next build compiles once more."""
        with suppress(OSError):
            files.write_sealed(self.folder / bucket.key, bucket.bytecode_to_string())


def bytecode() -> Compiled | None:
    """Where compiled templates are kept between builds; None outside a project."""
    folder = Path(".cache/templates").absolute()  # the working folder may change
    return Compiled(folder) if Path("mkdocs.yml").is_file() else None
