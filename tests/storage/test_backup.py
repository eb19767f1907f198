"""A backup brings back all that was kept, on any engine; anything else is refused and changes nothing."""

import gzip
import itertools
import json
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text
from stores import DIGEST, EDITION, ENGINES, START, TERMS, Clock, NewStore, answer, gatherings_beside, rows_of

from assessment.errors import StorageError
from assessment.storage import backup
from assessment.storage.gathered import Given, OpenedGathering
from assessment.storage.journal import Altered
from assessment.storage.kept import Change, Contents, Opened
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.rights import Right
from assessment.storage.schema import HEAD
from assessment.storage.store import Store

ALTERED = "{path} : cette sauvegarde a été abîmée ou modifiée. Prenez-en une autre."
CUT = "{path} : cette sauvegarde est incomplète. Prenez-en une autre, ou recopiez-la."
STRANGE = "{path} : ce n'est pas une sauvegarde de Jalons. Vérifiez son nom."
OLDER = (
    "{path} : cette sauvegarde vient d'une autre version de Jalons (0000, ici "
    f"{HEAD}). Restaurez-la avec cette version-là, puis mettez Jalons à jour."
)


#: Rows that `fill` leaves, by table.
HELD = {
    "dossiers": 2,
    "journal": 1104,
    "links": 4,
    "deposits": 1,
    "deletions": 2,
    "gatherings": 1,
    "gathering_links": 3,
    "gathering_journal": 2,
    "projects": 5,
}


def fill(store: Store, clock: Clock) -> Opened:
    """Two dossiers with everything that can be kept in them, and one that was deleted."""
    first, second, gone = (store.create(ANYONE, EDITION, DIGEST) for _ in range(3))
    holder = first.holder
    hostile = (Change("name", "", "a\0\ud800\u202e🌱'é"), answer("C6", [1, 4]), answer("ECO3", None))
    store.save(holder, holder.dossier, (*hostile, *(answer(f"BES{number}", 3) for number in range(1100))), 0)
    store.save(second.holder, second.holder.dossier, (Change("result", "", True),), 0)
    store.share(holder, holder.dossier, Right.READ, 30, "Ma banque « é »")
    store.revoke(holder, holder.dossier, store.share(holder, holder.dossier, Right.READ, None, "").link.id)
    store.deposit(holder, holder.dossier, "Fondation", "Oui.")
    store.enter(ANYONE, first.token, "browser", "192.0.2.1")
    gather(store, clock, first)
    with pytest.raises(StorageError):
        store.enter(ANYONE, "nothing", "browser", "192.0.2.1")
    clock.move(days=1)
    store.delete(gone.holder, gone.holder.dossier)
    return first


def gather(store: Store, clock: Clock, opened: Opened) -> OpenedGathering:
    """A gathering with everything that can be kept in it, and one that was deleted."""
    gatherings, holder = gatherings_beside(store, clock), opened.holder
    gathered, gone = (gatherings.create(ANYONE, TERMS, EDITION) for _ in range(2))
    owner, name = gathered.owner, gathered.owner.gathering
    gatherings.renew_invitation(owner, name)
    invitation = gatherings.invitation(owner, name)
    first, _ = (
        gatherings.deposit(holder, holder.dossier, invitation, ("result",), "Oui « a\0\ud800é ».") for _ in range(2)
    )
    gatherings.add(owner, name, [Given({"project": {"answers": {"C6": [1, 4]}}}, "table", "a.csv, ligne 2")] * 3)
    gatherings.note(owner, name, [(first.id, "note", "", {"text": "a\0\ud800🌱"}), ("", "offer", "", [])], 0)
    gatherings.enter(ANYONE, gathered.token, "browser", "192.0.2.1")
    gatherings.delete(gone.owner, gone.owner.gathering)
    return gathered


def kept(store: Store) -> dict[str, list]:
    """Every row that a backup holds; numbers that the engine gives are its own."""
    rows = rows_of(store)
    assert rows.pop("attempts") == rows.pop("visits") == rows.pop("gathering_visits") == []
    return {**rows, "deletions": [row[1:] for row in rows["deletions"]]}


def packed_again(lines: list[bytes], path: Path) -> None:
    """The same file format, whatever the lines say."""
    with path.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, filename="", mtime=0) as to:
        to.write(b"".join(lines))


def sealed(lines: list[bytes], path: Path) -> None:
    """A backup of these lines whose last one is right, as only its author could write it."""
    seal = {"rows": len(lines) - 1, "sha256": sha256(b"".join(lines)).hexdigest()}
    packed_again([*lines, json.dumps(seal, separators=(",", ":")).encode() + b"\n"], path)


@pytest.mark.parametrize(("source", "target"), list(itertools.product(ENGINES, ENGINES)))
def test_all_that_was_kept_comes_back_from_any_engine_to_any_engine(
    source: str, target: str, new_store: NewStore, clock: Clock, tmp_path: Path
):
    old, new, path = new_store(source), new_store(target), tmp_path / "backup"
    fill(old, clock)

    backed_up = old.back_up(OPERATOR, path)
    restored = new.restore(OPERATOR, path, False)

    expected = Contents(clock(), **HELD)
    assert (backed_up, restored) == (expected, expected)
    with old.database.writing() as connection:
        for table in ("visits", "gathering_visits", "attempts"):
            connection.execute(text(f"DELETE FROM {table}"))
    assert kept(new) == kept(old)
    assert new.verify(OPERATOR) == ()


def test_the_same_link_opens_a_dossier_again_and_a_cookie_does_not(store: Store, clock: Clock, tmp_path: Path):
    opened = fill(store, clock)
    before = store.everything(opened.holder, opened.holder.dossier)
    store.back_up(OPERATOR, tmp_path / "backup")
    store.delete(opened.holder, opened.holder.dossier)
    store.restore(OPERATOR, tmp_path / "backup", True)

    by_cookie = store.visits(ANYONE, "browser")
    entered = store.enter(ANYONE, opened.token, "browser", "192.0.2.1")
    after = store.everything(entered, entered.dossier)

    assert (by_cookie, entered) == ((), opened.holder)
    assert (after.journal, after.deposits) == (before.journal, before.deposits)


def test_a_gathering_is_after_a_restore_what_it_was_before(store: Store, clock: Clock, tmp_path: Path):
    gatherings = gatherings_beside(store, clock)
    opened = store.create(ANYONE, EDITION, DIGEST, (answer("BES1", 3),))
    gathered = gather(store, clock, opened)
    owner, name = gathered.owner, gathered.owner.gathering
    before = gatherings.everything(owner, name)
    store.back_up(OPERATOR, tmp_path / "backup")
    gatherings.delete(owner, name)
    store.restore(OPERATOR, tmp_path / "backup", True)

    by_cookie = gatherings.visits(ANYONE, "browser")
    entered = gatherings.enter(ANYONE, gathered.token, "browser", "192.0.2.1")
    after = gatherings.everything(owner, name)

    assert (by_cookie, entered, after.gathering, after.projects, after.noted) == (
        (),
        owner,
        before.gathering,
        before.projects,
        before.noted,
    )
    assert gatherings.invited(ANYONE, before.gathering.code, "192.0.2.1").gathering == name
    assert len(store.deposits(opened.holder, opened.holder.dossier)) == 1


def test_a_restored_store_goes_on_as_before(store: Store, clock: Clock, tmp_path: Path):
    opened = fill(store, clock)
    store.back_up(OPERATOR, tmp_path / "backup")
    store.restore(OPERATOR, tmp_path / "backup", True)

    saved = store.save(opened.holder, opened.holder.dossier, (answer("EXP1", 2),), 1103)
    other = store.create(ANYONE, EDITION, DIGEST)
    store.delete(other.holder, other.holder.dossier)

    assert (saved.seq, store.verify(OPERATOR)) == (1104, ())


def test_a_backup_is_read_by_its_owner_only_and_replaces_the_last_one_whole(store: Store, clock: Clock, tmp_path: Path):
    path = tmp_path / "backup"
    path.write_bytes(b"the one before")
    path.chmod(0o644)
    fill(store, clock)

    store.back_up(OPERATOR, path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if "backup" in each.name] == ["backup"]
    head, *rows, seal = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    assert json.loads(head) == {"format": "jalons-backup-1", "schema": HEAD, "at": clock().isoformat()}
    assert json.loads(seal) == {"rows": len(rows), "sha256": sha256(b"".join([head, *rows])).hexdigest()}
    assert [name for name, _ in itertools.groupby(json.loads(row)[0] for row in rows)] == [
        "deletions",
        "dossiers",
        "gatherings",
        "deposits",
        "gathering_journal",
        "gathering_links",
        "journal",
        "links",
        "projects",
    ]


def test_the_same_things_kept_make_the_same_file(store: Store, clock: Clock, tmp_path: Path):
    fill(store, clock)
    store.back_up(OPERATOR, tmp_path / "one")
    store.back_up(OPERATOR, tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_is_damaged_is_not_backed_up_over_a_backup_that_is_sound(store: Store, clock: Clock, tmp_path: Path):
    fill(store, clock)
    store.back_up(OPERATOR, tmp_path / "backup")
    sound = (tmp_path / "backup").read_bytes()
    with store.database.writing() as connection:
        connection.execute(text("UPDATE journal SET value = '9' WHERE seq = 700"))

    with pytest.raises(Altered):
        store.back_up(OPERATOR, tmp_path / "backup")

    assert (tmp_path / "backup").read_bytes() == sound
    assert [each.name for each in tmp_path.iterdir() if "backup" in each.name] == ["backup"]


@pytest.mark.parametrize("place", ["absent/backup", "."])
def test_a_backup_that_cannot_be_written_there_is_told(place: str, store: Store, tmp_path: Path):
    with pytest.raises(StorageError) as raised:
        store.back_up(OPERATOR, tmp_path / place)

    assert str(raised.value) == (
        f"{tmp_path / place} : la sauvegarde ne s'écrit pas ici. Choisissez un autre dossier, ou libérez de la place."
    )


# --- Refused, and nothing changed


@pytest.fixture(name="path")
def _path(store: Store, clock: Clock, tmp_path: Path) -> Path:
    """A sound backup of a store that goes on being used."""
    opened = fill(store, clock)
    store.back_up(OPERATOR, tmp_path / "backup")
    store.save(opened.holder, opened.holder.dossier, (answer("EXP1", 2),), 1103)
    return tmp_path / "backup"


def refused(store: Store, path: Path, *, replace: bool = True) -> str:
    """What is said of a backup that is refused; nothing has changed."""
    before = rows_of(store)
    with pytest.raises(StorageError) as raised:
        store.restore(OPERATOR, path, replace)
    assert rows_of(store) == before
    return str(raised.value)


def test_what_is_kept_is_replaced_only_when_that_is_said(store: Store, path: Path):
    assert refused(store, path, replace=False) == (
        "base de données : elle garde déjà quelque chose. Ajoutez --replace pour le remplacer, tout entier."
    )


def test_a_backup_cut_anywhere_is_refused(store: Store, path: Path):
    whole = path.read_bytes()
    said = set()
    for length in (len(whole) - 1024, len(whole) - 1, len(whole) - 8, len(whole) // 2, 11):
        path.write_bytes(whole[:length])
        said.add(refused(store, path))

    assert said == {CUT.format(path=path)}


def test_a_backup_with_one_byte_altered_anywhere_is_refused(store: Store, path: Path):
    whole = path.read_bytes()
    places = {*range(11), *range(len(whole) - 9, len(whole)), *range(12, len(whole), len(whole) // 8)}
    said = set()
    for place in sorted(places):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        said.add(refused(store, path))

    assert ALTERED.format(path=path) in said
    assert said <= {each.format(path=path) for each in (ALTERED, CUT, STRANGE)}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", STRANGE),
        (b"\x1f\x8b", STRANGE),
        (b"PK\x03\x04 and so on", STRANGE),
        (gzip.compress(b"hello\n", mtime=0), STRANGE),
        (gzip.compress(b"", mtime=0), STRANGE),
    ],
)
def test_another_file_is_refused(content: bytes, said: str, store: Store, path: Path):
    path.write_bytes(content)

    assert refused(store, path) == said.format(path=path)


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path):
    assert refused(store, tmp_path / "absent") == (
        f"{tmp_path / 'absent'} : ce fichier ne s'ouvre pas. Vérifiez son nom."
    )


def test_a_backup_followed_by_something_else_is_refused(store: Store, path: Path):
    path.write_bytes(path.read_bytes() + b"and more")

    assert refused(store, path) == ALTERED.format(path=path)


def lines_of(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)[:-1]


def test_a_backup_of_another_schema_is_refused(store: Store, path: Path):
    head, *rows = lines_of(path)
    sealed([head.replace(HEAD.encode(), b"0000"), *rows], path)

    assert refused(store, path) == OLDER.format(path=path)


def test_a_backup_of_another_format_is_refused(store: Store, path: Path):
    head, *rows = lines_of(path)
    sealed([head.replace(b"jalons-backup-1", b"jalons-backup-2"), *rows], path)

    assert refused(store, path) == STRANGE.format(path=path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"key":"BES7"', b'"key":"BES8"'),
        (b'"value":"[1, 4]"', b'"value":"[1, 5]"'),
        (b'["journal",', b'["visits",'),
        (b'["journal",', b'["strangers",'),
        (b'"seq":7,', b'"seq":"7",'),
        (b'"seq":7,', b""),
        (b'"seq":7,', b'"seq":7,"more":1,'),
        (b"+00:00", b""),
        (b'["journal",', b'{"journal":'),
        (b'"consent":"Oui', b'"consent":"Non'),
        (b'"kind":"note"', b'"kind":"view"'),
        (b'["projects",', b'["gathering_visits",'),
    ],
)
def test_a_row_that_is_not_what_was_saved_is_refused_even_under_a_right_seal(
    old: bytes, new: bytes, store: Store, path: Path
):
    old = old.replace(b", ", b",")
    head, *rows = lines_of(path)
    tables = (b'["journal"', b'["projects"', b'["gathering_journal"')
    place = next(number for number, row in enumerate(rows) if row.startswith(tables) and old in row)
    rows[place] = rows[place].replace(old, new.replace(b", ", b","), 1)
    sealed([head, *rows], path)

    assert refused(store, path) == ALTERED.format(path=path)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (slice(0, -1), CUT),
        (slice(0, -2), CUT),
        (slice(1, None), STRANGE),
    ],
)
def test_lines_that_were_packed_again_without_some_of_them_are_refused(
    left: slice, said: str, store: Store, path: Path
):
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    packed_again(lines[left], path)

    assert refused(store, path) == said.format(path=path)


def test_a_row_left_out_is_seen_by_the_last_line(store: Store, path: Path):
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    packed_again([line for line in lines if b'"key":"BES7"' not in line], path)

    assert refused(store, path) == ALTERED.format(path=path)


def test_a_row_whose_dossier_is_not_there_is_refused(store: Store, path: Path):
    head, *rows = lines_of(path)
    sealed([head, *(row for row in rows if not row.startswith(b'["dossiers"'))], path)

    refused(store, path)


def test_a_backup_holds_one_moment_whatever_is_saved_meanwhile(
    store: Store, opened: Opened, clock: Clock, tmp_path: Path
):
    store.save(opened.holder, opened.holder.dossier, (answer("BES1", 3),), 0)
    expected = kept(store)
    with store.database.reading() as connection:
        connection.execute(text("SELECT count(*) FROM deletions"))
        store.save(opened.holder, opened.holder.dossier, (answer("BES1", 4), answer("EXP1", 2)), 1)
        store.create(ANYONE, EDITION, DIGEST)
        found = backup.write(connection, tmp_path / "backup", clock())
    store.restore(OPERATOR, tmp_path / "backup", True)

    assert found == Contents(START, dossiers=1, journal=1, links=1, deposits=0, deletions=0)
    assert kept(store) == expected
