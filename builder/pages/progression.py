"""The progression: the matrix, a page for each strand and framework, the graduate profile."""

from __future__ import annotations

import re

from markupsafe import escape

from builder.matrix import crosswalk
from builder.model.grades import anchor
from builder.model.progression import Framework, GraduateProfile, Strand
from builder.pages import linked
from builder.pages.page import Content, Crumb, page, record
from builder.pages.view import View


@page("progression/", "district", shape="wide")
def progression(view: View) -> Content:
    """The matrix of strands and bands."""
    matrix = view.matrix(view.strands)
    every = matrix.outcomes
    title = view.words("Progression, TK–12")
    about = view.words(
        "{strands} strands, {outcomes} outcomes: what students can do by the end of each band.",
        strands=len(matrix.rows),
        outcomes=len(every),
    )
    frameworks = view.documents(Framework).values()
    values = {
        "matrix": matrix,
        "about": about,
        "untaught": [one for one in every if one.gap == "untaught"],
        "unassessed": [one for one in every if one.gap == "unassessed"],
        "ways": [crosswalk(one, matrix) for one in frameworks],
        "edition": view.settings.edition,
        "packages": view.settings.having(Strand.audience),
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
    homes = {other.code: each.id for each in view.strands for other in each.outcomes}
    values = {
        "strand": one,
        "cells": view.matrix([one]).cells,
        "homes": homes,
        "aims": {aim.id: aim for each in profile.values() for aim in each.aims},
        "codes": codes(view),
    }
    way = (
        Crumb(view.words("For the district"), "district/"),
        Crumb(view.words("Progression, TK–12"), "progression/"),
        Crumb(one.title),
    )
    data = linked.strand(one, view.reader.language, *view.bands)
    search = (
        record(one.title, one.about, one.code),
        *(
            record(
                out.plain, out.text, code := out.code, at=f"#{anchor(code)}", of=f"outcome/{code}"
            )
            for out in one.outcomes
        ),
    )
    return Content(one.title, one.about, "strand.html.jinja", values, way, data, search)


@page("progression/frameworks/{id}/", "district", of=Framework, shape="wide", shows=False)
def framework(view: View, id: str) -> Content:
    """A framework both ways: its codes with their outcomes, the outcomes with their codes."""
    one = view.document(Framework, id)
    way = crosswalk(one, view.matrix(view.strands))
    about = view.words(
        "{met} of {codes} codes are met, {aligned} of {outcomes} outcomes name a code.",
        met=len(way.codes) - len(way.unmet),
        codes=len(way.codes),
        aligned=len(way.outcomes) - len(way.unaligned),
        outcomes=len(way.outcomes),
    )
    crumbs = (
        Crumb(view.words("For the district"), "district/"),
        Crumb(view.words("Progression, TK–12"), "progression/"),
        Crumb(one.name),
    )
    data = linked.collection(escape(one.title))
    named = (one.id, *(code.code for code in one.codes))
    search = (record(one.name, about, *named, of=f"framework/{id}"),)
    values = {"way": way, "about": about, "places": places(one)}
    return Content(one.name, about, "framework.html.jinja", values, crumbs, data, search)


def places(framework: Framework) -> dict[str, str]:
    """The anchor of each code on its page: its letters and digits, or its number if taken."""
    found: dict[str, str] = {}
    for number, one in enumerate(framework.codes):
        place = "code-" + "-".join(re.findall("[a-z0-9]+", one.code.lower()))
        found[one.code] = f"code--{number}" if place in found.values() else place
    return found


def codes(view: View) -> dict[str, tuple[str, str]]:
    """Each framework code with its place on the framework's page, and its sense in English."""
    found = {}
    for framework in view.documents(Framework).values():
        page, anchors = f"progression/frameworks/{framework.id}/", places(framework)
        for one in framework.codes:
            found[f"{framework.id}:{one.code}"] = (f"{page}#{anchors[one.code]}", one.text)
    return found


@page("graduate-profile/", "district")
def graduate_profile(view: View) -> Content:
    """What the district wants for every graduate."""
    one = view.document(GraduateProfile, "graduate-profile")
    crumbs = (Crumb(view.words("For the district"), "district/"), Crumb(one.title))
    data = linked.resource(one, one.about.shown, "graduate profile")
    values = {"profile": one}
    aims = (aim.title.shown for aim in one.aims)
    search = (record(one.title, one.about, *aims, of="profile/graduate-profile"),)
    return Content(one.title, one.about, "profile.html.jinja", values, crumbs, data, search)
