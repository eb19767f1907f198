"""The other process: limits itself, reads a file from its standard input and writes what a reader found, as JSON.

    python -I -m assessment.intake.child READER MEMORY PROCESSOR

READER is a Python file with `read(content: bytes)`, which returns a JSON value; MEMORY is in bytes, PROCESSOR in
seconds. Nothing of the stranger's file is looked at before every limit holds. Linux only; elsewhere nothing is limited.
"""

import json
import runpy
import sys

#: The exit code when memory was not enough.
NO_MEMORY = 3


def main() -> None:
    """Read as the arguments say; what goes wrong ends this process, and only it."""
    reader, memory, processor = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    _limit(
        {
            "RLIMIT_AS": (memory, memory),
            # The first number ends it with a signal of its own, by which it is told from other ends.
            "RLIMIT_CPU": (processor, processor + 1),
            "RLIMIT_FSIZE": (0, 0),
            "RLIMIT_CORE": (0, 0),
            "RLIMIT_NPROC": (0, 0),
        }
    )
    try:
        read = runpy.run_path(reader)["read"]
        content = sys.stdin.buffer.read()
        # From here on nothing more can be opened: no file, no socket, no pipe to another process.
        _limit({"RLIMIT_NOFILE": (0, 0)})
        sys.stdout.buffer.write(json.dumps(read(content)).encode())
    except MemoryError:
        sys.exit(NO_MEMORY)


def _limit(wanted: dict[str, tuple[int, int]]) -> None:
    if sys.platform != "linux":
        return
    import resource  # there is none on Windows

    for name, (soft, hard) in wanted.items():
        which = getattr(resource, name)
        allowed = resource.getrlimit(which)[1]
        ceiling = hard if allowed == resource.RLIM_INFINITY else min(hard, allowed)
        resource.setrlimit(which, (min(soft, ceiling), ceiling))


if __name__ == "__main__":
    main()
