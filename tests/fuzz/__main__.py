"""`make fuzz`: each target for its share of the time, by atheris where it is installed.

python -m fuzz SECONDS           all targets
python -m fuzz --repeat FILE     one input that did not hold, as the run named it
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from contextlib import redirect_stderr
from hashlib import sha256
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

FOUND = Path(".cache/fuzz")
NAMES = ("source", "text", "translation", "document")


def run(seconds: int) -> int:
    """All targets, a process each; how many did not hold."""
    engine = "atheris" if find_spec("atheris") else "Hypothesis, as atheris does not install here"
    each = max(1, seconds // len(NAMES))
    print(f"{len(NAMES)} targets, {each} s each, by {engine}", flush=True)
    words = [sys.executable, "-m", "fuzz", "--only"]
    failed = [name for name in NAMES if subprocess.call([*words, name, str(each)])]
    print(f"Did not hold: {', '.join(failed)}" if failed else "Everything held.")
    return len(failed)


def by_atheris(name: str, seconds: int) -> None:
    """Inputs that reach code which none before reached; what was found stays for the next run."""
    atheris = importlib.import_module("atheris")
    telling = redirect_stderr(StringIO())  # a line for each module that it watches
    with telling, atheris.instrument_imports(include=["builder", "markdown_it"]):
        target = importlib.import_module("fuzz.targets").TARGETS[name]
    corpus, words = FOUND / name, FOUND / f"{name}.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (corpus / sha256(data).hexdigest()).write_bytes(data)
    quoted = ("".join(f"\\x{byte:02x}" for byte in piece) for piece in target.pieces)
    words.write_text("".join(f'"{piece}"\n' for piece in quoted))
    told = [f"-dict={words}", f"-artifact_prefix={FOUND}/{name}-", f"-max_total_time={seconds}"]
    told += ["-timeout=30", "-max_len=20000", "-verbosity=0", "-print_final_stats=1"]

    def tried(data: bytes) -> None:
        try:
            target(data)
        except Exception:
            tell(name, data)
            raise

    atheris.Setup([sys.argv[0], str(corpus), *told], tried)
    atheris.Fuzz()


def by_hypothesis(name: str, seconds: int) -> None:
    """Inputs changed at random, cut down to the smallest that does not hold."""
    from fuzz.by_hypothesis import tries_for
    from fuzz.targets import TARGETS

    begun = time.monotonic()
    try:
        many = tries_for(TARGETS[name], seconds)
    except Exception as error:
        tell(name, getattr(error, "input", b""))
        raise
    print(f"{name}: {many:,} inputs in {time.monotonic() - begun:.0f} s", flush=True)


def tell(name: str, data: bytes) -> None:
    """Keep the input, and say how it is tried once more."""
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{name}-{sha256(data).hexdigest()[:12]}"
    file.write_bytes(data)
    print(f"{name} did not hold: {data[:2000]!r}\nTo repeat it: make fuzz INPUT={file}", flush=True)


def repeat(file: Path) -> None:
    """Try one input; what is raised tells what does not hold."""
    from fuzz.targets import TARGETS

    TARGETS[file.name.partition("-")[0]](file.read_bytes())
    print("This input holds.")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--repeat", file]:
            repeat(Path(file))
        case ["--only", name, seconds]:
            (by_atheris if find_spec("atheris") else by_hypothesis)(name, int(seconds))
        case [seconds]:
            sys.exit(run(int(seconds)))
        case _:
            sys.exit(__doc__)
