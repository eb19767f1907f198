"""A visitor who speaks to the server as a browser does, without one: pages over a websocket, files over HTTP.

Each has an address of its own on this machine, since limits are counted by address.
"""

import http.client
import secrets
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
XSRF = "_streamlit_xsrf"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Traveller:
    """Someone at *origin* who comes from the *source* address of this machine."""

    def __init__(self, origin: str, trust: ssl.SSLContext | None, source: str) -> None:
        self.origin, self.trust, self.source = origin, trust, source
        self.cookies: dict[str, str] = {}
        self.set_cookies: list[str] = []
        self.shown: dict[tuple[int, ...], Element] = {}
        self.session = ""
        self._page, self._kept = "", None

    def asks(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """What one request gets; cookies are kept as a browser keeps them."""
        parts = urlsplit(self.origin)
        here = {"timeout": PATIENCE, "source_address": (self.source, 0)}
        if self.trust:
            line = http.client.HTTPSConnection(parts.hostname, parts.port, context=self.trust, **here)
        else:
            line = http.client.HTTPConnection(parts.hostname, parts.port, **here)
        line.request(method, path, body, {"Cookie": self._cookie_header(), "Origin": self.origin, **headers})
        answer = line.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self.set_cookies.append(cookie)
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        content = answer.read()
        line.close()
        return Answer(answer.status, answer.headers, content)

    @contextmanager
    def visiting(self) -> Iterator["Traveller"]:
        """Open the first page and stay while the block lasts."""
        assert [self.asks("/").status, self.asks("/_stcore/health").status] == [200, 200]
        with connect(
            self.origin.replace("http", "ws", 1) + "/_stcore/stream",
            ssl=self.trust,
            origin=self.origin,
            subprotocols=["streamlit", self.cookies[XSRF]],
            additional_headers={"Cookie": self._cookie_header()},
            source_address=(self.source, 0),
            max_size=None,
            open_timeout=PATIENCE,
        ) as socket:
            self._socket: ClientConnection = socket
            self.runs()
            yield self

    def runs(self, pressed: str = "") -> None:
        """Let the page run, with what was dropped in and the button *pressed*, until all of it is shown."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        if self._kept is not None:
            message.rerun_script.widget_states.widgets.add().CopyFrom(self._kept)
        if pressed:
            message.rerun_script.widget_states.widgets.add(id=self.button(pressed), trigger_value=True)
        self._sends(message)
        self._receives(lambda told: told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY, "script_finished")

    def follows(self, label: str) -> None:
        """Follow the first link of this *label* to another page, and see all of it."""
        self._page = next(
            each.page_link.page_script_hash for each in self.elements("page_link") if each.page_link.label == label
        )
        self.runs()

    def drops(self, name: str, content: bytes) -> int:
        """Drop a file on the page, as far as the server takes it; the status of its upload."""
        message = BackMsg()
        message.file_urls_request.request_id = secrets.token_hex(8)
        message.file_urls_request.session_id = self.session
        message.file_urls_request.file_names.append(name)
        self._sends(message)
        (urls,) = self._receives(lambda told: True, "file_urls_response").file_urls_response.file_urls
        mark = secrets.token_hex(16)
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        status = self.asks(
            urls.upload_url,
            "PUT",
            body,
            **{"Content-Type": f"multipart/form-data; boundary={mark}", "X-Xsrftoken": self.cookies[XSRF]},
        ).status
        state = BackMsg().rerun_script.widget_states.widgets.add(id=self.only("file_uploader").file_uploader.id)
        state.file_uploader_state_value.uploaded_file_info.add(
            file_id=urls.file_id, name=name, size=len(content), file_urls=urls
        )
        self._kept = state
        if status < 300:
            self.runs()
        return status

    def takes_away(self, label: str) -> Answer:
        """What comes from the download button *label*."""
        (button,) = (
            each.download_button for each in self.elements("download_button") if each.download_button.label == label
        )
        message = BackMsg()
        message.backend_operation_request.request_id = secrets.token_hex(8)
        message.backend_operation_request.session_id = self.session
        message.backend_operation_request.deferred_file.file_id = button.deferred_file_id
        self._sends(message)
        told = self._receives(lambda told: True, "backend_operation_response").backend_operation_response
        return self.asks(told.deferred_file.url)

    def elements(self, kind: str) -> list[Element]:
        """What the page shows of one *kind*."""
        return [each for each in self.shown.values() if each.WhichOneof("type") == kind]

    def only(self, kind: str) -> Element:
        """The one element of that *kind*."""
        (element,) = self.elements(kind)
        return element

    def button(self, label: str) -> str:
        """The identity of the first button *label*."""
        return next(each.button.id for each in self.elements("button") if each.button.label == label)

    def _cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _sends(self, message: BackMsg) -> None:
        self._socket.send(message.SerializeToString())

    def _receives(self, is_last: Callable[[ForwardMsg], bool], kind: str) -> ForwardMsg:
        """Take in what the server tells until the last message of *kind*; that message."""
        while True:
            told = ForwardMsg.FromString(self._socket.recv(timeout=PATIENCE))
            match told.WhichOneof("type"):
                case "new_session":
                    self.session = told.new_session.initialize.session_id or self.session
                    self._page = told.new_session.page_script_hash
                    self.shown.clear()
                case "delta":
                    self._shows(tuple(told.metadata.delta_path), told.delta)
            if told.WhichOneof("type") == kind and is_last(told):
                return told

    def _shows(self, place: tuple[int, ...], delta: Delta) -> None:
        if delta.WhichOneof("type") == "new_element":
            self.shown[place] = delta.new_element
