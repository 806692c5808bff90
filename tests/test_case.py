"""CASE packages: their form, their names, and what each association says, in every language."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import projects
import pytest
from projects import ROOT, data_files, edit

from builder.data.case import level
from builder.model.grades import GRADES

Json = dict[str, Any]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ASSOCIATIONS = (
    *("isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo"),
    *("replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"),
)
NAMED = "identifier uri lastChangeDateTime"
# Of each class what must stand there, and what else may: nothing more (1EdTech, CASE 1.1, 7.1).
FIELDS: dict[str, tuple[str, str]] = {
    "CFDocument": (
        f"{NAMED} creator title",
        "frameworkType caseVersion officialSourceURL publisher description subject subjectURI"
        " language version adoptionStatus statusStartDate statusEndDate licenseURI notes"
        " extensions",
    ),
    "CFItem": (
        f"{NAMED} fullStatement",
        "alternativeLabel CFItemType humanCodingScheme listEnumeration abbreviatedStatement"
        " conceptKeywords conceptKeywordsURI notes subject subjectURI language educationLevel"
        " CFItemTypeURI licenseURI statusStartDate statusEndDate extensions",
    ),
    "CFAssociation": (
        f"{NAMED} associationType originNodeURI destinationNodeURI",
        "sequenceNumber CFAssociationGroupingURI notes extensions",
    ),
    "CFItemType": (f"{NAMED} title description hierarchyCode", "typeCode extensions"),
    "CFSubject": (f"{NAMED} title hierarchyCode", "description extensions"),
    "CFLicense": (f"{NAMED} title licenseText", "description extensions"),
    "CFAssociationGrouping": (f"{NAMED} title", "description extensions"),
    "LinkURI": ("title identifier uri", ""),
    "LinkGenURI": ("title identifier uri", "targetType"),
}
LINKS = ("licenseURI", "CFItemTypeURI", "CFAssociationGroupingURI")
LISTS = ("CFItemTypes", "CFSubjects", "CFLicenses", "CFAssociationGroupings")
ONE_LINE = ("title", "creator", "publisher", "humanCodingScheme", "abbreviatedStatement", "version")


def faults(package: Json) -> Iterator[str]:
    """What is wrong in the form of a package."""
    if extra := package.keys() - {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions"}:
        yield f"package has {extra}"
    if package["CFDocument"].get("caseVersion") not in (None, "1.1"):
        yield "caseVersion is not 1.1"
    for kind, one in objects(package):
        yield from formed(kind, one)
    yield from bound(package)


def objects(package: Json) -> Iterator[tuple[str, Json]]:
    """Every object of the package with its class."""
    yield "CFDocument", package["CFDocument"]
    yield from (("CFItem", one) for one in package["CFItems"])
    yield from (("CFAssociation", one) for one in package["CFAssociations"])
    for name, found in package["CFDefinitions"].items():
        assert name in LISTS
        yield from ((name.removesuffix("s"), one) for one in found)


def formed(kind: str, one: Json) -> Iterator[str]:
    """Fields, identifiers and moments of one object, and of the links in it."""
    required, optional = (set(words.split()) for words in FIELDS[kind])
    if missing := required - one.keys():
        yield f"{kind} lacks {missing}"
    if extra := one.keys() - required - optional:
        yield f"{kind} has {extra}"
    if kind != "LinkGenURI" and not UUID.fullmatch(one.get("identifier", "")):
        yield f"{kind} has the identifier {one.get('identifier')}"
    if "lastChangeDateTime" in required and not MOMENT.fullmatch(one.get("lastChangeDateTime", "")):
        yield f"{kind} changed at {one.get('lastChangeDateTime')}"
    for name in ONE_LINE:
        if " ".join(one.get(name, "").split()) != one.get(name, ""):
            yield f"{kind} has {name} on several lines"
    for name, value in one.items():
        links = [value] if name in LINKS else value if name == "subjectURI" else []
        for link in links:
            yield from formed("LinkURI", link)
        if name.endswith("NodeURI"):
            yield from formed("LinkGenURI", value)
            if not re.fullmatch(r"CASE|ext:[A-Za-z0-9._]+", value.get("targetType", "CASE")):
                yield f"a node is of {value['targetType']}"


def bound(package: Json) -> Iterator[str]:
    """Identifiers stand once, ends exist, and each item reaches the document."""
    own = Counter(one["identifier"] for _, one in objects(package))
    yield from (f"{id} names {times} objects" for id, times in own.items() if times > 1)
    root = package["CFDocument"]["identifier"]
    nodes = {root, *(one["identifier"] for one in package["CFItems"])}
    above: dict[str, list[str]] = {}
    for one in package["CFAssociations"]:
        type, ends = one["associationType"], (one["originNodeURI"], one["destinationNodeURI"])
        if type not in ASSOCIATIONS and not type.startswith("ext:"):
            yield f"no association is called {type}"
        origin, destination = (end["identifier"] for end in ends)
        if type == "isTranslationOf":
            origin = destination  # the origin stands in the English package
        elif ends[1].get("targetType") != "CASE":
            destination = origin  # a code of a framework stands nowhere in CASE
        if not {origin, destination} <= nodes:
            yield f"{type} has an end that is no item"
        if type == "isChildOf":
            above.setdefault(origin, []).append(destination)
    for item in nodes - {root}:
        way = [item]
        while len(above.get(way[-1], [])) == 1 and way[-1] not in way[:-1]:
            way.append(above[way[-1]][0])
        if way[-1] != root:
            yield f"{item} does not reach the document by one way"


def packages(files: Any) -> dict[str, Json]:
    """The packages by language."""
    return {
        place.rpartition("/")[0] or "en": json.loads(data)
        for place, data in files.items()
        if place.endswith("case.json")
    }


@pytest.fixture(scope="module")
def real(real_data: Mapping[str, bytes]) -> dict[str, Json]:
    return packages(real_data)


@pytest.fixture(scope="module")
def sample(built: Path) -> dict[str, Json]:
    return packages(data_files(built))


def chosen(package: Json, type: str) -> list[Json]:
    return [one for one in package["CFAssociations"] if one["associationType"] == type]


def ends(association: Json) -> tuple[str, str]:
    origin, destination = association["originNodeURI"], association["destinationNodeURI"]
    return origin["title"], destination["title"]


# The form


def test_every_package_of_the_curriculum_is_in_form(real: dict[str, Json]) -> None:
    assert set(real) == {
        *("en", "es", "zh-Hans", "zh-Hant", "hy", "ko", "vi"),
        *("tl", "ar", "fa", "ru", "km", "ja"),
    }
    for language, package in real.items():
        assert list(faults(package)) == [], language
        assert package["CFDocument"]["language"] == language
        assert len(package["CFItems"]) == 63


def spoil(change: Callable[[Json], Any]) -> Callable[[Json], Json]:
    def spoilt(package: Json) -> Json:
        copy = deepcopy(package)
        change(copy)
        return copy

    return spoilt


ITEM, LAST = "CFItems", "CFAssociations"
SPOILT: dict[str, Callable[[Json], Any]] = {
    "an item that names its document": lambda one: one[ITEM][0].update(CFDocumentURI={}),
    "an item without a statement": lambda one: one[ITEM][0].pop("fullStatement"),
    "a UUID of version 7": lambda one: one[ITEM][0].update(
        identifier="01890a5d-ac96-774b-bcce-b302099a8057"
    ),
    "a UUID in capital letters": lambda one: one[ITEM][0].update(
        identifier=one[ITEM][0]["identifier"].upper()
    ),
    "an identifier twice": lambda one: one[ITEM].append(one[ITEM][0]),
    "an item that hangs on nothing": lambda one: one[LAST].remove(chosen(one, "isChildOf")[1]),
    "an end that is not there": lambda one: one[LAST][0]["originNodeURI"].update(
        identifier="c57ce157-f956-4acd-a67f-dd28d2480694"
    ),
    "an association of our own making": lambda one: one[LAST][0].update(associationType="buildsOn"),
    "a package address in the document": lambda one: one["CFDocument"].update(CFPackageURI={}),
    "an older version": lambda one: one["CFDocument"].update(caseVersion="1.0"),
    "a day without an hour": lambda one: one["CFDocument"].update(lastChangeDateTime="2026-11-22"),
    "a title on two lines": lambda one: one["CFDocument"].update(title="one\ntwo"),
    "a link without a title": lambda one: one[ITEM][0]["licenseURI"].pop("title"),
    "a target of a form of its own": lambda one: one[LAST][0]["originNodeURI"].update(
        targetType="code"
    ),
    "a licence without its text": lambda one: one["CFDefinitions"]["CFLicenses"][0].pop(
        "licenseText"
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_fault_of_form_is_found(name: str, sample: dict[str, Json]) -> None:
    assert list(faults(sample["en"])) == []
    assert list(faults(spoil(SPOILT[name])(sample["en"])))


# What is said


def test_an_item_tells_code_statement_and_grades(sample: dict[str, Json]) -> None:
    strand, outcome = sample["en"]["CFItems"][:2]
    assert strand["humanCodingScheme"] == "UND"
    assert strand["educationLevel"] == [level(one) for one in GRADES]
    assert outcome["humanCodingScheme"] == "TK-2.UND.1"
    assert outcome["educationLevel"] == ["TK", "KG", "01", "02"]
    assert outcome["abbreviatedStatement"] == "Find the pattern"
    assert outcome["CFItemType"] == outcome["CFItemTypeURI"]["title"] == "Outcome"
    assert "notes" not in outcome
    assert outcome["uri"] == "https://sample.example.org/strands/understand/#tk-2-und-1"


def test_outcomes_stand_in_order_below_their_strands(sample: dict[str, Json]) -> None:
    told = [(*ends(one), one["sequenceNumber"]) for one in chosen(sample["en"], "isChildOf")]
    assert told[0] == ("UND", "AI Literacy: Progression, TK–12", 1)
    assert told[1:5] == [
        (code, "UND", number)
        for number, code in enumerate(["TK-2.UND.1", "3-5.UND.1", "6-8.UND.1", "9-12.UND.1"], 1)
    ]
    assert told[5] == ("EVA", "AI Literacy: Progression, TK–12", 2)


def test_what_is_built_on_precedes(sample: dict[str, Json]) -> None:
    found = [ends(one) for one in chosen(sample["en"], "precedes")]
    assert ("TK-2.EVA.1", "3-5.EVA.1") in found
    assert ("3-5.EVA.1", "TK-2.EVA.1") not in found


def test_codes_of_frameworks_are_related_and_never_the_same(sample: dict[str, Json]) -> None:
    english = sample["en"]
    found = {ends(one)[0]: one for one in chosen(english, "isRelatedTo")}
    assert chosen(english, "exactMatchOf") == []
    codes = {
        one["destinationNodeURI"]["identifier"]: one["destinationNodeURI"]
        for one in chosen(english, "isRelatedTo")
    }
    met = codes["ai4k12:3-A-iii@K-2"]
    assert met["targetType"] == "ext:frameworkCode"
    assert met["uri"].endswith("/progression/frameworks/ai4k12/#code-3-a-iii")
    groups = {one["identifier"]: one["title"] for one in grouping(english)}
    assert {one["CFAssociationGroupingURI"]["identifier"] for one in found.values()} <= set(groups)


def grouping(package: Json) -> list[Json]:
    found: list[Json] = package["CFDefinitions"]["CFAssociationGroupings"]
    return found


def test_the_crosswalk_is_that_of_the_table(real: dict[str, Json]) -> None:
    table = json.loads(data_files(ROOT, wanted="progression.json")["progression.json"])
    wanted = Counter(
        f"{one['id']}:{code}"
        for one in table["frameworks"]
        for codes in one["outcomes"].values()
        for code in codes
    )
    found = Counter(
        one["destinationNodeURI"]["identifier"] for one in chosen(real["en"], "isRelatedTo")
    )
    assert found == wanted


# Translations


def test_a_translation_is_the_destination_of_the_english_item(sample: dict[str, Json]) -> None:
    english = {one["identifier"] for one in sample["en"]["CFItems"]}
    english.add(sample["en"]["CFDocument"]["identifier"])
    spanish = {one["identifier"] for one in sample["es"]["CFItems"]}
    spanish.add(sample["es"]["CFDocument"]["identifier"])
    found = chosen(sample["es"], "isTranslationOf")
    assert {one["originNodeURI"]["identifier"] for one in found} == english
    assert {one["destinationNodeURI"]["identifier"] for one in found} == spanish
    assert all(ends(one)[0] == ends(one)[1] for one in found[1:]), "the same code at both ends"
    assert english.isdisjoint(spanish)
    assert chosen(sample["es"], "isRelatedTo") == [], "codes are told of once, in English"


def test_what_is_not_translated_stays_english_and_is_no_translation(project: Path) -> None:
    path = "curriculum/translations/es/progression/understand.po"
    projects.change(project, path, projects.forgotten("outcomes/3-5.UND.1/text"))
    spanish = packages(data_files(project))["es"]
    assert list(faults(spanish)) == []
    items = {one["humanCodingScheme"]: one for one in spanish["CFItems"]}
    assert items["3-5.UND.1"]["language"] == "en"
    assert items["3-5.UND.1"]["notes"] == "[es] In English"
    assert items["6-8.UND.1"]["language"] == "es"
    assert items["6-8.UND.1"]["fullStatement"].startswith("[es] ")
    assert items["6-8.UND.1"]["notes"] == "[es] Machine draft"
    translated = {ends(one)[1] for one in chosen(spanish, "isTranslationOf")}
    assert "3-5.UND.1" not in translated
    assert "6-8.UND.1" in translated


def test_a_language_of_which_nobody_wants_the_progression_has_no_package(project: Path) -> None:
    edit(project, "curriculum/district.yml", ", complete: [family]}", "}")
    assert set(packages(data_files(project))) == {"en", "es"}


def test_definitions_are_the_same_in_every_language(sample: dict[str, Json]) -> None:
    one, other = (sample[language]["CFDefinitions"] for language in ("es", "ar"))
    assert one == other
    assert one.items() <= sample["en"]["CFDefinitions"].items()


# Names and days


def names(package: Json) -> list[str]:
    return [one["identifier"] for _, one in objects(package)]


def test_names_stay_when_the_site_moves_and_addresses_follow(built: Path) -> None:
    here = packages(data_files(built))["es"]
    there = packages(data_files(built, "https://other.example/lessons/ai/"))["es"]
    assert names(here) == names(there)
    told = json.dumps(there)
    assert "sample.example.org" not in told
    assert there["CFItems"][0]["uri"] == "https://other.example/lessons/ai/es/strands/understand/"


def test_names_stay_under_new_words_another_district_and_edition(project: Path) -> None:
    before = packages(data_files(project))["en"]
    edit(project, "progression/understand.yml", "plain: Find the pattern", "plain: See the pattern")
    edit(project, "curriculum/district.yml", 'edition: "2026-27"', 'edition: "2027-28"')
    edit(project, "curriculum/district.yml", "  name: ", "  name: New ")
    after = packages(data_files(project))["en"]
    assert before != after
    assert names(before) == names(after)


def test_no_name_was_ever_another(real: dict[str, Json]) -> None:
    """Systems keep these: a change here breaks what others have stored."""
    assert real["en"]["CFDocument"]["identifier"] == "a0c3be8a-1946-5bbb-a188-0c2f4feaf34d"
    items = {one["humanCodingScheme"]: one["identifier"] for one in real["en"]["CFItems"]}
    assert items["EVA"] == "0adb53cf-7626-5759-a854-40a52ef226c3"
    assert items["3-5.EVA.1"] == "03e3d811-836e-58eb-99e9-2bd472368525"


def test_a_change_of_a_strand_dates_its_items_and_the_document(district: Path) -> None:
    edit(
        district,
        "progression/evaluate.yml",
        "added_on: 2026-11-22",
        "added_on: 2026-11-22\nchanges: [{on: 2027-01-15, text: 3-5.EVA.1 in clearer words.}]",
    )
    package = packages(data_files(district))["en"]
    assert package["CFDocument"]["lastChangeDateTime"] == "2027-01-15T00:00:00Z"
    days = {one["humanCodingScheme"]: one["lastChangeDateTime"] for one in package["CFItems"]}
    assert days["3-5.EVA.1"] == days["EVA"] == "2027-01-15T00:00:00Z"
    assert days["3-5.UND.1"] == "2026-11-22T00:00:00Z"


def test_what_is_retired_is_not_there(district: Path) -> None:
    path = "progression/understand.yml"
    edit(district, path, "- code: 6-8.UND.1", "- code: 6-8.UND.1\n    status: retired")
    package = packages(data_files(district))["en"]
    assert list(faults(package)) == []
    assert "6-8.UND.1" not in json.dumps(package)


def test_the_status_is_adopted_when_every_strand_is(district: Path) -> None:
    assert packages(data_files(district))["en"]["CFDocument"]["adoptionStatus"] == "Draft"
    for strand in ("understand", "evaluate"):
        path = f"progression/{strand}.yml"
        edit(district, path, f"id: {strand}\n", f"id: {strand}\nstatus: adopted\n")
    assert packages(data_files(district))["en"]["CFDocument"]["adoptionStatus"] == "Adopted"
