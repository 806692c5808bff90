"""Starters for new documents, made from the models: every field is there and explained."""

from builder.scaffold.starter import Starter, StarterError, kind_named, starter

__all__ = ["Starter", "StarterError", "kind_named", "starter"]
