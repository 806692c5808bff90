"""A family page uses a saying that says something else when translated word by word.

**Why.** “Piece of cake” becomes cake in another language, or costs a translator an hour. Families
who read English as a second language are left out by the very sentence meant to be friendly.

**How to mend.** Say the thing itself: “easy”, “start”, “about”, “an extra step”.

**Source.** Our own rule, for pages that go out in every language of the district.

**Limits.** A short list of sayings, with the small words that show they are not meant literally. A
district adds none; what is missing here is for the translator to notice.
"""

from collections.abc import Iterator

from builder import late
from builder.finding import Severity
from builder.model.base import Document
from builder.rules.engine import Frame, Problem, rule, within

# Each saying as a pattern, with what it means; our own list. Where the words have an everyday
# meaning too (“on the same page”), only a telling context counts.
MEANS = {
    r"(?:is|are|was|be|[’']s) (?:just |really )?a piece of cake": "“easy”",
    r"[Hh]it(?:ting)? the books": "“study”",
    r"[Oo]nce in a blue moon": "“almost never”",
    r"under the weather": "“a little sick”",
    r"(?:get|stay|keep|all|everyone|everyone is) on the same page(?! of| in| as)": "“agreed”",
    r"[Tt]hink(?:ing)? outside the box": "“find a new way”",
    r"ballpark (?:figure|number|estimate)": "“about …”",
    r"rules? of thumb": "“simple rule”",
    r"[Bb]reak(?:s|ing)? the ice\b(?! (?:cubes|tray|on|in|into|up))": "“get to know each other”",
    r"[Ii]ce-?breaker": "“first game”",
    r"[Tt]ouch(?:ing)? base": "“talk”",
    r"[Ii]n a nutshell": "“in short”",
    r"ball is in (?:your|our|their) court": "“it is your turn”",
    r"back to square one": "“start again”",
    r"[Bb]it(?:e|ing) the bullet": "“do it anyway”",
    r"[Cc]ut(?:s|ting)? corners(?! off)": "“leave steps out”",
    r"(?:get|gets|getting|got) the hang of": "“learn how”",
    r"(?:go|goes|going) the extra mile": "“do more than asked”",
    r"a heads[- ]up\b": "“a note ahead of time”",
    r"on the bandwagon": "“do what others do”",
    r"[Ll]earn(?:s|ing)? the ropes": "“learn how it works”",
    r"cat out of the bag": "“tell the secret”",
    r"low-hanging fruit": "“what is easy to do first”",
    r"[Mm]iss(?:es|ed)? the boat": "“be too late”",
    r"no-brainer": "“easy to decide”",
    r"off the top of (?:your|my|their) head": "“without looking it up”",
    r"(?:isn[’']t|not|is) rocket science": "“simple”",
    r"see(?:s|ing)? eye to eye": "“agree”",
    r"silver bullet": "“an answer to everything”",
    r"tip of the iceberg": "“only a small part”",
    r"(?:your|my|our) head around": "“understand”",
    r"(?:my|your) two cents": "“what I think”",
    r"up to speed": "“informed”",
    r"win-win": "“good for both”",
    r"up to the plate": "“do your part”",
    r"level(?:ing)? (?:the )?playing field": "“fair chances”",
    r"a leg up": "“a better start”",
    r"down (?:a|the) rabbit hole": "“lose a lot of time”",
    r"double-edged sword": "“good and bad at once”",
    r"Pandora[’']s box": "“many new problems”",
    r"(?:costs?|paid|pay) an arm and a leg": "“cost a lot”",
    r"[Hh]old your horses": "“wait”",
    r"[Kk]ill two birds": "“do two things at once”",
    r"[Pp]ractice makes perfect": "“practice helps”",
    r"[Bb]are with us|[Bb]ear with us": "“please wait”",
    r"[Dd]on[’']t sweat|[Nn]o sweat": "“do not worry”",
    r"(?:still |is |are )up in the air(?=[.,;!?])": "“not decided”",
}
SAYING = late.pattern("|".join(f"({pattern})" for pattern in MEANS))
MEANINGS = tuple(MEANS.values())
# Every saying has one of these; plain searches are quick.
CLUES = (
    *("piece of cake", "the books", "blue moon", "the weather", "same page", "outside the box"),
    *("ballpark", "of thumb", "the ice", "breaker", " base", "nutshell", " court", "square one"),
    *("the bullet", "corners", "the hang", "extra mile", "heads", "bandwagon", "the ropes"),
    *("the bag", "-hanging", "the boat", "-brainer", "the top of", "rocket", "eye to eye"),
    *("silver bullet", "iceberg", "head around", "two cents", "to speed", "win-win", "the plate"),
    *("playing field", "leg up", "rabbit", "sword", "Pandora", "and a leg", "horses", "two birds"),
    *("makes perfect", "with us", "sweat", "in the air"),
)


@rule(Severity.WARNING)
def check(document: Document, frame: Frame) -> Iterator[Problem]:
    for passage in frame.read_by(document, "families"):
        if not any(clue in passage.shown for clue in CLUES):
            continue
        hit = SAYING.search(passage.shown)
        if hit and hit.lastindex:
            message = f"“{hit[0]}” is a saying that does not survive translation"
            hint = f"Say the thing itself: {MEANINGS[hit.lastindex - 1]}."
            yield within(document, passage, message, hint, quote=hit[0])
