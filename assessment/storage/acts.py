"""A principal and an act in, a transaction out, or Refused: what the Store and the Gatherings are made of."""

import datetime
import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from assessment.settings import Settings
from assessment.storage.database import Database
from assessment.storage.network import network_of
from assessment.storage.principals import Principal
from assessment.storage.rights import Action, Standing, require

Clock = Callable[[], datetime.datetime]


def utc_now() -> datetime.datetime:
    """The clock of this machine, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Acts:
    """Acts on what an installation keeps. *key*, of this installation, hides the addresses of those who try links."""

    def __init__(self, database: Database, settings: Settings, key: bytes, clock: Clock = utc_now) -> None:
        self.database, self._settings, self._key, self._clock = database, settings, key, clock

    def _hidden(self, who: str) -> str:
        """An address as it is kept, for five minutes: of an IPv6 one, its network, or trying would cost nothing."""
        return hmac.new(self._key, network_of(who).encode(), hashlib.sha256).hexdigest()

    @contextmanager
    def _reading(
        self, principal: Principal, action: Action, place: str | None = None
    ) -> Iterator[tuple[Connection, Standing]]:
        with self.database.reading() as connection:
            yield connection, require(connection, principal, action, place, self._clock())

    @contextmanager
    def _writing(
        self, principal: Principal, action: Action, place: str | None = None
    ) -> Iterator[tuple[Connection, Standing]]:
        with self.database.writing() as connection:
            yield connection, require(connection, principal, action, place, self._clock())
