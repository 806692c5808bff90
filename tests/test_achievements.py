"""What a course shows, as an Open Badges 3.0 Achievement: whole, stable, and about no person."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from conftest import SAMPLE
from projects import data_files, edit

SITE = "https://sample.example.org/"
PLACE = "courses/what-ai-is/achievement.json"


def told(root: Path, site_url: str = SITE) -> dict[str, Any]:
    files = data_files(root, site_url, "achievement")
    assert list(files) == [PLACE]
    data: dict[str, Any] = json.loads(files[PLACE])
    return data


@cache
def sample() -> dict[str, Any]:
    return told(SAMPLE)


def test_it_has_what_an_achievement_must_have() -> None:
    """Source: Open Badges 3.0, Achievement: id, type, name, description, criteria."""
    one = sample()
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f-]{17}", one["id"])
    assert one["type"] == ["Achievement"]
    assert one["name"] == "What AI is"
    assert one["description"].startswith("Has shown how likely words are picked")
    assert one["criteria"]["narrative"].splitlines() == [
        "- Acts out the vote for colleagues.",
        "- Hands in one checked answer with the source.",
    ]
    assert one["@context"][0] == "https://www.w3.org/ns/credentials/v2"


def test_its_maker_is_the_district() -> None:
    maker = sample()["creator"]
    assert maker["type"] == ["Profile"]
    assert maker["id"].startswith("urn:uuid:")
    assert maker["name"] == "Sample Unified School District"


def test_it_is_aligned_to_each_competency_of_its_modules() -> None:
    found = sample()["alignment"]
    assert [one["targetCode"] for one in found] == ["ai-literacy", "critical-evaluation"]
    for one in found:
        assert one["type"] == ["Alignment"]
        assert one["targetName"]
        assert one["targetUrl"] == f"{SITE}competencies/#{one['targetCode']}"


def test_a_competency_that_no_module_works_on_is_left_out(district: Path) -> None:
    path = "curriculum/courses/what-ai-is.yml"
    edit(district, path, "[critical-evaluation]", "[ai-literacy]")
    assert [one["targetCode"] for one in told(district)["alignment"]] == ["ai-literacy"]


def test_its_name_outlives_a_move_and_an_edition(district: Path) -> None:
    before = sample()["id"]
    edit(district, "curriculum/district.yml", '"2026-27"', '"2027-28"')
    assert told(district, "https://elsewhere.example.org/2027-28/")["id"] == before
    edit(district, "curriculum/district.yml", "name: Sample Unified School", "name: Other School")
    assert told(district)["id"] != before


def test_where_the_site_will_stand_is_not_known() -> None:
    """An alignment needs an address, so there is none; what must be there still is."""
    one = told(SAMPLE, "")
    assert "alignment" not in one
    assert set(one["criteria"]) == {"narrative"}
    assert one["id"] == sample()["id"]


def test_it_is_no_credential_and_names_nobody() -> None:
    words = json.dumps(sample())
    for name in ("credentialSubject", "recipient", "issuer", "validFrom", "proof"):
        assert f'"{name}"' not in words


def test_it_stands_beside_the_page_that_links_to_it(built: Path) -> None:
    data = (built / "site" / PLACE).read_bytes()
    assert json.loads(data)["id"] == sample()["id"]
    for prefix, up in (("", "../../"), ("ar/", "../../../")):
        page = (built / "site" / prefix / "courses/what-ai-is/index.html").read_text("utf-8")
        assert f'href="{up}{PLACE}" download' in page
