"""The editor’s configuration has every kind, every field with its help, and every choice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import projects
import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel, ValidationError

from builder import cli, cms, settings
from builder.cms import config
from builder.cms.choices import Choices
from builder.cms.collections import ORIGIN
from builder.cms.page import policy
from builder.githost import LOCAL, Editor
from builder.model import curriculum as model
from builder.model.fields import Written, allowed, inside, marks, written
from builder.model.grades import BANDS
from builder.model.kinds import KINDS, kind_of
from builder.model.references import references
from builder.plugin import SiteError, build_site
from builder.source import Loc

# Fields that name something of their own document, which the editor cannot know beforehand, and
# photographs, of which this curriculum has none.
OF_ITS_OWN = {"Material.handout", "FrameworkCode.group", "Picture.photo"}
LOCALLY = Editor.model_validate({"host": "local"})


@cache
def curriculum(root: Path) -> model.Curriculum:
    return model.load(root)


@cache
def collections(root: Path) -> dict[str, Any]:
    """The collections of a project, as a reader of the file finds them, by name."""
    district, _ = settings.load(root)
    assert district
    told = config.written(config.configuration(curriculum(root), district, LOCALLY))
    return {one["name"]: one for one in yaml.safe_load(told)["collections"]}


def pairs(
    kind: type[BaseModel], widgets: list[Any]
) -> Iterator[tuple[type[BaseModel], Written, Any]]:
    """Each field of a model at any depth, with its widget."""
    told = {one["name"]: one for one in widgets if one["name"] != ORIGIN}
    assert list(told) == [field.name for field in written(kind)]
    for field in written(kind):
        yield kind, field, told[field.name]
        if field.part is not None and told[field.name]["widget"] != "map":
            yield from pairs(field.part, told[field.name]["fields"])


def every() -> Iterator[tuple[type[BaseModel], Written, Any]]:
    for kind in KINDS:
        name = kind.kind + ("-3-5" if kind.by_band else "")
        yield from pairs(kind, collections(projects.ROOT)[name]["fields"])


def values(widget: Any) -> set[str]:
    """What a select offers."""
    return {one["value"] if isinstance(one, dict) else one for one in widget["options"]}


def test_every_folder_of_documents_is_a_collection() -> None:
    there = collections(projects.ROOT).values()
    wanted = {
        f"{kind.folder}/{band}".rstrip("/"): kind
        for kind in KINDS
        for band in (BANDS if kind.by_band else ("",))
    }
    assert {one["folder"]: kind_of(f"{one['folder']}/any.yml") for one in there} == wanted
    assert all(one["create"] for one in there if not kind_of(f"{one['folder']}/any.yml").only)  # type: ignore[union-attr]
    assert not any(one["delete"] for one in there)


def test_every_field_stands_there_with_its_help() -> None:
    found = list(every())
    assert len(found) > 600
    for _, field, widget in found:
        assert widget["hint"] == field.doc
        assert len(field.doc.split()) > 2
        assert widget["label"]


def test_every_closed_list_is_a_choice() -> None:
    closed = 0
    for _, field, widget in every():
        options = {str(one) for one in allowed(inside(field.info.annotation))}
        if options and widget["widget"] != "map":
            assert widget["widget"] == "select"
            assert values(widget) == options
            closed += 1
    assert closed > 50


def test_every_field_that_names_something_else_offers_what_there_is() -> None:
    open_ids = set()
    for part, field, widget in every():
        named = any("a-z0-9" in (getattr(one, "pattern", None) or "") for one in marks(field.info))
        if named and field.name != "id" and widget["widget"] not in ("select", "map"):
            open_ids.add(f"{part.__name__}.{field.name}")
    assert open_ids == OF_ITS_OWN


@pytest.mark.parametrize("root", [projects.ROOT, projects.SAMPLE], ids=["real", "sample"])
def test_everything_that_the_curriculum_names_is_among_the_choices(root: Path) -> None:
    known, named = curriculum(root), 0
    for entry in known.loaded:
        folder = entry.source.path.rpartition("/")[0]
        widgets = next(one for one in collections(root).values() if one["folder"] == folder)
        for one in references(entry.document):
            said = at(entry.source.tree, one.at)
            offered = values(field_at(widgets["fields"], one.at))
            assert {said} <= offered if isinstance(said, str) else set(said) <= offered
            named += 1
    assert named > 50


def at(tree: Any, loc: Loc) -> Any:
    for step in loc:
        tree = tree[step]
    return tree


def field_at(widgets: list[Any], loc: Loc) -> Any:
    """The widget of the field that stands there."""
    found: Any = {"fields": widgets}
    for step in loc:
        if isinstance(step, str):
            found = next(one for one in found["fields"] if one["name"] == step)
    return found


def test_choices_of_each_kind_are_the_documents_there_are() -> None:
    known = curriculum(projects.SAMPLE)
    for kind in KINDS:
        offered = {one["value"] for one in Choices(known).of(kind, "replaced_by")}
        assert offered == set(known.all(kind))


def test_a_new_file_begins_with_the_line_of_its_schema() -> None:
    for one in collections(projects.ROOT).values():
        origin = one["fields"][-1]
        assert origin["widget"] == "hidden"
        line = origin["default"].removeprefix("# yaml-language-server: $schema=").strip()
        assert (projects.ROOT / one["folder"] / line).is_file()


def test_limits_and_patterns_stand_there() -> None:
    lesson = collections(projects.ROOT)["lesson-3-5"]["fields"]
    level = field_at(lesson, ("ai_use_level",))
    assert (level["widget"], level["min"], level["max"]) == ("number", 0, 4)
    assert field_at(lesson, ("segments",))["min"] == 1
    assert field_at(lesson, ("id",))["pattern"][0] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert field_at(lesson, ("sources", "url"))["pattern"][0] == "^https://"
    reviewed = field_at(lesson, ("reviewed",))
    assert not any(one["required"] for one in (reviewed, *reviewed["fields"]))
    assert field_at(lesson, ("family", "tell"))["required"]


def test_the_command_prints_what_the_settings_ask_for(
    district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(district)
    off = CliRunner().invoke(cli.main, ["cms"])
    assert off.exit_code == 1
    assert "curriculum/district.yml has no `editor`" in off.output
    with (district / "curriculum/district.yml").open("a") as file:
        file.write("editor: {host: github, repository: one/two, sign_in: https://in.example.org}")
    told = yaml.safe_load(CliRunner().invoke(cli.main, ["cms"]).output)
    assert told["backend"] == {
        "name": "github",
        "repo": "one/two",
        "branch": "main",
        "base_url": "https://in.example.org",
    }
    assert told["publish_mode"] == "editorial_workflow"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("{host: github}", "write `repository: my-district/ai-literacy` and `sign_in: https://"),
        ("{host: gitea, repository: a/b}", "with `host: gitea` needs more: write `app_id: "),
        ("{host: hg}", "“hg” cannot stand for host"),
        ("{host: git-gateway, sign_in: http://a.org}", "“http://a.org” cannot stand for sign_in"),
    ],
)
def test_what_a_host_needs_is_said(district: Path, editor: str, said: str) -> None:
    with (district / "curriculum/district.yml").open("a") as file:
        file.write(f"editor: {editor}")
    found, (finding,) = settings.load(district)
    assert found is None
    assert said in finding.message
    assert finding.line == 14


def test_each_host_is_told_in_the_words_of_decap() -> None:
    assert LOCALLY.backend() == {"name": "proxy", "branch": "main", "proxy_url": LOCAL}
    lab = Editor.model_validate(
        {"host": "gitlab", "repository": "a/b/c", "app_id": "1", "server": "https://git.a.org/"}
    )
    assert lab.backend() == {
        "name": "gitlab",
        "repo": "a/b/c",
        "branch": "main",
        "auth_type": "pkce",
        "app_id": "1",
        "base_url": "https://git.a.org/",
        "api_root": "https://git.a.org/api/v4",
    }
    gateway = Editor.model_validate({"host": "git-gateway", "sign_in": "https://gate.a.org"})
    assert gateway.backend() == {
        "name": "git-gateway",
        "branch": "main",
        "gateway_url": "https://gate.a.org",
    }


def test_a_site_has_no_editor_unless_the_settings_ask_for_it(real_site: Path) -> None:
    assert (real_site / "sitemap.xml").is_file()
    assert not (real_site / cms.FOLDER).exists()


def test_the_editor_stands_beside_the_pages_and_in_no_released_edition(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (project / "curriculum/district.yml").open("a") as file:
        file.write("editor: {host: github, repository: one/two, sign_in: https://in.example.org}")
    assert not (build_site(project, place="edition") / cms.FOLDER).exists()
    with pytest.raises(SiteError):
        build_site(project)
    assert "Fetch them: .ci/bootstrap editor" in caplog.text
    for name in ("decap-cms.js", "yaml/index.js"):
        part = project / cms.PARTS / name
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("// a part")
    site = build_site(project, place="next")
    page = (site / cms.FOLDER / "index.html").read_text("utf-8")
    assert "connect-src 'self' blob: https://api.github.com;" in unescape(page)
    assert yaml.safe_load((site / "admin/config.yml").read_text("utf-8"))["collections"]
    there = {one.name for one in (site / cms.FOLDER).iterdir()}
    assert there == {
        *("index.html", "config.yml", "decap-cms.js", "yaml"),
        *("editor.js", "keeping.js", "map.js"),
    }
    assert "admin" not in (site / "sitemap.xml").read_text("utf-8")
    assert "admin" not in (site / "pages.json").read_text("utf-8")
    assert "scope}admin/" in (site / "sw.js").read_text("utf-8")


@pytest.mark.parametrize("sign", ["*", "a b", "a;b", "a,b", "a'b", '"', "\\", "a@b", "é"])
def test_no_address_of_a_git_host_adds_to_the_policy(sign: str) -> None:
    given = {"host": "gitea", "repository": "a/b", "app_id": "c"}
    for server in (f"https://{sign}.example.org", f"https://example.org{sign}/x"):
        with pytest.raises(ValidationError):
            Editor.model_validate({**given, "server": server})
    there = Editor.model_validate({**given, "server": f"https://example.org/{sign[:1]}"})
    assert "connect-src 'self' blob: https://example.org;" in policy(there)
