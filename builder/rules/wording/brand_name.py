"""A page for students or families names an AI product.

**Why.** Products change their names, prices and age rules within a year, and a named product reads
like advice to use it. A neutral word stays true and fits whatever the family has.

**How to mend.** Write the kind of tool: “a chatbot”, “an image maker”, “a homework app”. Facts
about one product, dated, belong in the tool register.

**Source.** Our own rule. Minimum ages of consumer tools, for one, differ between sources and years.

**Limits.** A list of names, and of names that are also people, stars or animals only where the
words around them leave no doubt; `allowed` takes names out. The tool register, sources and models
of citations may name products. Detectors and other software than AI are not looked for.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.readers import reader
from builder.model.register import Tool
from builder.rules.engine import Frame, Problem, rule, within

# Well-known products of 2026; the second lines need words around them that leave no doubt.
BRAND = late.pattern(
    r"(?:Chat ?GPT|OpenAI|Anthropic|DALL[-·]E|Midjourney|Stable Diffusion|Character\.AI"
    r"|Replika|Khanmigo|MagicSchool|NotebookLM|DeepSeek|ElevenLabs|QuillBot|Grammarly|Photomath"
    r"|Duolingo Max|Adobe Firefly|SchoolAI|Playlab|Wayground|Quizizz|Socratic by Google"
    r"|(?:Microsoft|GitHub|Windows) Copilot|Copilot (?:app|chat)|Snapchat My AI|Meta AI"
    r"|Google (?:Gemini|Bard|Lens|Translate)|Gemini (?:app|chatbot|AI|account)"
    r"|Claude(?: AI|\.ai)|Perplexity AI|Grok (?:app|chatbot|AI)|Canva AI|Magic Write"
    r"|Siri|(?:Amazon|Hey,?) Alexa|Alexa (?:speaker|device))(?![\w-])"
)
# Plain searches are quick: only documents with one of these are looked at closely.
CLUES = (
    *("GPT", "OpenAI", "Anthropic", "DALL", "Midj", "Stable D", "Character.AI", "Replika"),
    *("Khanmigo", "MagicS", "NotebookLM", "DeepSeek", "ElevenLabs", "QuillBot", "Grammarly"),
    *(
        "Photomath",
        "Duolingo",
        "Firefly",
        "SchoolAI",
        "Playlab",
        "Wayground",
        "Quizizz",
        "Socratic",
    ),
    *("Copilot", "My AI", "Meta AI", "Google", "Gemini", "Claude", "Perplexity", "Grok", "Canva"),
    *("Magic W", "Siri", "Alexa"),
)
LEFT_OUT = late.pattern(r"^sources/|^citation/|^disclosure/example$")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame, *, allowed: str = "") -> Iterator[Problem]:
    if isinstance(document, Tool):
        return
    fine = [name.strip() for name in allowed.split(",")]
    for passage in frame.clued(document, CLUES):
        hit = BRAND.search(passage.shown)
        if not hit or hit[0] in fine or LEFT_OUT.search(passage.address):
            continue
        if reader(document, passage) in ("students", "families"):
            message = f"“{hit[0]}” is one maker’s product"
            hint = "Write the kind of tool, such as “a chatbot”; facts go to the tool register."
            yield within(document, passage, message, hint, quote=hit[0])
