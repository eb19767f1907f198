"""Real servers in other processes, and short ways to speak to them as browsers do, or as somebody else might."""

import asyncio
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from assessment.settings import Settings
from assessment.storage.opening import open_store
from assessment.storage.store import Store

ROOT = Path(__file__).parents[2]
PUBLIC = "jalons.example.org"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    port: int
    folder: Path
    process: subprocess.Popen = field(repr=False)

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    @property
    def store(self) -> Store:
        """What the server keeps, from another process."""
        return open_store(Settings(data=self.data))

    def ask(self, method: str, path: str, body=None, headers: Mapping[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        given = {"Host": self.host, **(headers or {})}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        chunked = body is not None and not isinstance(body, bytes)
        if isinstance(body, bytes):
            given["Content-Length"] = str(len(body))
        elif chunked:
            given["Transfer-Encoding"] = "chunked"
        for name, value in given.items():
            connection.putheader(name, value)
        with suppress(BrokenPipeError, ConnectionResetError):  # refused before the end: the answer is there
            connection.endheaders(body, encode_chunked=chunked)
        response = connection.getresponse()
        found = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return found

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        usual = {"Origin": self.origin, "Content-Type": "application/json"}
        given = {**usual, **(headers or {})}
        return self.ask("POST", path, body, {name: value for name, value in given.items() if value})

    def knock(self, path: str = "/_stcore/stream", **given) -> int:
        """The status of a handshake; 101 when it is let in."""
        try:
            with self.connected(path, **given):
                return 101
        except InvalidStatus as answer:
            return answer.response.status_code

    def connected(self, path: str = "/_stcore/stream", **given) -> ClientConnection:
        given = {"origin": self.origin, **given}
        return connect(f"ws://{self.host}{path}", subprotocols=["streamlit"], max_size=None, **given)


@contextmanager
def running(
    command: list, folder: Path, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """A server that answers; *command* without its port, which comes last."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    given = {**os.environ, "JALONS_DATA": str(folder / "data"), **(environment or {})}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([*command, str(port)], cwd=cwd, env=given, stdout=log, stderr=subprocess.STDOUT)
    server = Server(port, folder, process)
    try:
        while not is_ready(server):
            pass
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def is_ready(server: Server) -> bool:
    try:
        return server.get("/sante").status == 200
    except (ConnectionError, TimeoutError):
        pass
    try:
        code = server.process.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return False
    pytest.fail(f"the server ended with code {code}: {server.log}")


SERVE = [sys.executable, "-c", "from assessment.cli.app import main; main()", "serve", "--port"]
#: Everything that can start Jalons.
WAYS = {
    "jalons serve": SERVE,
    "uvicorn": [sys.executable, "-m", "uvicorn", "streamlit_app:app", "--port"],
    "streamlit run": [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.port"],
}


def with_cache(folder: Path, server: Server) -> Path:
    """The folder of a new server that finds the content read already."""
    (folder / "data").mkdir(mode=0o700)
    shutil.copytree(server.data / "cache", folder / "data" / "cache")
    return folder


def through_proxy(number: int, **headers: str) -> dict[str, str]:
    """The headers that a proxy adds, for a visitor of some address."""
    return {"Host": PUBLIC, "X-Forwarded-For": f"203.0.113.{number}", "X-Forwarded-Proto": "https", **headers}


@contextmanager
def visiting(server: Server, **headers: str) -> Iterator[tuple[str, list[str]]]:
    """The name of an open session, and every HTML text that the first run of its script shows."""
    with server.connected(additional_headers=headers) as socket:
        asked = BackMsg()
        asked.rerun_script.SetInParent()
        socket.send(asked.SerializeToString())
        session, shown = "", []
        while True:
            message = ForwardMsg()
            message.ParseFromString(socket.recv(timeout=60))
            session = session or message.new_session.initialize.session_id
            if message.delta.new_element.html.body:
                shown.append(message.delta.new_element.html.body)
            if message.WhichOneof("type") == "script_finished":
                break
        yield session, shown


def done(coroutine: Coroutine):
    """What a coroutine gives, run beside the loop that the browser of other tests keeps in this thread."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, coroutine).result()


def number_in(text: str) -> str:
    found = re.search(r"Son numéro\s:\s([0-9a-f]{8})\.", text)
    assert found, text
    return found[1]
