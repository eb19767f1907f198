"""The documented nginx configuration in, Debian's nginx in front of two ports of this machine out.

The file an operator copies is the file that runs here: only the values that it lists at its top are replaced.
"""

import contextlib
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = Path(__file__).resolve().parents[1] / "docs" / "deploiement" / "nginx.conf"
NGINX = Path("/usr/sbin/nginx")
MISSING = "{program} is needed. Install it: apt-get install nginx openssl"
#: What stands around the documented file; Debian's own nginx.conf does this on a server.
AROUND = """
daemon off;
pid {folder}/pid;
error_log {folder}/main.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
#: Seconds that a start or a stop may take.
PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Proxy:
    """nginx as it runs: the ports that it listens on, those *behind* it, and the *folder* of its files."""

    port: int
    plain_port: int
    behind: tuple[int, int]
    folder: Path

    @property
    def address(self) -> str:
        """What visitors type."""
        return f"https://localhost:{self.port}"

    @property
    def plain_address(self) -> str:
        """The same without encryption."""
        return f"http://localhost:{self.plain_port}"

    @property
    def trust(self) -> ssl.SSLContext:
        """What a client needs to believe its certificate, and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "site.pem"))

    @property
    def log(self) -> str:
        """All that it has written so far, in every journal."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted(self.folder.glob("*.log")))


@contextlib.contextmanager
def nginx() -> Iterator[Proxy]:
    """nginx on free ports, stopped and erased at the end; what is behind it may come later.

    Raises FileNotFoundError when it is not installed, RuntimeError with what it said when it does not start.
    """
    for program in (str(NGINX), "openssl"):
        if shutil.which(program) is None:
            raise FileNotFoundError(MISSING.format(program=program))
    with tempfile.TemporaryDirectory(prefix="jalons-nginx-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # its workers are another user than root
        port, plain_port, *behind = _free_ports(4)
        proxy = Proxy(port, plain_port, (behind[0], behind[1]), folder)
        _certify(folder)
        (folder / "site.conf").write_text(_filled(proxy), encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        with _running(folder, port):
            yield proxy


def values(proxy: Proxy) -> Mapping[str, str]:
    """What the documented file lists at its top -> what it becomes here."""
    return {
        "https://jalons.example.org": proxy.address,
        "jalons.example.org": "localhost",
        "127.0.0.1:8501": f"127.0.0.1:{proxy.behind[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{proxy.behind[1]}",
        "/etc/ssl/jalons/": f"{proxy.folder}/",
        "/var/log/nginx/": f"{proxy.folder}/",
        "*:443": f"127.0.0.1:{proxy.port}",
        "*:80": f"127.0.0.1:{proxy.plain_port}",
    }


def _filled(proxy: Proxy) -> str:
    text = CONFIGURATION.read_text(encoding="utf-8")
    for value, here in values(proxy).items():
        if value not in text:
            raise RuntimeError(f"{CONFIGURATION.name} no longer holds {value}")
        text = text.replace(value, here)
    return text


@contextlib.contextmanager
def _running(folder: Path, port: int) -> Iterator[None]:
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "main.log")]
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        _wait_for(process, port, folder)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: "subprocess.Popen[bytes]", port: int, folder: Path) -> None:
    for _ in range(PATIENCE * 20):
        with contextlib.suppress(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
            break
    raise RuntimeError(f"nginx did not start:\n{(folder / 'said').read_text(encoding='utf-8')}")


def _certify(folder: Path) -> None:
    """A certificate for localhost, signed by itself, good for a day."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(folder / "site.key"), "-out", str(folder / "site.pem")),
        ],
        check=True,
        capture_output=True,
    )


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:  # all at once, or the same one could come twice
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
