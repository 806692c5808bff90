"""Checks a Source against a pydantic model and says each mistake in a plain sentence.

The one idea: pydantic's `loc` finds the position in the Source, its `type` finds the sentence in a
table, so that a curriculum writer never meets a validator's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from itertools import islice
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from builder.finding import Finding
from builder.source import Loc, Source

INVALID = "invalid-field"
MOST_SAID = 100
"""Of one rule in one file: who has more mends these first, and is told the others then."""
MOST_LETTERS = 10_000
"""Of one text; the longest that there is has 3,700."""
MOST_BRACKETS = 200
"""Of one text: at each “[” a parser looks far ahead for the link that it may begin."""


class Strict(BaseModel):
    """The base of all that is read from YAML: frozen, no unknown fields."""

    model_config = ConfigDict(
        defer_build=True,  # most commands validate few of the kinds
        frozen=True,
        extra="forbid",
        str_min_length=1,
        str_max_length=MOST_LETTERS,
        str_strip_whitespace=True,
        alias_generator=lambda name: name.rstrip("_"),
    )


Model = TypeVar("Model", bound=BaseModel)


def _whole_number(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value)):
        return value
    raise ValueError("needs a whole number, such as 8")


def _yes_or_no(value: object) -> object:
    if isinstance(value, bool) or value in ("true", "false"):
        return value
    raise ValueError("needs true or false")


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            raise ValueError
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("needs a date such as 2026-11-22") from None


WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Flag = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_day)]

# pydantic's error type → (what is wrong, what to write); `{name}` is the field, `{value}` its words
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("“{name}” is missing", "Add a line `{name}: …` here."),
    "extra_forbidden": ("no such field “{name}”", "{meant}"),
    "string_type": ("{name} needs text", "Write words, not a list or fields."),
    "string_too_short": ("{name} is empty", "Write it, or delete the line if it is optional."),
    "string_too_long": ("{name} is longer than {max_length} characters", "Shorten it."),
    "string_pattern_mismatch": ("“{value}” cannot stand for {name}", "{pattern}"),
    "tuple_type": ("{name} needs a list", "Write each item on a line of its own after “- ”."),
    "too_short": ("{name} needs at least {min_length}", "Add the missing items."),
    "too_long": ("{name} takes at most {max_length}", "Take items out, or merge some."),
    "model_type": ("{name} needs fields of its own", "Indent `name: value` lines under it."),
    "model_attributes_type": (
        "{name} needs fields of its own",
        "Indent `name: value` lines under it.",
    ),
    "dict_type": ("{name} needs fields of its own", "Indent `name: value` lines under it."),
    "literal_error": ("“{value}” cannot stand for {name}", "Write one of {expected}.{meant}"),
    "enum": ("“{value}” cannot stand for {name}", "Write one of {expected}.{meant}"),
    "greater_than_equal": ("{name} is below {ge}", "Write a number from {ge} on."),
    "less_than_equal": ("{name} is above {le}", "Write a number up to {le}."),
    "value_error": ("{name} {error}", ""),
}
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters and digits, words joined by single hyphens.",
    r"^(TK-2|3-5|6-8|9-12)\.[A-Z]{3}\.[1-9][0-9]?$": "Write a code such as 3-5.EVA.1.",
    r"^[a-z0-9-]+:[^@\s]+(@[^@\s]+)?$": "Write framework and code, such as ailit26:engage-3.",
    r"^[^@\s]+$": "Write it without a space and without @.",
    r"^[A-Z]{3}$": "Write three capital letters, such as EVA.",
    r"^[a-z]+(/[a-z0-9-]+(#[a-z0-9-]+)?)?$": "Write a kind, or kind and id, such as term/bias.",
    r"^20[0-9]{2}-[0-9]{2}$": "Write a school year such as 2026-27.",
    r"^20[0-9]{2}-(0[1-9]|1[0-2])$": "Write a month such as 2026-08.",
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$": "Write a language tag such as es or zh-Hant.",
    r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$": "Write it like my-district/ai-literacy.",
    r"^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s]*)?$": "Write one like https://git.example.org.",
}
_CHOSEN = ("literal_error", "enum", "string_pattern_mismatch")
_OF_KEY = "[key]"  # pydantic's last step where the name of a field is wrong, not its value


def validate(model: type[Model], source: Source) -> tuple[Model | None, tuple[Finding, ...]]:
    """The typed value, or None and every mistake in the file."""
    if source.findings:
        return None, source.findings
    try:
        return model.model_validate(source.tree), ()
    except ValidationError as error:
        return None, tuple(islice(_findings(error, model, source), MOST_SAID))


def _findings(error: ValidationError, model: type[BaseModel], source: Source) -> Iterator[Finding]:
    details = error.errors(include_url=False)
    within = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    for detail in details:
        kind, loc = detail["type"], detail["loc"]
        if kind == "too_short" and loc in within:
            continue  # only the items that are wrong themselves are too few
        message, hint = _said(kind, detail, _words(kind, loc, detail, model))
        at_key = kind == "extra_forbidden" or _OF_KEY in loc
        loc = tuple(step for step in loc if step != _OF_KEY)
        at = source.position(loc[:-1] if kind == "missing" else loc, of_key=at_key)
        yield Finding(source.path, at.line, at.column, INVALID, message, hint)


def _said(kind: str, detail: Any, words: dict[str, Any]) -> tuple[str, str]:
    """The sentence and the remedy."""
    message, hint = _SENTENCES.get(kind, ("{name} cannot be read", "{problem}"))
    if kind in _CHOSEN and not words["value"]:
        message = "{name} is empty" if detail["input"] == "" else "{name} needs text"
    return message.format_map(words), hint.format_map(words).strip()


def _words(kind: str, loc: Loc, detail: Any, model: type[BaseModel]) -> dict[str, Any]:
    """What the sentences of the table may name."""
    outside = loc[:-2] if _OF_KEY in loc else loc
    named = (step for step in reversed(outside) if isinstance(step, str))
    name = _short(next(named, "this file"))
    within = _model_at(model, loc[:-1])
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    value = detail["input"] if isinstance(detail["input"], str) else ""
    fields = within.model_fields.items() if within else ()
    known = [str(field.alias or key) for key, field in fields]
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']+)'", str(context.get("expected", "")))
        context["expected"] = ", ".join(known)
    elif kind != "extra_forbidden":
        known = []
    near = get_close_matches(name if kind == "extra_forbidden" else value, known, 1, 0.6)
    meant = f" Did you mean “{near[0]}”?" if near else ""
    if kind == "extra_forbidden" and not near:
        meant = "Delete it, or write one of " + ", ".join(known) + "." if known else "Delete it."
    pattern = remedy(str(context.get("pattern")))
    ours = {"name": name, "value": _short(value), "meant": meant, "pattern": pattern}
    return {"error": "", "problem": detail["msg"], **context, **ours}


def remedy(pattern: str) -> str:
    """What to write where the words do not fit the pattern of a field."""
    return _PATTERNS.get(pattern, "")


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    """The model whose fields stand at `loc`."""
    for step in loc:
        if isinstance(step, str) and model is not None:
            field = model.model_fields.get(step) or model.model_fields.get(step + "_")
            model = part_in(field.annotation) if field else None
    return model


def part_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field of this type holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := part_in(argument)) is not None:
            return found
    return None
