"""What is too old goes, to the day that was shown; what is deleted leaves nothing. The same on both engines."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from stores import DIGEST, EDITION, START, Clock, NewStore, answer, rows_of

from assessment.settings import Settings
from assessment.storage.database import open_database
from assessment.storage.kept import Change, Figures, Opened, Purged
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.rights import Refused, Right
from assessment.storage.store import Store
from assessment.storage.tables import DELETIONS

RESULT = Change("result", "", True)
MARKER = "marker-that-nobody-else-writes"


def dossier(store: Store, *changes: Change) -> Opened:
    opened = store.create(ANYONE, EDITION, DIGEST)
    store.save(opened.holder, opened.holder.dossier, changes, 0)
    return opened


def is_there(store: Store, opened: Opened) -> bool:
    try:
        store.read(opened.holder, opened.holder.dossier)
    except Refused:
        return False
    return True


def deletions(store: Store) -> list[tuple[datetime.datetime, str]]:
    with store.database.reading() as connection:
        wanted = select(DELETIONS.c.at, DELETIONS.c.why).order_by(DELETIONS.c.id)
        return [tuple(row) for row in connection.execute(wanted)]


@pytest.mark.parametrize(
    ("now", "purged"),
    [
        ((2027, 10, 24), Purged(0, 0, 0)),
        ((2027, 11, 24, 23, 59, 59), Purged(0, 0, 0)),
        ((2027, 11, 25), Purged(1, 0, 0)),
        ((2027, 12, 24), Purged(1, 0, 0)),
        ((2028, 11, 24, 23, 59, 59), Purged(1, 0, 0)),
        ((2028, 11, 25), Purged(1, 1, 0)),
        ((2028, 12, 24), Purged(1, 1, 0)),
    ],
)
def test_a_draft_is_kept_a_year_and_a_dossier_two_through_their_last_day(
    now: tuple[int, ...], purged: Purged, store: Store, clock: Clock
):
    draft, whole = dossier(store, answer("BES1", 3)), dossier(store, answer("BES1", 3), RESULT)
    last_days = [store.read(each.holder, each.holder.dossier).kept_until for each in (draft, whole)]
    clock.now = datetime.datetime(*now, tzinfo=datetime.UTC)

    found = store.purge(OPERATOR)

    assert last_days == [datetime.date(2027, 11, 24), datetime.date(2028, 11, 24)]
    assert (found, is_there(store, draft), is_there(store, whole)) == (purged, not purged.drafts, not purged.dossiers)
    assert deletions(store) == [(clock.now, "draft")] * purged.drafts + [(clock.now, "dossier")] * purged.dossiers


@pytest.mark.parametrize(
    ("months", "active", "last_day"),
    [
        (1, (2027, 1, 28), (2027, 2, 28)),
        (1, (2027, 1, 31), (2027, 2, 28)),
        (1, (2027, 2, 28), (2027, 3, 28)),
        (12, (2028, 2, 29), (2029, 2, 28)),
        (12, (2027, 2, 28), (2028, 2, 28)),
        (6, (2027, 8, 31), (2028, 2, 29)),
        (120, (2027, 6, 1), (2037, 6, 1)),
    ],
)
def test_months_of_any_length_end_on_the_day_that_was_shown(
    months: int, active: tuple[int, ...], last_day: tuple[int, ...], tmp_path: Path, clock: Clock
):
    clock.now = datetime.datetime(*active, 23, 30, tzinfo=datetime.UTC)
    settings = Settings(data=tmp_path, draft_months=months)
    store = Store(open_database(f"sqlite:///{tmp_path / 'dossiers.db'}"), settings, b"pepper", clock)
    opened = dossier(store)
    shown = store.read(opened.holder, opened.holder.dossier).kept_until
    clock.now = datetime.datetime(*last_day, 23, 59, tzinfo=datetime.UTC)
    on_the_last_day = store.purge(OPERATOR)
    clock.move(minutes=1)
    the_day_after = store.purge(OPERATOR)
    store.database.close()

    assert (shown, on_the_last_day, the_day_after) == (
        datetime.date(*last_day),
        Purged(0, 0, 0),
        Purged(1, 0, 0),
    )


def test_saving_or_coming_in_by_the_link_puts_the_purge_off_and_reading_does_not(store: Store, clock: Clock):
    saved, entered, read = (dossier(store, answer("BES1", 3)) for _ in range(3))
    clock.move(days=300)
    store.save(saved.holder, saved.holder.dossier, (answer("BES1", 4),), 1)
    store.enter(ANYONE, entered.token, "browser", "192.0.2.1")
    store.read(read.holder, read.holder.dossier)
    clock.move(days=100)

    assert store.purge(OPERATOR) == Purged(1, 0, 0)
    assert [is_there(store, each) for each in (saved, entered, read)] == [True, True, False]


def test_dead_links_are_forgotten_a_month_later_and_live_ones_stay(store: Store, clock: Clock):
    opened = dossier(store, answer("BES1", 3))
    holder = opened.holder
    revoked = store.share(holder, holder.dossier, Right.READ, None, "revoked").link
    store.share(holder, holder.dossier, Right.READ, 1, "expired")
    store.share(holder, holder.dossier, Right.READ, 90, "live")
    store.revoke(holder, holder.dossier, revoked.id)
    seen = []
    for days in (31, 1):
        clock.move(days=days)
        seen.append((store.purge(OPERATOR), {each.label for each in store.links(holder, holder.dossier)}))

    assert seen == [(Purged(0, 0, 1), {"", "expired", "live"}), (Purged(0, 0, 1), {"", "live"})]


def test_purging_forgets_ended_visits_and_old_failures(store: Store, clock: Clock):
    opened = dossier(store, answer("BES1", 3))
    store.enter(ANYONE, opened.token, "browser", "192.0.2.1")
    with pytest.raises(Exception, match="ce lien n'ouvre rien"):
        store.enter(ANYONE, "nothing", "browser", "192.0.2.1")
    clock.move(hours=12)
    store.purge(OPERATOR)

    rows = rows_of(store)
    assert (rows["visits"], rows["attempts"], len(rows["dossiers"])) == ([], [], 1)


def test_deleting_leaves_no_row_but_the_day_and_why(store: Store, clock: Clock):
    opened, other = dossier(store, answer("BES1", 3)), dossier(store, answer("BES1", 4))
    holder = opened.holder
    store.share(holder, holder.dossier, Right.READ, 30, "Ma banque")
    store.deposit(holder, holder.dossier, "Fondation", "Oui.")
    store.enter(ANYONE, opened.token, "browser", "192.0.2.1")

    store.delete(holder, holder.dossier)

    assert store.figures(OPERATOR) == Figures(dossiers=1, drafts=1, entries=1, links=1, deposits=0)
    assert (holder.dossier in repr(rows_of(store)), store.visits(ANYONE, "browser")) == (False, ())
    assert (deletions(store), is_there(store, opened), is_there(store, other)) == ([(START, "asked")], False, True)


def test_what_a_long_reading_still_holds_is_overwritten_after_the_next_save(
    new_store: NewStore, clock: Clock, tmp_path: Path
):
    store = new_store("sqlite")
    opened, other = dossier(store, Change("name", "", MARKER)), dossier(store)
    with store.database.reading() as connection:
        connection.execute(select(DELETIONS)).all()
        store.delete(opened.holder, opened.holder.dossier)
        store.save(other.holder, other.holder.dossier, (answer("BES1", 3),), 0)
        meanwhile = [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()]
    store.save(other.holder, other.holder.dossier, (answer("BES1", 4),), 1)

    assert meanwhile != []
    assert [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()] == []


@pytest.mark.parametrize("gone_by", ["delete", "purge"])
def test_nothing_of_what_was_deleted_is_in_any_byte_of_sqlite_s_files(
    gone_by: str, new_store: NewStore, clock: Clock, tmp_path: Path
):
    store = new_store("sqlite")
    opened = dossier(store, *(Change("name", f"n{number}", f"{MARKER} {number}") for number in range(200)))
    holder = opened.holder
    store.save(holder, holder.dossier, (Change("name", "", None),), 200)
    store.share(holder, holder.dossier, Right.READ, 30, MARKER)
    store.deposit(holder, holder.dossier, MARKER, MARKER)
    before = [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()]

    if gone_by == "delete":
        store.delete(holder, holder.dossier)
    else:
        clock.move(days=400)
        store.purge(OPERATOR)

    assert before != []
    assert [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()] == []
