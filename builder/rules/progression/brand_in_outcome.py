"""An outcome names a product.

**Why.** An outcome stays for years and holds in every school; products change their names, prices
and age limits within months. It would also say that students have to use that product.

**How to mend.** Name the kind of tool: a chatbot, an image tool, a feed, a class tool. The product
belongs in the register, and a lesson names the entry.

**Source.** El Segundo Unified's strategy: purpose before tools. The names are those of section 3.3
of our facts, of the districts' own lists, and of other widely used products.

**Limits.** Names that are ordinary words count only where they are written like the product. New
products are not known; a district adds them with the option `also`, words separated by commas.
"""

import re
from collections.abc import Iterator
from functools import cache

from builder.finding import Severity
from builder.model.progression import Outcome, Strand
from builder.model.register import Tool
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule

NAMES = (
    *("ChatGPT", "OpenAI", "Gemini", "Copilot", "Claude", "Meta AI", "My AI", "Character.AI"),
    *("Snapchat", "Playlab", "Wayground", "Quizizz", "Khan Academy", "Khanmigo", "Grammarly"),
    *("Siri", "Alexa", "DALL·E", "DALL-E", "Midjourney", "NotebookLM", "Perplexity", "DeepSeek"),
    *("Google", "Microsoft", "YouTube", "TikTok", "Instagram", "Canva", "MagicSchool", "SchoolAI"),
    *("Teachable Machine", "Scratch", "Kahoot", "Replika", "Grok"),
)


@rule(Severity.WARNING)
def check(strand: Strand, frame: Frame, *, also: str = "") -> Iterator[Problem]:
    tools = tuple(sorted(tool.name.shown for tool in frame.all(Tool).values()))
    names = _named(tools, also)
    for number, outcome in enumerate(strand.outcomes):
        for field, passage in _told(outcome):
            found = names.search(passage.shown)
            if found:
                message = f"the outcome names the product “{found[0]}”"
                hint = "Name the kind of tool: “a chatbot”, “an image tool”, “a class tool”."
                at = ("outcomes", number, field)
                yield Problem(strand, at, message, hint, found[0])


def _told(outcome: Outcome) -> tuple[tuple[str, Text], ...]:
    if outcome.status != "active":
        return ()
    return (("text", outcome.text), ("plain", outcome.plain))


@cache
def _named(tools: tuple[str, ...], also: str) -> re.Pattern[str]:
    """Products as they are written, the longest first."""
    more = [one.strip() for one in also.split(",") if one.strip()]
    names = sorted({*NAMES, *tools, *more}, key=lambda name: (-len(name), name))
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)")
