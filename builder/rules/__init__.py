"""The checks: one fault, one file, found by walking the families; nothing is registered by hand."""

from builder.rules.bench import Judgement
from builder.rules.engine import Context, Problem, Rule, every, named, rule
from builder.rules.misset import misset
from builder.rules.pages import documents
from builder.rules.reading import explained
from builder.rules.run import check, flaws, found, misleads
from builder.rules.subject import REGISTERS

__all__ = [
    "REGISTERS",
    "Context",
    "Judgement",
    "Problem",
    "Rule",
    "check",
    "documents",
    "every",
    "explained",
    "flaws",
    "found",
    "misleads",
    "misset",
    "named",
    "rule",
]
