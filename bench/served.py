"""A server in, its address out: Jalons or a hello world, alone in a process on this machine, stopped at the end."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HELLO = ROOT / "bench" / "hello"
SETTINGS = ROOT / ".streamlit" / "config.toml"
#: What every server gets, so that none asks for an address, opens a browser or calls home.
QUIET = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
#: Seconds a server has to start.
PATIENCE = 60
#: In the files of the first library that Jalons loads while nobody waits; less than so many ticks in a second is rest.
LOADED, IDLE = "pandas", 2


class NeverStarted(RuntimeError):
    """A server that ended, or said nothing, before it was asked anything; the text is what it wrote."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: its *port*, its *process*, its *data* folder, and when it was asked to start (monotonic)."""

    port: int
    process: subprocess.Popen
    data: Path
    started: float

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    @property
    def socket(self) -> str:
        """Where a websocket finds it."""
        return f"ws://localhost:{self.port}/_stcore/stream"

    @property
    def memory(self) -> int:
        """What it holds in memory, in KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))

    @property
    def ticks(self) -> int:
        """Processor time it has used, in hundredths of a second."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def wait_until_loaded(self) -> None:
        """Wait until the libraries it loads in the background are there and it rests."""
        while LOADED not in Path(f"/proc/{self.process.pid}/maps").read_text(encoding="utf-8"):
            time.sleep(0.1)
        used = -IDLE
        while self.ticks - used >= IDLE:
            used = self.ticks
            time.sleep(1)


@contextmanager
def jalons(data: Path | None = None) -> Iterator[Server]:
    """Jalons as `jalons serve` starts it; *data*: a data folder that stays, instead of one of its own."""
    with tempfile.TemporaryDirectory(prefix="jalons-bench-") as folder:
        start = "from assessment.cli.app import main; main()"
        with _running([sys.executable, "-c", start, "serve", "--port"], ROOT, data or Path(folder)) as server:
            yield server


@contextmanager
def hello(name: str, *, stock: bool) -> Iterator[Server]:
    """A hello world of bench/hello; *stock*: with the settings Streamlit has by itself, else with those of Jalons."""
    with tempfile.TemporaryDirectory(prefix="hello-bench-") as folder:
        for script in HELLO.glob("*.py"):
            shutil.copy(script, folder)
        if not stock:
            (Path(folder) / ".streamlit").mkdir()
            shutil.copy(SETTINGS, Path(folder) / ".streamlit")
        command = [sys.executable, "-m", "streamlit", "run", f"{name}.py", *QUIET, "--server.port"]
        with _running(command, Path(folder), Path(folder)) as server:
            yield server


@contextmanager
def _running(command: Sequence[str], folder: Path, data: Path) -> Iterator[Server]:
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JALONS_", "STREAMLIT_"))}
    with (data / "log").open("wb") as log:
        started = time.monotonic()
        process = subprocess.Popen(
            [*command, str(port)],
            cwd=folder,
            env={**environment, "JALONS_DATA": str(data)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(port, process, data, started)
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(server: Server) -> None:
    while not _is_healthy(server):
        if server.process.poll() is not None or time.monotonic() - server.started > PATIENCE:
            raise NeverStarted((server.data / "log").read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.02)


def _is_healthy(server: Server) -> bool:
    try:
        with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=5) as response:
            return response.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
