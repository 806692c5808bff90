"""The progression as a 1EdTech CASE 1.1 package, one in each language that is to have it whole.

The one idea: strands and outcomes are items, and all that holds them together are associations. The
English package says which framework codes an outcome is related to; the package of another language
says of which items its own are translations.

Source: 1EdTech, CASE Service 1.1, Information Model (2025).
"""

from builder.data.case.package import PATH, level, package

__all__ = ["PATH", "level", "package"]
