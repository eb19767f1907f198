"""What SQLite asks of a disk in, what a power cut leaves of it out.

What was synced stays. Of the rest chance keeps some: writes are dropped, torn between sectors, out of order. As under
SQLite's own unix files (os_unix.c), the first sync of a new journal syncs the folder too: until then, a file that was
deleted may still be there.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import apsw

#: A disk in memory makes syncs cheap, and what is only counted need not survive.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
SECTOR = 512
#: Files that SQLite makes beside the database.
JOURNALS = ("-journal", "-wal")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that SQLite asked of the disk; "folder": to sync the names of the files."""

    kind: Literal["write", "truncate", "delete", "sync", "folder"]
    file: str
    at: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Disk:
    """What is surely there, and the steps of each file that were not synced yet."""

    files: dict[str, bytearray] = field(default_factory=dict)
    waiting: dict[str, list[Step]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Go one step on."""
        if step.kind == "folder":
            for file in self.waiting:
                self._settle(file, 1 + max(_deletions(self.waiting[file]), default=-1))
            return
        self.waiting.setdefault(step.file, []).append(step)
        if step.kind == "sync":
            self._settle(step.file, len(self.waiting[step.file]))

    def after_a_cut(self, chance: random.Random) -> Mapping[str, bytes]:
        """The files as a power cut now may leave them."""
        left = {name: bytearray(data) for name, data in self.files.items()}
        for steps in self.waiting.values():
            for step in _survivors(steps, chance):
                _apply(left, step)
        return left

    def _settle(self, file: str, count: int) -> None:
        for step in self.waiting[file][:count]:
            _apply(self.files, step)
        del self.waiting[file][:count]


class Recorder(apsw.VFS):
    """The system's own files, with a note of every step."""

    name = "recorded"

    def __init__(self, steps: list[Step]) -> None:
        self._steps = steps
        super().__init__(self.name, "")

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """A file that notes its steps."""
        return _File(self._steps, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        """Delete, and note it; *syncdir*: the name is surely gone."""
        super().xDelete(filename, syncdir)
        self._steps.append(Step("delete", Path(filename).name))
        if syncdir:
            self._steps.append(Step("folder", ""))


class _File(apsw.VFSFile):
    def __init__(self, steps: list[Step], name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        self._steps = steps
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "temporary").name
        self._is_new = self._name.endswith(JOURNALS)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        self._steps.append(Step("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self._steps.append(Step("truncate", self._name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._steps.append(Step("sync", self._name))
        if self._is_new:
            self._steps.append(Step("folder", ""))
            self._is_new = False


def _survivors(steps: Sequence[Step], chance: random.Random) -> Sequence[Step]:
    """Which of the *steps* on one file reach the disk when none was synced, in which order, and how torn."""
    deletions = _deletions(steps)
    if deletions and chance.random() < 0.5:  # the folder still shows the old file: what came later went to another
        return _survivors(steps[: deletions[0]], chance)
    first = deletions[-1] + 1 if deletions else 0
    kept = [part for step in steps[first:] if chance.random() < 0.5 for part in _torn(step, chance)]
    chance.shuffle(kept)
    return [*steps[first - 1 : first], *kept] if deletions else kept


def _deletions(steps: Sequence[Step]) -> Sequence[int]:
    return [number for number, step in enumerate(steps) if step.kind == "delete"]


def _torn(step: Step, chance: random.Random) -> Sequence[Step]:
    """A step as it reaches the disk: mostly whole, else sectors of it."""
    if step.kind != "write" or chance.random() < 0.8:
        return (step,)
    edges = [step.at, *range((step.at // SECTOR + 1) * SECTOR, step.at + len(step.data), SECTOR)]
    ends = [*edges[1:], step.at + len(step.data)]
    parts = [step.data[start - step.at : end - step.at] for start, end in zip(edges, ends, strict=True)]
    return [
        Step("write", step.file, start, part) for start, part in zip(edges, parts, strict=True) if chance.random() < 0.5
    ]


def _apply(files: dict[str, bytearray], step: Step) -> None:
    match step.kind:
        case "write":
            there = files.setdefault(step.file, bytearray())
            there.extend(bytes(max(0, step.at - len(there))))
            there[step.at : step.at + len(step.data)] = step.data
        case "truncate":
            del files.setdefault(step.file, bytearray())[step.at :]
        case "delete":
            files.pop(step.file, None)
