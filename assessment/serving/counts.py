"""What happened in, how often out: the figures of the operator's page. Nothing here tells who or what."""

import threading
from collections import Counter

#: Kinds that are told from the start, at 0.
REQUESTS = ("dossier", "file", "media", "opening", "operator", "page", "session", "upload")
REFUSALS = ("acts", "files", "host", "interface", "origin", "path", "sessions")


class Counts:
    """How often each kind of thing happened since the start, and how many sessions are open now."""

    def __init__(self) -> None:
        self.requests: Counter[str] = Counter(dict.fromkeys(REQUESTS, 0))
        self.refusals: Counter[str] = Counter(dict.fromkeys(REFUSALS, 0))
        self.errors = 0
        self.sessions = 0
        self._lock = threading.Lock()  # scripts run in threads of their own

    def request(self, kind: str) -> None:
        """One more request of a kind."""
        self.requests[kind] += 1

    def refusal(self, kind: str) -> None:
        """One more refusal of a kind."""
        self.refusals[kind] += 1

    def error(self) -> None:
        """One more unexpected error."""
        with self._lock:
            self.errors += 1
