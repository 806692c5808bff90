"""The editor for people who do not use git: its configuration, made from the models."""

from builder.cms.config import configuration, written

__all__ = ["configuration", "written"]
