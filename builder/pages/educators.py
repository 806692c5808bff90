"""What educators learn and look up: courses, competencies, the calendar, the handbook."""

from __future__ import annotations

from itertools import groupby

from builder.model.district import Resources
from builder.model.educators import Chapter, Competencies, Competency, Course, Module
from builder.model.lesson import Lesson
from builder.model.program import Calendar, Program
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.sheets import owner_of, sheet, sheets
from builder.pages.view import Card, View


def _way(view: View, *last: Crumb) -> tuple[Crumb, ...]:
    lessons = Crumb(view.words("Lessons"), "lessons/")
    return (lessons, Crumb(view.words("For educators"), "educators/"), *last)


def _courses(view: View) -> list[Card]:
    return sorted(view.cards(Course), key=lambda one: one.order)


@page("educators/", "teachers")
def educators(view: View) -> Content:
    """The way to all that adults learn and look up."""
    title = view.words("For educators")
    about = view.words("Courses to take in order, and how-to pages to open when you need them.")
    values = {
        "about": about,
        "courses": _courses(view),
        "chapters": _part(view, "teaching"),
        "programs": view.cards(Program),
        "bands": {band.id: band for band in view.bands},
        "others": [
            *view.cards(Competencies),
            *view.cards(Calendar),
            *view.cards(Resources),
        ],
    }
    crumbs = (Crumb(view.words("Lessons"), "lessons/"), Crumb(title))
    data, search = linked.collection(title), (record(title, about),)
    return Content(title, about, "educators.html.jinja", values, crumbs, data, search)


@page("courses/", "teachers")
def courses(view: View) -> Content:
    """The courses in order, with what stands in each."""
    documents = sorted(view.documents(Course).values(), key=lambda one: one.order)
    title = view.words("Courses")
    about = view.words(
        "{number} courses in order, {hours} hours in all. Colleagues lead them, by choice.",
        number=len(documents),
        hours=round(sum(one.minutes for one in documents) / 60),
    )
    values = {"about": about, "courses": documents, "competencies": _competencies(view)}
    data, search = linked.collection(title), (record(title, about),)
    crumbs = _way(view, Crumb(title))
    return Content(title, about, "courses.html.jinja", values, crumbs, data, search)


def _competencies(view: View) -> dict[str, Competency]:
    """Every competency by its id."""
    documents = view.documents(Competencies).values()
    return {one.id: one for each in documents for one in each.competencies}


@page("courses/{id}/", "teachers", of=Course)
def course(view: View, id: str) -> Content:
    """A course, ready to lead: modules with activities, checks, notes and sheets."""
    one = view.document(Course, id)
    known, order = _competencies(view), _courses(view)
    named = {each: known[each] for module in one.modules for each in module.competencies}
    values = {
        "course": one,
        "competencies": named,
        "total": len(order),
        "before": [other for other in order if other.order == one.order - 1],
        "after": [other for other in order if other.order == one.order + 1],
    }
    crumbs = _way(view, Crumb(view.words("Courses"), "courses/"), Crumb(one.title))
    heads = [module.title.shown for module in one.modules]
    search = (record(one.title, one.summary, *heads),)
    data = linked.course(one, named.values())
    return Content(one.title, one.summary, "course.html.jinja", values, crumbs, data, search)


@page("courses/{id}/", "teachers", of=Course, each=sheets, shape="sheet")
def course_handout(view: View, id: str) -> Content:
    """One sheet of a course."""
    return sheet(view, view.document(Course, owner_of(id)), id, "courses")


@page("competencies/", "teachers", of=Competencies)
def competencies(view: View, id: str) -> Content:
    """Each competency with the modules that work on it."""
    one = view.document(Competencies, id)
    documents = sorted(view.documents(Course).values(), key=lambda each: each.order)
    values = {
        "competencies": one,
        "modules": {each.id: _modules(documents, each.id) for each in one.competencies},
    }
    heads = [each.title.shown for each in one.competencies]
    search = (record(one.title, one.summary, *heads),)
    data = linked.teaching(one, one.summary.shown, "educator competencies")
    crumbs = _way(view, Crumb(one.title))
    return Content(one.title, one.summary, "competencies.html.jinja", values, crumbs, data, search)


def _modules(courses: list[Course], competency: str) -> list[tuple[Course, Module]]:
    return [
        (course, module)
        for course in courses
        for module in course.modules
        if competency in module.competencies
    ]


@page("calendar/", "teachers", of=Calendar)
def calendar(view: View, id: str) -> Content:
    """The school year of the adults, month by month."""
    one = view.document(Calendar, id)
    events = sorted(one.events, key=lambda event: event.month)
    named = {event.course for event in events if event.course}
    values = {
        "calendar": one,
        "months": [
            (month, list(each)) for month, each in groupby(events, key=lambda event: event.month)
        ],
        "courses": {course: view.card(Course, course) for course in sorted(named)},
    }
    heads = [event.title.shown for event in events]
    search = (record(one.title, one.summary, *heads),)
    data = linked.teaching(one, one.summary.shown, "calendar")
    crumbs = _way(view, Crumb(one.title))
    return Content(one.title, one.summary, "calendar.html.jinja", values, crumbs, data, search)


def _part(view: View, name: str) -> list[Card]:
    """The chapters of a part in order."""
    cards = (one for one in view.cards(Chapter) if one.part == name)
    return sorted(cards, key=lambda one: one.order)


@page("handbook/", "teachers")
def handbook(view: View) -> Content:
    """All chapters, by part."""
    title = view.words("Handbook")
    about = view.words("How to do one thing well, a chapter for each thing.")
    parts = [(name, _part(view, name)) for name in ("teaching", "district")]
    values = {"about": about, "parts": [(name, cards) for name, cards in parts if cards]}
    data, search = linked.collection(title), (record(title, about),)
    crumbs = _way(view, Crumb(title))
    return Content(title, about, "handbook.html.jinja", values, crumbs, data, search)


@page("handbook/{id}/", "teachers", of=Chapter)
def chapter(view: View, id: str) -> Content:
    """One chapter with its sheets."""
    one = view.document(Chapter, id)
    others = _part(view, one.part)
    place = next((number for number, each in enumerate(others) if each.id == id), 0)
    cards = [view.card(Lesson, lesson) for lesson in one.lessons]
    values = {
        "chapter": one,
        "lessons": [(card, view.band(card.band)) for card in cards],
        "before": others[:place][-1:],
        "after": others[place + 1 :][:1],
    }
    crumbs = _way(view, Crumb(view.words("Handbook"), "handbook/"), Crumb(one.title))
    heads = [section.title.shown for section in one.sections]
    search = (record(one.title, one.summary, *heads),)
    data = linked.teaching(one, one.summary.shown, "handbook chapter")
    return Content(one.title, one.summary, "chapter.html.jinja", values, crumbs, data, search)


@page("handbook/{id}/", "teachers", of=Chapter, each=sheets, shape="sheet")
def chapter_handout(view: View, id: str) -> Content:
    """One sheet of a chapter."""
    return sheet(view, view.document(Chapter, owner_of(id)), id, "handbook")
