"""A socket in: serves Jalons on it, in this process, until it is told to stop."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from streamlit.web.server.starlette.starlette_server_config import (
    DEFAULT_WEBSOCKET_PING_INTERVAL,
    DEFAULT_WEBSOCKET_PING_TIMEOUT,
)

from assessment.serving.app import application
from assessment.settings import read_settings

#: Bytes of one message from a page: as much as server.maxWidgetStateSize lets the pages hold.
LARGEST_MESSAGE = 2 * 1024 * 1024
#: Seconds that a stop waits for pages and downloads underway.
STOPPING = 5
#: The only machine whose X-Forwarded-For is believed.
PROXY = "127.0.0.1"


def serve(listening: socket.socket, on_start: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM, and say when it starts; ends the process when the installation is not safe."""
    app = application()
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=DEFAULT_WEBSOCKET_PING_INTERVAL,
        ws_ping_timeout=DEFAULT_WEBSOCKET_PING_TIMEOUT,
        ws_per_message_deflate=False,
        lifespan="on",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=read_settings().proxy,
        forwarded_allow_ips=PROXY,
        timeout_graceful_shutdown=STOPPING,
    )
    # The server hands a signal on once it has stopped: both kinds end here, and neither is an error.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        on_start()  # whoever comes now is answered once the server is ready
        uvicorn.Server(config).run(sockets=[listening])
