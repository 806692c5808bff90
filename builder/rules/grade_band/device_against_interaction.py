"""The devices of a lesson do not fit who works with a tool in it.

**Why.** The page shows both to teachers and families. “Nobody: no device” beside a cart of laptops,
or an account for each student and one display for all, cannot both be true, and a teacher books the
wrong things.

**How to mend.** Decide what the lesson really needs. Unplugged goes with `device_model: none`. A
demonstration needs a display at least. An account for each student needs a shared cart or one
device for each.

**Source.** Our own rule: openness about how and why tools are used.

**Limits.** A class account with one display is left alone: the class may work at it together. So is
a demonstration in a room with more devices than it needs.
"""

from collections.abc import Iterator

from builder.model.lesson import DeviceModel, Interaction, Lesson
from builder.rules.engine import Frame, Problem, rule

# What a lesson of this interaction cannot be taught with, and what to write instead.
CONTRARY: dict[Interaction, tuple[tuple[DeviceModel, ...], str]] = {
    "unplugged": (
        ("teacher-display", "shared-cart", "one-to-one"),
        "Write `device_model: none`, or say who works with a tool.",
    ),
    "teacher-demo": (
        ("none",),
        "Write `device_model: teacher-display`, or `interaction: unplugged`.",
    ),
    "class-account": (
        ("none",),
        "Write the devices students work at, or `interaction: unplugged`.",
    ),
    "individual-account": (
        ("none", "teacher-display"),
        "Write `shared-cart` or `one-to-one`, or `interaction: teacher-demo`.",
    ),
}


@rule()
def check(lesson: Lesson, frame: Frame) -> Iterator[Problem]:
    contrary, hint = CONTRARY[lesson.interaction]
    if lesson.device_model in contrary:
        message = f"“{lesson.interaction}” and “{lesson.device_model}” contradict each other"
        yield Problem(lesson, ("device_model",), message, hint)
