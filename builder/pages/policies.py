"""What leaders decide and show: policies, metrics, resources."""

from __future__ import annotations

from builder.model.district import Metrics, Policy, Resources
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


def _way(view: View, *last: Crumb) -> tuple[Crumb, ...]:
    return (Crumb(view.words("For the district"), "district/"), *last)


@page("policies/", "district")
def policies(view: View) -> Content:
    """Board policies, then the regulations that go with them."""
    title = view.words("Policies")
    about = view.words("What the board adopts, and how staff carry it out.")
    cards = sorted(view.cards(Policy), key=lambda one: (one.form != "board-policy", one.id))
    values = {"about": about, "policies": cards}
    data, search = linked.collection(title), (record(title, about),)
    crumbs = _way(view, Crumb(title))
    return Content(title, about, "policies.html.jinja", values, crumbs, data, search)


@page("policies/{id}/", "district", of=Policy)
def policy(view: View, id: str) -> Content:
    """One policy, with who keeps it current and when it is looked at again."""
    one = view.document(Policy, id)
    crumbs = _way(view, Crumb(view.words("Policies"), "policies/"), Crumb(one.title))
    heads = [section.title.shown for section in one.sections]
    search = (record(one.title, one.summary, *heads),)
    data = linked.resource(one, one.summary.shown, "policy")
    values = {"policy": one}
    return Content(one.title, one.summary, "policy.html.jinja", values, crumbs, data, search)


@page("metrics/", "district", of=Metrics)
def metrics(view: View, id: str) -> Content:
    """What is measured, with its limits; the surveys and checklists."""
    one = view.document(Metrics, id)
    heads = [metric.title.shown for metric in one.metrics]
    search = (record(one.title, one.summary, *heads),)
    data = linked.resource(one, one.summary.shown, "evaluation plan")
    values, crumbs = {"metrics": one}, _way(view, Crumb(one.title))
    return Content(one.title, one.summary, "metrics.html.jinja", values, crumbs, data, search)


@page("resources/", "district", of=Resources)
def resources(view: View, id: str) -> Content:
    """What others made, each with its licence and the day it was read."""
    one = view.document(Resources, id)
    heads = [each.title for shelf in one.shelves for each in shelf.resources]
    search = (record(one.title, one.summary, *heads),)
    data = linked.resource(one, one.summary.shown, "list of resources")
    values, crumbs = {"resources": one}, _way(view, Crumb(one.title))
    return Content(one.title, one.summary, "resources.html.jinja", values, crumbs, data, search)
