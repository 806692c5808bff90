"""Children under 13 are asked to give a tool their voice, face or eye movements.

**Why.** A voice, a face or the way eyes move belongs to one child for life and cannot be changed
like a password. Once a tool has it, nobody can take it back. Many tools that hear or see a child
promise nothing about it.

**How to mend.** Use what nobody's body is in: typed words, pictures of things, a sample that the
teacher prepared. Or act it out unplugged, with a cardboard frame for a screen.

**Source.** COPPA Rule, 16 CFR 312 (2025 amendments): photos, videos and recordings of a child are
personal information, and so are biometric identifiers such as voiceprints and face templates. That
no lesson asks for them, whatever the consent, is our own rule.

**Limits.** It knows English turns of phrase such as “record your voice in the app”, “upload a
selfie”, “look into the webcam”, close to a tool. It looks at segments, steps, preparation,
supports, the family part and the running words of student sheets, in lessons whose lowest grade is
typically under 13. Sentences that warn, tell a story or play it out are left alone, and so are
recordings on a device without a tool, and the teacher's own voice. In unplugged lessons only the
family part counts.
"""

import re
from collections.abc import Iterator

from builder.model.grades import GRADES
from builder.model.lesson import Lesson
from builder.model.register import Tool
from builder.model.text import Text
from builder.rules.engine import Frame, Problem, rule, within

AGE_IN_TK = 4  # on 1 September, California Education Code 48000
COPPA = 13  # the children's privacy law protects those below
BY_STUDENTS = ("class-account", "individual-account")

# Our own lists: what of a body a tool could take, how, and the tools that take it.
_OF_BODY = r"(?:voices?|faces?|selfies?|fingerprints?|eyes|gaze)(?![-’\w]| (?:cards?|down|up)\b)"
_TAKING = (
    r"(?:record|upload|scan|film|photograph|clone|capture|submit)(?:s|ing)?|"
    r"(?:show|shows|give|gives|feed|feeds|hold|holds) (?:it )?"
)
_TOOL = (
    r"tools?|apps?|chatbots?|websites?|web sites?|assistants?|AI|classifiers?|bots?|online|"
    r"programs?|translators?|generators?|models?|software|filters?|recognizers?"
)
_CHILD = (
    r"their|his or her|(?:the|a|each|one|your) (?:child|student|classmate|partner|friend)[’']s|"
    r"(?:children|students)[’']|each other[’']s"
)
_WHOSE = r"themselves|each other|(?:a|your|their) (?:child|student|classmate|partner|friend)"
_SENSOR = r"(?:web ?cam|camera|microphone|mic)"
_ACTS = "|".join(
    (
        r"(?:look|smile|wave|talk|speak|sing|pose) (?:in|at|to|into|in front of) "
        rf"(?:the|a|your) {_SENSOR}",
        r"turn on (?:the|your|their) (?:web ?cam|camera|microphone)",
        rf"(?:speak|sing|talk|whisper|say|read)(?: [\w’]+){{0,5}} into (?:the|a|an|your) (?:\w+ )?"
        rf"(?:{_TOOL}|microphone|mic)",
        r"(?:speak|talk aloud|sing) to (?:the|a|an|your) (?:\w+ )?(?:tool|app|chatbot|assistant)",
        rf"let (?:the|a|an) (?:\w+ )?(?:{_TOOL}) (?:see|hear|watch|scan|listen to) (?:you|them)\b",
        r"(?:take|upload|send|snap|use|add) (?:a |an? \w+ |your |their )?selfies?",
        r"(?:use|try|turn on|log in with|sign in with) (?:the |a )?"
        r"(?:face filter|face recognition|facial recognition|eye[- ]tracking|face login)",
    )
)


def _pattern(owner: str, whose: str) -> re.Pattern[str]:
    pictured = rf"(?:photos?|pictures?|videos?|recordings?) of (?:{whose})"
    return re.compile(
        rf"\b(?:(?:{_TAKING})(?: [\w’]+){{0,4}}? ?\b(?:{owner}) (?:own )?{_OF_BODY}"
        rf"|(?:take|upload|send|add|submit|snap)(?: [\w’]+){{0,3}} {pictured}\b"
        rf"|(?:{_ACTS}))",
        re.IGNORECASE,
    )


TO_CHILDREN = _pattern(rf"your|{_CHILD}", rf"yourself|your (?:own )?(?:face|family|group)|{_WHOSE}")
OF_CHILDREN = _pattern(_CHILD, rf"(?:their|the child[’']s|students[’']) faces?|{_WHOSE}")
CHILDREN = re.compile(
    r"\b(?:students?|child(?:ren)?|pairs|groups|they|them|their|themselves|everyone)\b", re.I
)
NEAR = re.compile(rf"\b(?:{_TOOL}|web ?cam|eye[- ]tracking|face filter)\b", re.IGNORECASE)
# Warnings, stories and play: the sentence names the thing and asks for none.
HARMLESS = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|without|cannot|can[’']t|don[’']t|doesn[’']t|"
    r"stop|avoid|instead|rather|unless|if (?:a|an|the|any|some)|ask(?:s|ed|ing)?|want(?:s|ed)?|"
    r"pretend|imagine|made[- ]up|act|acts|acting|play|puppets?|cardboard|paper|printed|toys?|"
    r"draw|drawn|drawings?|cartoons?|stor(?:y|ies)|why|could|would|might|may)\b",
    re.IGNORECASE,
)
CHEAP = re.compile(
    r"voice|face|facial|selfie|fingerprint|eye|gaze|photo|picture|video|recording|cam|mic|"
    r"\b(?:into|to) |\blet ",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+")
_ALOUD = re.compile(r"“([^“”]*)”")


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    if AGE_IN_TK + GRADES.index(lesson.grades[0]) >= COPPA:
        return
    names = tuple(str(tool.name) for id, tool in frame.all(Tool).items() if id in lesson.tools)
    for passage, to_children, at_tool in _told(lesson):
        if not CHEAP.search(passage.words):
            continue
        for sentence, spoken in _sentences(passage.shown, to_children):
            found = (TO_CHILDREN if spoken else OF_CHILDREN).search(sentence)
            if (
                found
                and (spoken or CHILDREN.search(sentence))
                and (at_tool or NEAR.search(sentence) or any(name in sentence for name in names))
                and not HARMLESS.search(sentence)
            ):
                message = f"children under 13 are asked for voice or face: “{found[0]}”"
                hint = "Use typed words, pictures of things or a prepared sample, or act it out."
                yield within(lesson, passage, message, hint, quote=found[0])
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
