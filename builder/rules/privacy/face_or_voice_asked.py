"""An activity asks for a photo of a person’s face or a recording of a voice for a tool.

**Why.** Face and voice cannot be changed like a password, and with a few seconds of either a fake
can be made. A child’s picture or voice in a tool is with a company for as long as it likes.

**How to mend.** Use things instead of faces: drawings, leaves, toys, hands behind a card. For
voices, let the tool read a text aloud, or let students act a robot’s voice themselves.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments): face and voice are personal information. Our
own rule for all grades, and above all for children under 13.

**Limits.** Only requests in the imperative, with words for face, self or voice and, for voices, a
tool. Pictures of work and things pass; so do sentences that forbid, ask or tell what somebody else
wants, cards, tables, misconceptions and keys. Recording without a tool is not looked at.
"""

from collections.abc import Iterator

from builder import late
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

PICTURE = r"(?:photos?|pictures?|selfies?|images?|videos?|snapshots?)"
PERSON = (
    r"(?:yourself|themselves|himself|herself|your (?:own )?(?:face|child|family|classmates?|partner"
    r"|friends?|students?)|their (?:own )?faces?|(?:a|each|every|another|the|one) (?:child|student"
    r"|classmate|partner|friend|person)|(?:the )?(?:children|students)|faces)\b"
)
GIVE = r"(?:[Uu]pload|[Ss]end|[Ss]ubmit|[Pp]ost|[Tt]ake|[Ss]nap)"
TOOL = (
    r"(?:(?:[Tt]he |[Aa]n? |[Yy]our |[Oo]ur )?(?:(?:AI|class|chat) )?"
    r"(?:AI|chatbot|bot|tool|computer|machine|app|website|robot|program))"
)
ASKED = late.pattern(
    rf"\b{GIVE} (?:in |us )?(?:a |an |some |two |your |their )?(?:clear |short |recent |new )?"
    rf"{PICTURE} of {PERSON}(?![’'-]s? )"
    r"|\b(?:[Uu]pload|[Ss]end in|[Ss]ubmit|[Tt]ake|[Pp]ost) (?:a |your |their )?selfies?\b"
    rf"|\b(?:[Uu]pload|[Ss]ubmit) (?:your|their) (?:own )?(?:{PICTURE}|voice|face)"
    r"(?=[.,;]| to | into | for )"
    rf"|\b(?:[Ss]how|[Gg]ive|[Ss]end) {TOOL} (?:your|their|a child[’']s) (?:face|voice|photo)\b"
    r"|\b(?:[Rr]ecord|[Uu]pload|[Ss]hare|[Cc]lone|[Cc]opy) "
    r"(?:your|their|a classmate[’']s|each student[’']s) (?:own )?(?:voices?|faces?) "
    rf"(?:in|into|on|for|with|to) {TOOL}\b"
    rf"|\b(?:[Ll]et|[Hh]ave) {TOOL} (?:scan|film|photograph|record) {PERSON}(?![’'-]s? )"
)
QUIET = late.pattern(
    r"\b(?:not|never|no|nobody|nor|cannot|without|instead|avoid|before|stop|leave out|if|made-up"
    r"|invented|pretend|drawing|drawn|toy|puppet|should you|asks?|wants|says|said)\b|n[’']t\b|\?"
)
LEFT_OUT = late.pattern(
    r"^samples/[^/]+/(?:answer|title)$|^sources/|/says$|/watch_for$|/answer_key$|/key$|/answers/"
    r"|^handouts/[^/]+/(?:cards|table|choices)/|^undermines/|(?:^|/)may_not\b|^will_not_do$|/not$"
)
SENTENCE = late.pattern(r"(?:[^.!?]|\.(?=\d))+[.!?]*[”’\")]*")
# Plain searches are quick: only passages with one of these are looked at closely.
CLUES = (
    "hoto of",
    "hotos of",
    "icture of",
    "ictures of",
    "elfie",
    "mage of",
    "mages of",
    "ideo of",
    "ideos of",
    "napshot",
    " voice",
    " face",
    " scan ",
    " film ",
    " record ",
    "photograph",
    "r photo",
    "r picture",
    "r video",
    "r image",
)


@rule()
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.clued(document, CLUES):
        words = passage.shown
        if LEFT_OUT.search(passage.address) or not ASKED.search(words):
            continue
        for sentence in SENTENCE.findall(words):
            hit = ASKED.search(sentence)
            if hit and not QUIET.search(sentence.lower()):
                message = f"“{hit[0]}” asks for a face or a voice"
                hint = "Use drawings, things or a text read by the tool instead."
                yield within(document, passage, message, hint, quote=hit[0])
