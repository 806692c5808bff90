"""The editor for people who do not use git: its configuration, made from models, and its page."""

from builder.cms.config import configuration, written
from builder.cms.page import FOLDER, PARTS, lend, missing, put

__all__ = ["FOLDER", "PARTS", "configuration", "lend", "missing", "put", "written"]
