"""Children under 13 are asked to give a tool their voice, face or eye movements.

**Why.** A voice, a face or the way eyes move belongs to one child for life and cannot be changed
like a password. Once a tool has it, nobody can take it back.

**How to mend.** Use what nobody's body is in: typed words, pictures of things, a sample that the
teacher prepared. Or act it out unplugged, with a cardboard frame for a screen.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments): biometric identifiers such as face and voice
are personal information. That no lesson asks for them, whatever the consent, is our own rule.

**Limits.** It knows English turns of phrase such as “record your voice in the app”, “upload a
selfie”, “look into the webcam”, close to a tool. It looks at segments, steps, preparation,
supports, the family part and the running words of student sheets, in lessons whose lowest grade is
typically under 13. Sentences that warn, tell a story or play it out are left alone, and so are
recordings on a device without a tool, and the teacher's own voice. In unplugged lessons only the
family part counts.
"""

import re
from collections.abc import Iterator

from builder import late
from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

AGE_IN_TK = 4  # on 1 September, California Education Code 48000
COPPA = 13  # the children's privacy law protects those below
BY_STUDENTS = ("class-account", "individual-account")

# Our own lists: what of a child a tool could take, how, and what such tools are called.
_TOOL = (
    r"(?:tool|app|chatbot|website|web site|assistant|AI|classifier|bot|program|translator|"
    r"generator|model|software|filter)s?"
)
_CHILD = (
    r"their|his or her|(?:the|a|each|one|your) (?:child|student|classmate|partner|friend)[’']s|"
    r"(?:children|students)[’']|each other[’']s"
)
_OF_BODY = r"(?:own )?(?:voice|face|selfie|fingerprint)s?(?![-’'\w]| (?:cards?|down|up|vote)\b)"
_ENDS = r"(?=\W*$|[,;:)]| (?:and|or|to|into|in|with|for|on|so|then)\b)"
# Words between saying and “into the tool”: who types what was read gives no voice.
_SAID = r"(?: (?!type|copy|paste|put|enter|write|key)[\w’]+){0,5}"


def _actions(owner: str, pictured: str) -> str:
    """What hands over a voice or a face; `owner` and `pictured` say whose."""
    owned = rf"(?<! in )(?:{owner}) {_OF_BODY}"
    return "|".join(
        (
            rf"(?:record|upload|scan|film|photograph|clone)s?(?: [\w’]+){{0,3}}? {owned}",
            rf"(?:show|give|feed)s? (?:it|(?:the|a|an) (?:\w+ )?{_TOOL}) {owned}",
            rf"(?:show|hold)s? {owned} (?:in|up |in front of)?to the (?:camera|web ?cam|{_TOOL})",
            rf"(?:take|upload|send|add|submit|snap)s?(?: [\w’]+){{0,3}}? "
            rf"(?:photo|picture|video|recording)s? of (?:{pictured}){_ENDS}",
            r"(?:take|upload|send|snap|use|add)s? (?:a |an? \w+ |your |their )?selfies?\b",
            r"(?:look|speak|talk|sing)s? into (?:the|a|your|their) (?:camera|web ?cam|mic)",
            r"(?:smile|wave|pose)s? (?:at|for|into|in front of) the (?:camera|web ?cam)",
            rf"(?:speak|sing|talk|whisper|say|read)s?{_SAID} into "
            rf"(?:the|a|an|your|their) (?:\w+ )?(?:{_TOOL}|microphone|mic)\b",
            rf"(?:speak|sing)s? to (?:the|a|an|your|their) (?:\w+ )?{_TOOL}\b",
            r"(?:speak|talk|sing)s? to (?:the|a|your|their) (?:voice assistant|smart speaker)",
            rf"let(?:s|ting)? (?:the|a|an) (?:\w+ )?{_TOOL} (?:see|hear|watch|listen to) you\b",
            r"(?:use|try|turn on|log in with|sign in with)(?: [\w’']+){0,2}? "
            r"(?:face filter|fac(?:e|ial) recognition|eye[- ]track\w+)",
        )
    )


# Only what children are told to do counts: “Open the app and …”, “students may …”; what an app
# does (“the app records your voice”) is an explanation.
_CHILDREN = (
    r"\b(?:students?|child(?:ren)?|pairs?|groups?|partners|everyone|volunteers?|them|you)"
    r"(?: (?:may|can|will|each|also|then|to|now|and|should|together))* "
)
_TOLD = (
    r"^\W*(?:(?:now|then|next|first|please|also),? )?|"
    r"^\W*(?:open|press|click|tap|go|start|choose|pick|sign|log|stand|sit|take|use|try|work|turn|"
    r"hold|say|read|write)\b[^;:]*?(?:\band |\bthen |, )|"
)
_SOMEBODY = r"(?:your|their) (?:(?:own )?face|family|friends?|partner|classmates?)"
TO_CHILDREN = late.pattern(
    rf"(?:{_TOLD}{_CHILDREN})({_actions('your|' + _CHILD, f'yourself|themselves|{_SOMEBODY}')})",
    re.IGNORECASE,
)
OF_CHILDREN = late.pattern(
    rf"(?:{_CHILDREN})({_actions(_CHILD, f'themselves|each other|{_SOMEBODY}')})", re.IGNORECASE
)
NEAR = late.pattern(rf"\b(?:{_TOOL}|online|web ?cam|eye[- ]track\w+)\b", re.IGNORECASE)
# Warnings, stories and play: the sentence names the thing and asks for none.
HARMLESS = late.pattern(
    r"\b(?:no|not|never|nobody|nothing|none|neither|without|cannot|can[’']t|don[’']t|doesn[’']t|"
    r"stop|avoid|instead|rather|unless|if (?:a|an|the|any|some)|asks|asked|asking|ask (?:for|to)|"
    r"wants|wanted|pretend|imagine|made[- ]up|acts?|acting|role[- ]?play\w*|puppets?|cardboard|"
    r"paper (?:app|camera|machine|microphone|phone|robot|screen|tool)|toys?|drawn|drawings?|"
    r"cartoons?|why|could|would|might)\b",
    re.IGNORECASE,
)
# Without one of these no pattern above can match; looked for first, because it is cheap.
CLUES = (
    *("voice", "face", "facial", "selfie", "fingerprint", "photo", "picture", "video", "recording"),
    *("camera", "webcam", "web cam", "eye track", "eye-track", "eyetrack"),
    *(" into ", "speak", "sing ", "sings ", "talk", "let the", "let a", "lets ", "letting "),
)
_SENTENCE = late.pattern(r"[^.!?]+")
_ALOUD = late.pattern(r"“([^“”]*)”")


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if AGE_IN_TK + GRADES.index(lesson.grades[0]) >= COPPA:
        return
    names = tuple(str(tool.name) for id, tool in frame.all(Tool).items() if id in lesson.tools)
    for passage, to_children, at_tool in _told(lesson):
        words = passage.words.lower()
        if not any(clue in words for clue in CLUES):
            continue
        for sentence, spoken in _sentences(passage.shown, to_children):
            found = (TO_CHILDREN if spoken else OF_CHILDREN).search(sentence)
            if (
                found
                and (at_tool or NEAR.search(sentence) or any(name in sentence for name in names))
                and not HARMLESS.search(sentence)
            ):
                message = f"children under 13 are asked for voice or face: “{found[1]}”"
                hint = "Use typed words, pictures of things or a prepared sample, or act it out."
                yield within(lesson, passage, message, hint, quote=found[1])
                break


def _told(lesson: Lesson) -> Iterator[tuple[Text, bool, bool]]:
    """What children are asked to do: passage, whether it speaks to them, whether a tool runs."""
    family = lesson.family
    for line in (family.tell, family.ask, family.try_):
        yield line, False, False
    if lesson.interaction == "unplugged":
        return
    own = lesson.interaction in BY_STUDENTS
    for segment in lesson.segments:
        yield segment.teacher, False, segment.kind == "tool"
        yield segment.students, True, segment.kind == "tool"
    for step in lesson.student_steps:
        yield step.text, True, own
    yield lesson.preparation.text, False, False
    supports = lesson.supports
    for support in (supports.eld, supports.udl):
        for _, words in support:
            yield words, False, False
    yield supports.access, False, False
    yield supports.extension, False, False
    for handout in lesson.handouts:
        if handout.for_ == "student":
            yield from ((words, True, False) for words in (handout.intro, handout.body) if words)


def _sentences(words: str, to_children: bool) -> Iterator[tuple[str, bool]]:
    """Each sentence, and whether “you” in it is a child: what teachers say aloud is quoted."""
    if not to_children:
        for aloud in _ALOUD.findall(words):
            yield from ((one, True) for one in _SENTENCE.findall(aloud))
        words = _ALOUD.sub(" ", words)
    yield from ((one, to_children) for one in _SENTENCE.findall(words))
