"""What points to a person is found in every language, and ordinary sentences are left alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from conftest import SAMPLE
from promises import Tried

from builder import rules, settings
from builder.model import curriculum as model
from builder.model.text import Line, State
from builder.po import Entry
from builder.rules.engine import Translation
from builder.rules.personal import DIGITS
from builder.settings import Language

TOLD = yaml.safe_load(Path(__file__).with_name("personal.yml").read_text("utf-8"))
KINDS = ("email-address", "phone-number", "identity-number", "day-of-birth")
OTHERS = "personal-data-out-of-sight"
LEAST = 0.95


def said(sentences: list[str], state: State = State.DRAFT) -> list[set[str]]:
    """The checks on personal data that speak of each sentence, as a passage of a translation."""
    district, _ = settings.load(SAMPLE)
    assert district is not None
    passages = [Line(words, f"at/{number}") for number, words in enumerate(sentences)]
    catalog = {one.address: Entry(one.words, one.words, state) for one in passages}
    language = Language(id="es", name="Español", english="Spanish")
    translation = Translation(None, language, "es.po", catalog, tuple(passages))
    told: dict[str, set[str]] = {one.address: set() for one in passages}
    for address, finding in rules.flaws(translation, model.Curriculum(()), district):
        if finding.rule in KINDS:
            told[address].add(finding.rule)
    return list(told.values())


@pytest.mark.promise("personal-data")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found(kind: str, tried: Tried) -> None:
    planted = TOLD[kind]["found"]
    missed = [
        words for words, found in zip(planted, said(planted), strict=True) if kind not in found
    ]
    assert len(missed) <= (1 - LEAST) * len(planted), missed
    tried("planted sentences", len(planted))


@pytest.mark.promise("personal-data")
def test_ordinary_sentences_are_left_alone(tried: Tried) -> None:
    ordinary = TOLD["passes"]
    assert [one for one in zip(ordinary, said(ordinary), strict=True) if one[1]] == []
    tried("ordinary sentences", len(ordinary))


def test_a_stale_translation_is_looked_at_too() -> None:
    assert said(["Call 310-444-1234."], State.STALE) == [{"phone-number"}]


def test_digits_of_every_script_are_looked_at() -> None:
    digits = [one for one in map(chr, range(sys.maxunicode + 1)) if one.isdecimal()]
    assert [one for one in digits if not DIGITS[0].search(f"{one * 3}-{one * 4}")] == []
