"""About the site itself: search, how far the translations are, accessibility."""

from __future__ import annotations

from collections.abc import Mapping

from builder import evaluation, labels
from builder.model.checks import Checks
from builder.model.progression import Strand
from builder.pages.page import Content, Crumb, every, page, record
from builder.pages.view import View
from builder.translations import percent


@page("search/", "home", shape="wide")
def search(view: View) -> Content:
    """Search in the reader's language; without script it leads to the lists."""
    title = view.words("Search")
    about = view.words("Search lessons, guides, outcomes and words in your language.")
    strands = sorted(view.cards(Strand), key=lambda one: one.order)
    facets = (
        ("kind", view.words("Kind"), [(id, view.words(name)) for id, name in labels.FOUND.items()]),
        ("band", view.words("Grade band"), [(one.id, one.title) for one in view.bands]),
        ("strand", view.words("Strand"), [(one.id, one.name) for one in strands]),
    )
    values = {"about": about, "facets": facets}
    return Content(title, about, "search.html.jinja", values, (Crumb(title),))


@page("translations/", "district")
def translation_status(view: View) -> Content:
    """What is translated into each language, what a person has checked, what is missing."""
    title = view.words("Translation status")
    about = view.words("What is translated, what a person has checked, what is missing.")
    rows = [
        (language, [(name, counts, _complete(view, counts)) for name, counts in classes])
        for language, classes in view.translation_status()
    ]
    values = {"about": about, "rows": rows}
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    search = (record(title, about),)
    return Content(title, about, "translations.html.jinja", values, crumbs, {}, search)


def _complete(view: View, counts: Mapping[str, int]) -> str:
    """The share that is translated and not stale, as the language writes it."""
    return view.reader.percent(percent(dict(counts)))


@page("accessibility/", "home")
def accessibility(view: View) -> Content:
    """What the site aims for, what of it is tested and how, what is not, and whom to tell."""
    title = view.words("Accessibility")
    about = view.words("This site is made so that everyone can use it.")
    comma = view.words(", ")
    figures = {
        "kinds": len(every()) - len(evaluation.ALIKE),
        "languages": len(view.settings.languages),
        "widths": comma.join(str(one) for one in evaluation.WIDTHS),
    }
    values = {
        "about": about,
        "tested": evaluation,
        "figures": figures,
        "comma": comma,
        "settings": view.settings,
    }
    search = (record(title, about, "WCAG", "axe"),)
    return Content(title, about, "accessibility.html.jinja", values, (Crumb(title),), {}, search)


@page("checks/", "district", shape="wide")
def checks(view: View) -> Content:
    """Every check by family, with what it finds in a sentence."""
    title = view.words("Checks")
    about = view.words("What is looked for in every change, why, and how to mend it.")
    families = list(view.documents(Checks).values())
    values = {"about": about, "families": families}
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    return Content(title, about, "checks.html.jinja", values, crumbs, {}, (record(title, about),))


@page("checks/{id}/", "district", of=Checks)
def check_family(view: View, id: str) -> Content:
    """The checks of one family: the same words as `curriculum explain`."""
    one = view.document(Checks, id)
    crumbs = (
        Crumb(view.words("For the district"), "district/"),
        Crumb(view.words("Checks"), "checks/"),
        Crumb(one.title),
    )
    return Content(one.title, one.about, "check-family.html.jinja", {"family": one}, crumbs)
