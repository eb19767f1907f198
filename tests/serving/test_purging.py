"""A server purges by itself, and a purge that fails does not end it."""

import asyncio
import datetime

from servers import done

from assessment.serving.counts import Counts
from assessment.serving.purging import purging
from assessment.settings import Settings
from assessment.storage import opening
from assessment.storage.opening import open_store
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.store import utc_now


def purged_until(counts, ended):
    """Let a server purge as fast as it can until something is so."""

    async def run():
        async with purging(counts, first=0, every=0), asyncio.timeout(30):
            while not ended():
                await asyncio.sleep(0)

    done(run())


def test_a_running_server_purges_what_is_too_old(tmp_path, monkeypatch):
    old = open_store(Settings(data=tmp_path), lambda: utc_now() - datetime.timedelta(days=400))
    old.create(ANYONE, "an_edition", "0" * 64)
    old.database.close()
    store = open_store(Settings(data=tmp_path))
    monkeypatch.setattr(opening, "the_store", lambda: store)
    kept = store.figures(OPERATOR).dossiers
    purged_until(Counts(), lambda: store.figures(OPERATOR).dossiers == 0)
    store.database.close()

    assert kept == 1


def test_a_purge_that_fails_is_counted_and_tried_again(monkeypatch):
    def broken():
        raise RuntimeError

    monkeypatch.setattr(opening, "the_store", broken)
    counts = Counts()

    purged_until(counts, lambda: counts.errors >= 2)

    assert counts.errors >= 2
