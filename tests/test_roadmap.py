"""The picture of the roadmap: every bar at its months, under whole years."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import SAMPLE
from projects import edit

from builder.model import curriculum as model
from builder.model.district import Roadmap
from builder.pages.roadmap import Picture, picture


def drawn(root: Path = SAMPLE) -> Picture:
    return picture(model.load(root).all(Roadmap)["roadmap"])


def places(one: Picture) -> dict[str, tuple[int, int]]:
    return {bar.phase.id: (bar.start, bar.months) for _, bars in one.tracks for bar in bars}


def test_a_bar_begins_and_ends_with_its_months() -> None:
    one = drawn()
    assert one.years == (2026, 2027)
    assert one.months == 24
    assert places(one) == {"learn": (7, 11), "coach": (12, 12), "vet": (10, 5)}


def test_years_between_are_not_left_out(district: Path) -> None:
    edit(district, "curriculum/roadmap/roadmap.yml", "to: 2027-12", "to: 2029-01")
    one = drawn(district)
    assert one.years == (2026, 2027, 2028, 2029)
    assert places(one)["coach"] == (12, 25)


def test_a_phase_of_one_month_can_be_seen(district: Path) -> None:
    edit(district, "curriculum/roadmap/roadmap.yml", "to: 2027-03", "to: 2026-11")
    assert places(drawn(district))["vet"] == (10, 1)


def test_the_picture_is_told_in_words_and_every_bar_lies_within_it(built: Path) -> None:
    html = (built / "site/roadmap/index.html").read_text("utf-8")
    figure, _, rest = html.partition("</figure>")
    assert 'role="img" aria-label="A bar for each phase along the years 2026 to 2027.' in figure
    boxes = re.findall(r'viewBox="0 0 (\d+) 10"', figure)
    bars = re.findall(r'<rect x="(\d+)" y="2" width="(\d+)"', figure)
    assert boxes == ["24"] * 3
    assert [(int(start), int(months)) for start, months in bars] == [(7, 11), (12, 12), (10, 5)]
    for words in ("Learn", "August 2026 to June 2027", "Look at tools", "November 2026"):
        assert words in rest
