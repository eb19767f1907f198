"""Debian's PostgreSQL in, a real server out, on this machine only, thrown away afterwards.

It is started with the settings that an installation has: what is committed is on the disk, pages carry checksums,
and a password is asked for. Nothing of a PostgreSQL that may already run here is touched.
"""

import contextlib
import os
import pwd
import secrets
import select
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

PROGRAMS = Path("/usr/lib/postgresql")
MISSING = "PostgreSQL is needed under /usr/lib/postgresql. Install it: apt-get install postgresql"
ROLE = "jalons"
#: PostgreSQL refuses to run as root; whoever is root lends it one of these names.
OWNERS = ("postgres", "nobody")
#: Short, since the path of a unix socket has 107 bytes at most, and open to the owner too.
PARENT = "/tmp"
#: Seconds that a start after a crash, or a stop, may take.
PATIENCE = 60


class Postgres:
    """A server of one's own in *folder*: started, killed and started again on the same data.

    *address* is a database of it, as SQLAlchemy writes it; it stays the same after a kill.
    """

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs, self._owner = folder, programs, _owner()
        self._password, self._port = secrets.token_hex(16), _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.address = self._address_of(ROLE)

    @property
    def pid(self) -> int:
        """The process that leads the others."""
        return self._running().pid

    def prepare(self) -> None:
        """Lay out its data and start; raises RuntimeError with what PostgreSQL said."""
        self._lay_out()
        self.start()
        self._create(ROLE)

    def start(self) -> None:
        """Start on the data that is there and wait until it answers; raises RuntimeError with its log if it ends."""
        command = [
            *(str(self._programs / "postgres"), "-D", str(self._folder / "data"), "-p", str(self._port)),
            *("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self._folder}"),
        ]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self._folder, stdout=log, stderr=log, start_new_session=True, **self._as_owner()
            )
        for _ in range(PATIENCE * 20):
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self._plain("postgres"), connect_timeout=5).close()
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=0.05)
                break
        raise RuntimeError(f"PostgreSQL did not start:\n{self._log.read_text(errors='replace')}")

    def kill(self) -> None:
        """End the server and every process of it as a power failure of the machine would, without a word."""
        process = self._running()
        os.kill(process.pid, signal.SIGSTOP)  # or it would start others while we count them
        children = _children(process.pid)
        for pid in (*children, process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait(timeout=PATIENCE)
        _wait_for_the_end(children)
        self._process = None

    def stop(self) -> None:
        """Stop in order, whoever is connected; nothing happens if it does not run."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def fresh_database(self) -> str:
        """The address of a new and empty database."""
        name = f"{ROLE}_{secrets.token_hex(6)}"
        self._create(name)
        return self._address_of(name)

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def _lay_out(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self._password, encoding="utf-8")
        if self._owner:
            for path in (self._folder, secret):
                os.chown(path, self._owner.pw_uid, self._owner.pw_gid)
        done = subprocess.run(
            [
                *(str(self._programs / "initdb"), "--pgdata", str(self._folder / "data"), "--username", ROLE),
                *("--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync"),
                *("--auth=scram-sha-256", f"--pwfile={secret}"),
            ],
            cwd=self._folder,
            capture_output=True,
            text=True,
            **self._as_owner(),
        )
        secret.unlink()
        if done.returncode:
            raise RuntimeError(f"PostgreSQL could not prepare its data:\n{done.stdout}{done.stderr}")

    def _create(self, name: str) -> None:
        with psycopg.connect(self._plain("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))

    def _plain(self, database: str) -> str:
        return f"postgresql://{ROLE}:{self._password}@127.0.0.1:{self._port}/{database}"

    def _address_of(self, database: str) -> str:
        return self._plain(database).replace("postgresql:", "postgresql+psycopg:", 1)

    def _as_owner(self) -> dict[str, object]:
        if not self._owner:
            return {}
        return {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            raise RuntimeError("PostgreSQL does not run")
        return self._process


@contextlib.contextmanager
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of one's own, stopped and erased at the end; raises FileNotFoundError when none is installed."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="jalons-pg-", dir=PARENT))
    server = Postgres(folder, programs)
    try:
        server.prepare()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of the newest PostgreSQL that Debian installed; raises FileNotFoundError with what to install."""
    found = [path.parent for path in PROGRAMS.glob("*/bin/postgres") if (path.parent / "initdb").is_file()]
    if not found:
        raise FileNotFoundError(MISSING)
    return max(found, key=lambda path: float(path.parent.name))  # /usr/lib/postgresql/15/bin


def _owner() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return next(known[name] for name in OWNERS if name in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _children(parent: int) -> tuple[int, ...]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            _, _, after = path.read_text(encoding="utf-8", errors="replace").rpartition(")")  # a name may hold spaces
            if int(after.split()[1]) == parent:
                found.append(int(path.parent.name))
    return tuple(found)


def _wait_for_the_end(pids: tuple[int, ...]) -> None:
    """Wait until the kernel has taken *pids* away: until then they hold the data, and a new start is refused."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            watched = os.pidfd_open(pid)
            try:
                select.select([watched], [], [], PATIENCE)
            finally:
                os.close(watched)
