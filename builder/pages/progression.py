"""The progression: the matrix with its gaps, a page for each strand, the graduate profile."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.grades import anchor, code_band
from builder.model.lesson import Lesson
from builder.model.progression import Framework, GraduateProfile, Outcome, Strand
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import Card, View


@dataclass(frozen=True, slots=True)
class Covered:
    """An outcome with the lessons that teach and assess it, and what builds on it."""

    outcome: Outcome
    taught: tuple[Card, ...]
    assessed: tuple[Card, ...]
    leads_to: tuple[str, ...] = ()


def covered(view: View, strand: Strand) -> dict[str, list[Covered]]:
    """The outcomes of a strand by band, each with its lessons."""
    lessons = view.cards(Lesson)
    found: dict[str, list[Covered]] = {band.id: [] for band in view.bands}
    for one in strand.outcomes:
        if one.status == "retired" or code_band(one.code) not in found:
            continue
        taught = tuple(card for card in lessons if one.code in card.teaches)
        assessed = tuple(card for card in lessons if one.code in card.assesses)
        leads_to = tuple(other.code for other in strand.outcomes if one.code in other.builds_on)
        found[code_band(one.code)].append(Covered(one, taught, assessed, leads_to))
    return found


def strands(view: View) -> list[Strand]:
    """The strands in the order of the matrix."""
    return sorted(view.documents(Strand).values(), key=lambda strand: strand.order)


@page("progression/", "district", shape="wide")
def progression(view: View) -> Content:
    """The matrix of strands and bands."""
    rows = [(strand, covered(view, strand)) for strand in strands(view)]
    every = [one for _, bands in rows for outcomes in bands.values() for one in outcomes]
    title = view.words("Progression, TK–12")
    about = view.words(
        "{strands} strands, {outcomes} outcomes: what students can do by the end of each band.",
        strands=len(rows),
        outcomes=len(every),
    )
    values = {
        "rows": rows,
        "bands": view.bands,
        "about": about,
        "untaught": [one for one in every if not one.taught],
        "unassessed": [one for one in every if one.taught and not one.assessed],
        "edition": view.settings.edition,
    }
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(title))
    data = linked.collection(title)
    search = (record(title, about),)
    return Content(title, about, "progression.html.jinja", values, crumbs, data, search)


@page("strands/{id}/", "district", of=Strand)
def strand(view: View, id: str) -> Content:
    """A strand with all its outcomes."""
    one = view.document(Strand, id)
    profile = view.documents(GraduateProfile)
    homes = {other.code: each.id for each in strands(view) for other in each.outcomes}
    values = {
        "strand": one,
        "bands": view.bands,
        "covered": covered(view, one),
        "homes": homes,
        "aims": {aim.id: aim for each in profile.values() for aim in each.aims},
        "codes": codes(view),
    }
    way = (
        Crumb(view.words("For the district"), "district/"),
        Crumb(view.words("Progression, TK–12"), "progression/"),
        Crumb(one.title),
    )
    data = linked.resource(one, one.about.shown, "learning progression", *view.bands)
    search = (
        record(one.title, one.about, one.code),
        *(record(out.plain, out.text, out.code, at=f"#{anchor(out.code)}") for out in one.outcomes),
    )
    return Content(one.title, one.about, "strand.html.jinja", values, way, data, search)


def codes(view: View) -> dict[str, tuple[str, str]]:
    """Each framework code with the framework's title and the code's sense, both in English."""
    return {
        f"{framework.id}:{one.code}": (framework.title, one.text)
        for framework in view.documents(Framework).values()
        for one in framework.codes
    }


@page("graduate-profile/", "district")
def graduate_profile(view: View) -> Content:
    """What the district wants for every graduate."""
    one = view.document(GraduateProfile, "graduate-profile")
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(one.title))
    data = linked.resource(one, one.about.shown, "graduate profile")
    values = {"profile": one}
    search = (record(one.title, one.about, *(aim.title.shown for aim in one.aims)),)
    return Content(one.title, one.about, "profile.html.jinja", values, crumbs, data, search)
