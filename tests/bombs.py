"""What a process takes to answer hostile bytes: its own seconds, for the machine may be busy, and
the most memory it had."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

SECONDS, MEGABYTES = 2, 300

# What the kernel tells of itself: getrusage would count the process that this one was forked from.
CHILD = """
import json, re, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
{answer}
told = []
for size in json.loads(sys.argv[1]):
    data = sys.stdin.buffer.read(size)
    begun = time.process_time()
    answer(data)
    told.append(time.process_time() - begun)
most = re.search("VmHWM:\\\\s*(\\\\d+) kB", open("/proc/self/status").read())
print(json.dumps([told, int(most[1]) // 1000]))
"""


def assert_cheap(answer: str, inputs: Mapping[str, bytes]) -> None:
    """The code, which defines `answer(data)`, takes neither time nor memory for any of these.

    All of them come one after the other in one process: what one has taken is counted for all.
    """
    sizes = json.dumps([len(data) for data in inputs.values()])
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(answer=answer), sizes],
        input=b"".join(inputs.values()),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    seconds, megabytes = json.loads(done.stdout)
    took = dict(zip(inputs, seconds, strict=True))
    assert {name: time for name, time in took.items() if time > SECONDS} == {}
    assert megabytes < MEGABYTES
