"""Foreign websocket handshakes in, how long a visitor waited meanwhile out."""

import http.client
import sys
import threading
import time
from urllib.parse import urlsplit

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from bench.served import jalons
from bench.table import Row

#: A site that is not ours; nobody ever asks for it.
FOREIGN = "https://ailleurs.invalid"


def refused(address: str, count: int) -> float:
    """Milliseconds of the slowest health answer during *count* foreign handshakes, every one of them refused.

    *address*: http://host:port of a running server. Raises AssertionError when a handshake is let in.
    """
    host = urlsplit(address).netloc
    over, slowest = threading.Event(), [0.0]

    def watch() -> None:
        visitor = http.client.HTTPConnection(host, timeout=60)
        while True:
            last = over.is_set()  # one more after the end, so that a server that stood still until then is seen
            began = time.perf_counter()
            visitor.request("GET", "/_stcore/health")
            visitor.getresponse().read()
            slowest[0] = max(slowest[0], time.perf_counter() - began)
            if last:
                visitor.close()
                return

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        statuses = [_knock(host) for _ in range(count)]
    finally:
        over.set()
        watching.join()
    assert statuses == [403] * count, statuses
    return slowest[0] * 1000


def rows(short: bool) -> list[Row]:
    """The figure, and whether it holds."""
    count = 10 if short else 100
    with jalons() as server:
        slowest = refused(server.address, count)
    what = f"{count} foreign websocket handshakes, slowest answer of the health page meanwhile"
    return [Row(what, f"{slowest:.0f} ms", "under 100 ms", slowest < 100)]


def _knock(host: str) -> int:
    try:
        with connect(f"ws://{host}/_stcore/stream", origin=FOREIGN, open_timeout=60):
            return 101
    except InvalidStatus as answer:
        return answer.response.status_code


if __name__ == "__main__":
    print(f"{refused(sys.argv[1], int(sys.argv[2])):.1f} ms")
