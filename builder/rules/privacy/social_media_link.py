"""A page for students sends them to a social network or a video site.

**Why.** Such sites ask for accounts, ages and clicks, and play the next thing by themselves. Many
ask for age 13, schools block them, and what stands beside the video cannot be known.

**How to mend.** Write the fact or the step into the lesson, or show the video from the teacher’s
display and name it in the teacher’s part.

**Source.** Our own rule: no lesson needs a child’s account on a consumer site.

**Limits.** A list of sites, in the words that students read. Naming a site without its address
passes, and so do the teacher’s parts, sources and pages for families.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.model.readers import reader
from builder.rules.engine import Frame, Problem, rule, within

SITE = late.pattern(
    r"(?<![\w.-])(?:https?://)?(?:[a-z]{1,6}\.)?(?:(?:youtube|tiktok|instagram|facebook|snapchat|twitter"
    r"|x|discord|reddit|pinterest|threads|whatsapp|vimeo|dailymotion|tumblr|bereal)\.com|youtu\.be"
    r"|twitch\.tv|discord\.gg|t\.me|threads\.net|fb\.watch)(?![\w.-]*[a-z])"
)
CLUES = (".com", "youtu.be", "twitch.tv", "discord.gg", "t.me", "threads.net", "fb.watch")


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    text = " ".join([one.words for one in frame.passages(document)])
    if not any(clue in text for clue in CLUES):
        return
    for passage in frame.passages(document):
        hit = SITE.search(passage.words)
        if hit and reader(document, passage) == "students":
            if passage.address.startswith("sources/"):
                continue
            message = f"“{hit[0]}” sends students to a social network or a video site"
            hint = "Write the step out, or let the teacher show it and name it there."
            yield within(document, passage, message, hint, quote=hit[0])
