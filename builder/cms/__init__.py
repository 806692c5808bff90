"""The editor for people who do not use git: its page, and in `config` what it knows of the models.

`config` is loaded only where an editor is wanted: a build is to begin at once.
"""

from builder.cms.page import FOLDER, PARTS, lend, missing, put

__all__ = ["FOLDER", "PARTS", "lend", "missing", "put"]
