"""The lesson browser: every lesson by band, and what a teacher can filter them by.

All of it is in the page: without a script it is a list by grade band, with one the filters appear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from builder import labels
from builder.model.grades import GRADES, Band
from builder.model.lesson import Lesson
from builder.model.program import Program
from builder.model.progression import Strand
from builder.model.unit import Unit
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import Card, View

# The shortest times first; each with the words for it and the longest time that counts as such.
TIMES = (
    ("20", labels.N_("Up to 20 minutes"), 20),
    ("40", labels.N_("21 to 40 minutes"), 40),
    ("60", labels.N_("41 to 60 minutes"), 60),
    ("more", labels.N_("More than 60 minutes"), inf),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick: its value in the address, what it says, how many lessons have it."""

    value: str
    label: object
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by."""

    name: str
    legend: object
    choices: tuple[Choice, ...]


@page("lessons/", "teachers", shape="wide")
def lessons(view: View) -> Content:
    """All lessons, by band, in the order of the progression."""
    strands = view.strands
    outcomes = [(strand, one) for strand in strands for one in strand.outcomes]
    order = {one.code: number for number, (_, one) in enumerate(outcomes)}
    homes = {one.code: strand.id for strand, one in outcomes}
    cards = sorted(view.cards(Lesson), key=lambda one: (_first(one, order), one.id))
    facets, facts = _facets(view, cards, strands, homes)
    groups = [(band, [one for one in cards if one.band == band.id]) for band in view.bands]
    title = view.words("Lessons")
    about = view.words(
        "{number} lessons, each ready to teach with handouts and answer keys.", number=len(cards)
    )
    values = {
        "groups": groups,
        "about": about,
        "units": len(view.ids(Unit)),
        "programs": len(view.ids(Program)),
        "facets": facets,
        "facts": facts,
        "outcomes": [
            one for strand, one in outcomes if "retired" not in (one.status, strand.status)
        ],
    }
    search = (record(title, about),)
    data = linked.collection(title)
    return Content(title, about, "lessons.html.jinja", values, (), data, search)


@page("lessons/questions/", "teachers")
def essential_questions(view: View) -> Content:
    """The question of every lesson, by band and strand: a bank to plan from."""
    strands = view.strands
    codes = [(one.code, strand) for strand in strands for one in strand.outcomes]
    order = {code: number for number, (code, _) in enumerate(codes)}
    cards = sorted(view.cards(Lesson), key=lambda one: (_first(one, order), one.id))
    homes = {code: strand.id for code, strand in codes}

    def within(band: Band, strand: Strand) -> list[Card]:
        """The lessons of a band whose first outcome is of the strand."""
        ours = (card for card in cards if card.band == band.id)
        return [card for card in ours if _home(card, order, homes) == strand.id]

    groups = [
        (band, [(one, found) for one in strands if (found := within(band, one))])
        for band in view.bands
    ]
    title = view.words("Essential questions")
    about = view.words("{number} questions to plan from, each with its lesson.", number=len(cards))
    values = {"groups": groups, "about": about}
    crumbs = (Crumb(view.words("Lessons"), "lessons/"), Crumb(title))
    data, search = linked.collection(title), (record(title, about),)
    return Content(title, about, "essential-questions.html.jinja", values, crumbs, data, search)


def _home(card: Card, order: dict[str, int], homes: dict[str, str]) -> str:
    """The strand of the first outcome that the lesson teaches."""
    known = (code for code in card.teaches if code in order)
    return homes.get(min(known, key=order.__getitem__, default=""), "")


def _first(card: Card, order: dict[str, int]) -> int:
    """The place in the progression of the first outcome that the lesson teaches."""
    return min((order[code] for code in card.teaches if code in order), default=len(order))


def _facets(
    view: View, cards: list[Card], strands: Iterable[Strand], homes: dict[str, str]
) -> tuple[list[Facet], dict[str, str]]:
    """What can be filtered by, and of each lesson all that it has, as `name:value`."""
    asked = list(_asked(view, strands, homes))
    has = {card.id: {name: set(read(card)) for name, _, _, read in asked} for card in cards}
    facets = []
    for name, legend, known, _ in asked:
        counts = {value: sum(value in has[card.id][name] for card in cards) for value in known}
        choices = [Choice(value, known[value], counts[value]) for value in known if counts[value]]
        if len(choices) > 1:
            facets.append(Facet(name, legend, tuple(choices)))
    facts = {
        id: " ".join(f"{name}:{value}" for name, values in one.items() for value in sorted(values))
        for id, one in has.items()
    }
    return facets, facts


# The name of a facet, its legend, what each value is called, and which of them a lesson has.
_Asked = tuple[str, object, dict[Any, Any], Callable[[Card], Iterable[str]]]


def _asked(view: View, strands: Iterable[Strand], homes: dict[str, str]) -> Iterator[_Asked]:
    words = view.words
    bands = {band.id: band.title for band in view.bands}
    levels = {str(number): words(name) for number, name in enumerate(labels.LEVELS)}
    titles = {one.id: one.title for one in strands}
    subjects = _said(view, labels.SUBJECTS)
    devices, users = _said(view, labels.DEVICES), _said(view, labels.INTERACTIONS)
    yield "band", words("Grade band"), bands, lambda one: [one.band]
    yield "grade", words("Grade"), {one: one for one in GRADES}, lambda one: one.grades
    yield "time", words("Time"), {value: words(label) for value, label, _ in TIMES}, _time
    yield "subject", words("Subject"), subjects, lambda one: one.subjects
    yield (
        "strand",
        words("Strand"),
        titles,
        lambda one: {homes.get(code, "") for code in one.teaches},
    )
    yield "device", words("Devices"), devices, lambda one: [one.device_model]
    yield "who", words("Who uses AI"), users, lambda one: [one.interaction]
    yield "level", words("AI level for students"), levels, lambda one: [str(one.ai_use_level)]
    yield "status", words("Status"), _said(view, labels.STATUSES), lambda one: [one.status]


def _time(card: Card) -> list[str]:
    return [next(value for value, _, most in TIMES if card.minutes <= most)]


def _said(view: View, known: Any) -> dict[str, object]:
    return {value: view.words(words) for value, words in known.items()}
