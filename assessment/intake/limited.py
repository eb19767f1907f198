"""A stranger's file in, what a limited child process read in it out: whatever the file does, only the child suffers.

The child is another Python, which inherits no variable, no secret and no open file, and limits itself before it looks
at a byte: see child.py. Linux holds every limit; on other systems only the clock and the sizes here do.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from assessment.intake.child import NO_MEMORY

#: Children at once in this process: whoever comes third waits, so that files cannot fill the machine.
AT_ONCE = 2
#: What Windows needs to start any program.
NEEDED = ("SYSTEMROOT",)

_TURNS = threading.BoundedSemaphore(AT_ONCE)

Why = Literal["busy", "too-large", "late", "memory", "broken"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use.

    *seconds* by the clock, from its start; *processor*: seconds of work; *memory*, *largest* (the file) and *answer*
    (what the child says of it) in bytes; *wait*: seconds before giving up one's turn.
    """

    seconds: float
    processor: int
    memory: int
    largest: int
    answer: int
    wait: float = 10.0


class Stopped(Exception):
    """The child gave no answer; *why* in one word: "busy", "too-large", "late", "memory" or "broken"."""

    def __init__(self, why: Why) -> None:
        self.why: Why = why
        super().__init__(why)


def read_in_child(reader: Path, content: bytes, limits: Limits) -> Any:  # noqa: ANN401 - what the reader says
    """The JSON value that `read(content)` of the Python file *reader* returns in a child; raises Stopped."""
    if len(content) > limits.largest:
        raise Stopped("too-large")
    with _turn(limits.wait):
        try:
            said = _said(reader, content, limits)
        except OSError as error:  # no room for one more process
            raise Stopped("busy") from error
    try:
        return json.loads(said)
    except ValueError as error:
        raise Stopped("broken") from error


@contextmanager
def _turn(wait: float) -> Iterator[None]:
    if not _TURNS.acquire(timeout=wait):
        raise Stopped("busy")
    try:
        yield
    finally:
        _TURNS.release()


def _said(reader: Path, content: bytes, limits: Limits) -> bytes:
    """All that the child wrote, if it ended well and in time."""
    numbers = (limits.memory, limits.processor)
    late = threading.Event()
    with subprocess.Popen(
        [sys.executable, "-I", "-B", "-m", "assessment.intake.child", str(reader), *map(str, numbers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
    ) as child:
        # Once the child is killed its pipes end, and with them whatever waits for them here.
        clock = threading.Timer(limits.seconds, _stop, (child, late))
        feeder = threading.Thread(target=_feed, args=(child.stdin, content))
        clock.start()
        feeder.start()
        try:
            said = child.stdout.read(limits.answer + 1)
            if len(said) > limits.answer:
                child.kill()
            child.wait()
        finally:
            child.kill()
            clock.cancel()
            feeder.join()
    if child.returncode != 0:
        raise Stopped("late" if late.is_set() else _why(child.returncode))
    return said


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _feed(pipe: IO[bytes], content: bytes) -> None:
    """Give the child its file; one that ended before it had it all is no matter."""
    with suppress(OSError):
        pipe.write(content)
    with suppress(OSError):
        pipe.close()


def _why(code: int) -> Why:
    """Why a child ended, from how it did."""
    if code == NO_MEMORY:
        return "memory"
    return "late" if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU else "broken"
