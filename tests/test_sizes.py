"""A file may be large without end: no more of it is read than tells that it is too large."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bombs import MEGABYTES
from promises import Tried

from builder.snapshots import path_of

pytestmark = pytest.mark.promise("files")

LARGE = {
    "curriculum/glossary/claim.yml": ("unreadable-yaml", "larger than 200 kB"),
    "curriculum/translations/es/glossary/source.po": ("unreadable-po", "larger than 1 MB"),
    "curriculum/drawings/lime.svg": ("unsafe-drawing", "larger than 20 kB"),
    "curriculum/images/lime.jpg": ("unsafe-image", "larger than 2 MB"),
    path_of("2025-26"): ("vanished-address", "larger than 2 MB"),
}
CHECK = """
import json, re, sys
from pathlib import Path
from builder import build, report
from builder.finding import Severity
root = Path(sys.argv[1])
found = build.examine(root, severity=Severity.ERROR).findings
report.text(found, 1, root)
most = re.search("VmHWM:\\\\s*(\\\\d+) kB", open("/proc/self/status").read())
print(json.dumps([[[one.path, one.rule, one.message] for one in found], int(most[1]) // 1000]))
"""


def test_no_more_is_read_than_tells_that_a_file_is_too_large(district: Path, tried: Tried) -> None:
    for path in LARGE:
        file = district / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.truncate(400_000_000)  # takes no room on the disk
    words = [sys.executable, "-c", CHECK, str(district)]
    done = subprocess.run(words, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found, megabytes = json.loads(done.stdout)
    for path, (rule, words_) in LARGE.items():
        said = [one for one in found if one[0] == path]
        assert [one[1] for one in said] == [rule]
        assert words_ in said[0][2]
    assert megabytes < MEGABYTES
    tried("files of 400 MB", len(LARGE))
