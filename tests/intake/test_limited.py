"""Readers that do what a hostile file could make them do: the child ends, this process goes on."""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.intake.limited import AT_ONCE, Limits, Stopped, read_in_child

MIB = 1024 * 1024
LIMITS = Limits(seconds=10, processor=5, memory=256 * MIB, largest=MIB, answer=MIB)


@pytest.fixture(name="reader")
def _reader(tmp_path: Path):
    """A reader that does as its body says."""

    def write(body: str) -> Path:
        path = tmp_path / "reader.py"
        path.write_text("def read(content):\n    " + body.replace("\n", "\n    "), encoding="utf-8")
        return path

    return write


def ended(reader: Path, content: bytes = b"x", limits: Limits = LIMITS) -> str:
    """Why the child was stopped."""
    with pytest.raises(Stopped) as raised:
        read_in_child(reader, content, limits)
    return raised.value.why


def test_what_a_reader_returns_comes_back(reader):
    assert read_in_child(reader("return {'é': [len(content), None, 1.5]}"), b"abc", LIMITS) == {"é": [3, None, 1.5]}


def test_a_file_arrives_whole(reader):
    content = bytes(range(256)) * 4_096

    assert read_in_child(reader("return [len(content), sum(content)]"), content, LIMITS) == [MIB, 4_096 * 255 * 128]


def test_a_file_that_is_too_large_starts_no_child(reader):
    assert ended(reader("return 1"), b"x" * (MIB + 1)) == "too-large"


def test_a_reader_that_works_for_ever_is_stopped_by_its_work(reader):
    start = time.monotonic()

    assert ended(reader("while True: pass"), limits=replace(LIMITS, processor=1)) == "late"
    assert time.monotonic() - start < LIMITS.seconds


def test_a_reader_that_waits_for_ever_is_stopped_by_the_clock(reader):
    start = time.monotonic()

    assert ended(reader("import time\ntime.sleep(60)"), limits=replace(LIMITS, seconds=1)) == "late"
    assert time.monotonic() - start < 2


def test_a_reader_that_closes_its_answer_and_stays_is_stopped_by_the_clock(reader):
    body = "import os, time\nos.close(1)\ntime.sleep(60)"

    assert ended(reader(body), limits=replace(LIMITS, seconds=1)) == "late"


def test_a_reader_that_fills_the_memory_is_told_apart(reader):
    assert ended(reader("return len(bytearray(10**9))")) == "memory"


def test_an_answer_without_end_is_cut(reader):
    assert ended(reader("return 'x' * 2_000_000")) == "broken"


def test_a_flood_is_cut_before_the_clock_is(reader):
    start = time.monotonic()

    assert ended(reader("import os\nwhile True: os.write(1, b'x' * 65_536)")) == "broken"
    assert time.monotonic() - start < LIMITS.seconds


@pytest.mark.parametrize("body", ["raise ValueError", "import os\nos.abort()", "import os\nos._exit(0)", "return {1}"])
def test_a_reader_that_breaks_is_told_apart(body: str, reader):
    assert ended(reader(body)) == "broken"


@pytest.mark.parametrize(
    "body",
    [
        "open('/etc/hostname')",
        "open('/tmp/jalons-never', 'w')",
        "import _socket\n_socket.socket()",
        "import os\nos.pipe()",
    ],
)
def test_a_reader_opens_nothing(body: str, tmp_path: Path):
    path = tmp_path / "reader.py"
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    path.write_text(
        "import _socket\n\n\ndef read(content):\n    try:\n"
        f"{lines}    except OSError as error:\n        return error.errno\n    return 0\n",
        encoding="utf-8",
    )

    assert read_in_child(path, b"", LIMITS) == 24  # EMFILE: not one more


def test_a_reader_sees_no_variable_of_the_server(reader, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_DATABASE", "postgresql+psycopg://secret@localhost/jalons")

    seen = read_in_child(reader("import os\nreturn sorted(os.environ)"), b"", LIMITS)

    assert [name for name in seen if name in os.environ and name.startswith(("JALONS", "HOME", "PATH"))] == []


def test_of_three_at_once_the_third_waits_and_then_gives_up(reader):
    slow, seen = reader("import time\ntime.sleep(60)"), []
    two_seconds = replace(LIMITS, seconds=2)
    first = [threading.Thread(target=lambda: seen.append(ended(slow, limits=two_seconds))) for _ in range(AT_ONCE)]
    start = time.monotonic()
    for each in first:
        each.start()
    waited = [ended(slow, limits=replace(LIMITS, seconds=0.2, wait=0.1)) for _ in range(3)]
    for each in first:
        each.join()

    assert set(waited) <= {"busy", "late"}
    assert "busy" in waited
    assert seen == ["late"] * AT_ONCE
    assert read_in_child(reader("return 1"), b"", LIMITS) == 1
    assert time.monotonic() - start < 8
