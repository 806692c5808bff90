"""The whole configuration of the editor, from the models, the curriculum and the settings."""

from __future__ import annotations

from typing import Any

import yaml

from builder import drawings
from builder.cms.collections import collections
from builder.githost import Editor
from builder.model.curriculum import Curriculum
from builder.settings import Settings


def configuration(curriculum: Curriculum, settings: Settings, editor: Editor) -> dict[str, Any]:
    """What Decap CMS is told; every change a writer saves waits for a review."""
    return {
        "backend": editor.backend(),
        "publish_mode": "editorial_workflow",
        "show_preview_links": False,
        "site_url": "",
        "media_folder": drawings.FOLDER,
        "public_folder": "/assets/drawings",
        "editor": {"preview": False},
        "app_title": settings.site_name,
        "collections": collections(curriculum),
    }


def written(told: dict[str, Any]) -> bytes:
    """The configuration as the file `config.yml`, the same bytes each time."""
    words: str = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    return words.encode()
