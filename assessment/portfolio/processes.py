"""Many things to work out in, the results in the same order out: by several processes that step aside for others.

    python -m assessment.portfolio.processes

The library's own pool runs the main script of its parent again in every process, and that of a server is a page. These
processes run this module: they read pickles from their input, which only their parent writes, and end with it.
"""

import os
import pickle
import queue
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition

Given, Found = TypeVar("Given"), TypeVar("Found")
#: What a process does with one block of what was given: a function of a module.
Work = Callable[[list[Given], Edition], list[Found]]
#: How far behind a server that answers people.
NICE = 5


class Ended(RuntimeError):
    """A process ended before it had done its work."""


def spread(
    work: Work[Given, Found], given: Iterable[Given], edition: str, root: Path, *, processes: int, block: int
) -> Iterator[Found]:
    """What *work* finds; *root*: the folder that *edition* is opened from, in each process.

    *block*: how many one process takes at a time: enough to be worth the way, few enough to keep memory flat. Whoever
    stops listening ends the processes at once. Raises what *work* raises, and Ended.
    """
    blocks = _blocks(iter(given), block)
    children: list[subprocess.Popen[bytes]] = []
    free: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
    for _ in range(processes):
        children.append(_child())
        free.put(children[-1])
    told = work, edition, str(root)
    pool = ThreadPoolExecutor(processes)
    try:
        waiting = [pool.submit(_ask, free, told, each) for each in islice(blocks, 2 * processes)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting.extend(pool.submit(_ask, free, told, each) for each in islice(blocks, 1))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.kill()
            child.wait()
            for end in (child.stdin, child.stdout):
                with suppress(OSError):  # what was still to be written has nobody to go to
                    end.close()


def _child() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "assessment.portfolio.processes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )


def _ask(
    free: "queue.SimpleQueue[subprocess.Popen[bytes]]", told: tuple[Work[Any, Any], str, str], block: list[Any]
) -> list[Any]:
    """What the next free child finds in a block."""
    child = free.get()
    try:
        pickle.dump((*told, block), child.stdin, pickle.HIGHEST_PROTOCOL)
        child.stdin.flush()
        is_well, found = pickle.load(child.stdout)
    except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
        raise Ended(str(child.poll())) from error
    finally:
        free.put(child)
    if not is_well:
        raise found
    return found


def _blocks(given: Iterator[Given], size: int) -> Iterator[list[Given]]:
    while block := list(islice(given, size)):
        yield block


def main() -> None:
    """Work on each block that comes, until there is nobody left to send one."""
    os.nice(NICE)
    says, sys.stdout = sys.stdout.buffer, sys.stderr
    with suppress(EOFError, BrokenPipeError):
        while True:
            work, edition, root, block = pickle.load(sys.stdin.buffer)
            try:
                told = True, work(block, open_edition(edition, Path(root)))
            except Exception as error:  # whoever asked is told, whatever it is
                told = False, error
            pickle.dump(told, says, pickle.HIGHEST_PROTOCOL)
            says.flush()


if __name__ == "__main__":
    main()
