"""The models as JSON Schema, so that an editor helps while a document is written.

Source: JSON Schema 2020-12; the first line of each file is the yaml-language-server modeline.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from builder import files
from builder import settings as district
from builder.model.curriculum import content
from builder.model.fields import explained
from builder.model.kinds import KINDS, kind_of
from builder.modelines import FOLDER, pointed
from builder.settings import Settings

# pydantic's own names of limits behind a validator of ours, and those of JSON Schema
_LIMITS = {"ge": "minimum", "le": "maximum"}


def write(root: Path) -> list[str]:
    """Write every schema and point every document at its own; the paths that changed."""
    wanted = _wanted(root)
    changed = stale(root)
    for path in changed:
        files.write(root / path, wanted[path])
    return changed


def stale(root: Path) -> list[str]:
    """The schemas and documents that `write` would change."""
    return [
        path
        for path, data in _wanted(root).items()
        if not (root / path).is_file() or (root / path).read_bytes() != data
    ]


def _wanted(root: Path) -> dict[str, bytes]:
    wanted = {f"{FOLDER}/{name}.json": data for name, data in schemas().items()}
    for path, name in _documents(root).items():
        wanted[path] = pointed((root / path).read_bytes(), path, name)
    return wanted


def schemas() -> dict[str, bytes]:
    """A schema for each kind of document and for the settings, by name."""
    models: dict[str, Any] = {kind.kind: kind for kind in KINDS}
    return {name: _written(model) for name, model in {**models, "district": Settings}.items()}


def _documents(root: Path) -> dict[str, str]:
    found = {path: kind.kind for path in content(root) if (kind := kind_of(path))}
    return {**found, district.path_in(root): "district"}


def of(model: Any) -> dict[str, Any]:
    """The JSON Schema of a model, with the explanations of its fields."""
    made = model.model_json_schema(mode="validation", schema_generator=_Explained)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_plain(made)}


class _Explained(GenerateJsonSchema):
    """Says of each field what stands below it in the code, where the field itself says nothing."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made, model = super().model_schema(schema), cast(Any, schema["cls"])
        docs = explained(model)
        for name, info in model.model_fields.items():
            told = made.get("properties", {}).get(info.alias or name)
            if told is not None and name in docs:
                told.setdefault("description", docs[name])
        return made


def _written(model: Any) -> bytes:
    return (json.dumps(of(model), ensure_ascii=False, indent=2) + "\n").encode()


def _plain(part: Any) -> Any:
    """Without the titles pydantic makes from field names, and each description on one line."""
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        _LIMITS.get(key, key) if isinstance(value, int) else key: (
            " ".join(value.split()) if _is_words(key, value) else _plain(value)
        )
        for key, value in part.items()
        if not (key == "title" and isinstance(value, str))
    }


def _is_words(key: str, value: Any) -> bool:
    return key == "description" and isinstance(value, str)
