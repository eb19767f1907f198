"""Disk sizes in, counts out: the real store on disks that fill up while it saves, and once there is room again.

Whoever is root gets a real full disk, a file system in memory of that size. Others get a process whose files cannot
grow past it: SQLite is told the same way, that what it writes does not fit.
"""

import random
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

from assessment.settings import Settings
from assessment.storage.database import Unavailable
from assessment.storage.kept import Change
from assessment.storage.principals import ANYONE, Holder
from assessment.storage.store import Store
from bench.kills import DIGEST, EDITION, compare, is_sound, opened, warm
from bench.table import Row

KIB = 1024
#: From little more than empty tables to several checkpoints of the WAL file.
SMALLEST, LARGEST = 768 * KIB, 10 * KIB * KIB
ROOM = 4 * LARGEST
#: Saves once there is room again, and saves that fill any disk.
AFTER, MANY = 20, 5000


@dataclass(frozen=True, slots=True)
class Full:
    """What was seen on one disk: the *words* said when it was full, and what was there then and after more saves."""

    size: int
    words: str
    answers: int
    lost: int
    altered: int
    halves: int
    resumed: bool


def rows(short: bool) -> list[Row]:
    """50 sizes; *short*: 3."""
    sizes = sizes_of_disks(3 if short else 50)
    found = [fill(size, mounts=can_mount()) for size in sizes]
    holds = [each.resumed and (each.lost, each.altered, each.halves) == (0, 0, 0) for each in found]
    said = " ".join(sorted({each.words for each in found}))
    return [
        Row(
            f"disk full ({'tmpfs' if can_mount() else 'RLIMIT_FSIZE'}), SQLite",
            f"{len(found)} sizes, {sum(each.answers for each in found):,} answers acknowledged: "
            f"{sum(each.lost for each in found)} lost, {sum(each.altered for each in found)} altered; "
            f"{sum(each.resumed for each in found)} saved again once there was room; told « {said} »",
            f"{len(sizes)} sizes, 0 lost, all save again",
            len(found) == len(sizes) and all(holds),
        )
    ]


def sizes_of_disks(count: int) -> tuple[int, ...]:
    """So many sizes in bytes, each larger than the one before by the same share."""
    step = (LARGEST / SMALLEST) ** (1 / max(1, count - 1))
    return tuple(int(SMALLEST * step**number) // KIB * KIB for number in range(count))


def fill(size: int, *, mounts: bool) -> Full:
    """Save on a disk of that *size* until the store says that it cannot, look, make room, save again."""
    mine, theirs = warm().Pipe(duplex=False)
    process = warm().Process(target=_fill, args=(size, mounts, theirs), daemon=True)
    process.start()
    theirs.close()
    with mine:
        found = mine.recv()
    process.join()
    return found


@cache
def can_mount() -> bool:
    """Whether this user may make a file system in memory."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = _mount(folder, f"size={SMALLEST}").returncode == 0
        if mounted:
            subprocess.run(["umount", folder], check=True)
    return mounted


def heavy(save: int) -> tuple[Change, ...]:
    """The answers of a save: up to thirty, up to a page each."""
    chance = random.Random(save)
    return tuple(
        Change("answer", f"Q{number}", "Paroles. " * chance.randint(1, 400)) for number in range(chance.randint(1, 30))
    )


def _fill(size: int, mounts: bool, told: Connection) -> None:
    with (_mounted if mounts else _limited)(size) as (folder, make_room):
        settings = Settings(data=folder)
        with opened(settings) as store:
            holder = store.create(ANYONE, EDITION, DIGEST).holder
            saves, error = _save(store, holder, 0, MANY)
            full = compare(store, holder, saves, heavy)
            make_room()
            saves += store.read(holder, holder.dossier).seq > full.answers
            saves, again = _save(store, holder, saves, saves + AFTER)
        with opened(settings) as store:
            later = compare(store, holder, saves, heavy)
            resumed = again is None and is_sound(store)
    found = (full, later)
    told.send(
        Full(
            size=size,
            words=error.problems[0].what,
            answers=full.answers,
            lost=sum(each.lost for each in found),
            altered=sum(each.altered for each in found),
            halves=sum(each.halves for each in found),
            resumed=resumed,
        )
    )


def _save(store: Store, holder: Holder, first: int, end: int) -> tuple[int, Unavailable | None]:
    """How many saves are kept now, and what was said instead of keeping the next one."""
    seen = store.read(holder, holder.dossier).seq
    for save in range(first, end):
        try:
            seen = store.save(holder, holder.dossier, heavy(save), seen).seq
        except Unavailable as error:
            return save, error
    return end, None


@contextmanager
def _mounted(size: int) -> Iterator[tuple[Path, Callable[[], None]]]:
    with tempfile.TemporaryDirectory(prefix="jalons-full-") as folder:
        _mount(folder, f"size={size}").check_returncode()
        try:
            yield Path(folder), lambda: _mount(folder, f"remount,size={ROOM}").check_returncode()
        finally:
            subprocess.run(["umount", folder], check=True)


def _mount(folder: str, options: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)


@contextmanager
def _limited(size: int) -> Iterator[tuple[Path, Callable[[], None]]]:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with tempfile.TemporaryDirectory(prefix="jalons-full-") as folder:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
        try:
            yield Path(folder), lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
