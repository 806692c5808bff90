"""What a field of a snapshot may hold: it is a file as any other, and anybody may change one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

PagePath = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)*$")]
"""The path of a page below a language’s home; nothing in it leads out of the site."""
