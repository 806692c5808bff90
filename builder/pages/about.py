"""About the site itself: search, how far the translations are, accessibility."""

from __future__ import annotations

from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


@page("search/", "home")
def search(view: View) -> Content:
    """Search in the reader's language; without script it leads to the lists."""
    title = view.words("Search")
    about = view.words("Search lessons, guides, outcomes and words in your language.")
    return Content(title, about, "search.html.jinja", {"about": about}, (Crumb(title),))


@page("translations/", "district")
def translation_status(view: View) -> Content:
    """What is translated into each language, what a person has checked, what is missing."""
    title = view.words("Translation status")
    about = view.words("What is translated, what a person has checked, what is missing.")
    values = {"about": about, "rows": view.translation_status()}
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    search = (record(title, about),)
    return Content(title, about, "translations.html.jinja", values, crumbs, {}, search)


@page("accessibility/", "home")
def accessibility(view: View) -> Content:
    """What the site promises to every reader, what is checked, and whom to tell."""
    title = view.words("Accessibility")
    about = view.words("This site is made so that everyone can use it.")
    values = {"about": about, "district": view.settings.district}
    search = (record(title, about),)
    return Content(title, about, "accessibility.html.jinja", values, (Crumb(title),), {}, search)
