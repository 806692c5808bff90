"""The purpose of a lesson names a tool.

**Why.** The purpose says why this belongs in class. A purpose that needs a product's name is a
purpose of the product, and it is out of date with the next contract.

**How to mend.** Say what students gain for their thinking; the tool stands in `tools` and in the
segment that uses it.

**Source.** El Segundo Unified's strategy: purpose before tools.

**Limits.** It knows the names in the tool register and some well-known products. A general word
such as “chatbot” passes; a new product that nobody registered is not seen.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule

# Well-known products, written as their owners write them; a register need not hold them.
KNOWN = (
    *("ChatGPT", "OpenAI", "Gemini", "Copilot", "Meta AI", "My AI", "Character.AI", "Grok"),
    *("Khanmigo", "MagicSchool", "SchoolAI", "Playlab", "Wayground", "Quizizz", "Khan Academy"),
    *("Grammarly", "Perplexity", "NotebookLM", "Midjourney", "DALL-E", "DALL·E", "Siri"),
    *("Google Translate", "DeepL", "Google Classroom", "Canva", "Replika", "Quillbot"),
)
# Also a first name, so only where no surname follows.
CLAUDE = r"Claude(?! (?:[A-Z]|and [A-Z]))"


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    names = _names(tuple(str(tool.name) for tool in frame.all(Tool).values()))
    found = names.search(lesson.purpose.shown)
    if found:
        message = f"the purpose names a tool, “{found[0]}”"
        hint = "Say what students gain, whatever tool the class uses."
        yield Problem(lesson, ("purpose",), message, hint, quote=found[0])


@lru_cache(maxsize=4)
def _names(registered: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in (*registered, *KNOWN))
    return re.compile(rf"\b(?:{names}|{CLAUDE})(?!\w)")
