"""Settings in, the Store out: opened once for a process, by whoever needs it first."""

from functools import cache

from assessment.settings import Settings, read_settings
from assessment.storage.database import open_database
from assessment.storage.installation import key_of
from assessment.storage.store import Clock, Store, utc_now


def open_store(settings: Settings, clock: Clock = utc_now) -> Store:
    """The store of an installation, its tables brought up to date; raises StorageError."""
    return Store(open_database(settings.database_address), settings, key_of(settings.data), clock)


@cache
def the_store() -> Store:
    """The one store of this process, as the JALONS_* variables say."""
    return open_store(read_settings())
