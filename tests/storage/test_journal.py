"""Whatever is saved from however many tabs, what is current is what a plain dict would hold; damage is never read."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import DIGEST, EDITION, ENGINES, Clock, answer, opened_at

from assessment.errors import StorageError
from assessment.settings import Settings
from assessment.storage.database import Database, open_database
from assessment.storage.kept import Change, Conflict, Everything
from assessment.storage.principals import ANYONE, OPERATOR, Holder
from assessment.storage.store import Store

TABS = 3
TEXTS = st.text(st.characters(codec=None, categories=None), max_size=40)  # NUL and half signs too
VALUES = st.none() | st.integers(0, 5) | st.booleans() | TEXTS | st.lists(st.integers(1, 15) | TEXTS, max_size=3)
CHANGES = st.builds(Change, st.sampled_from(["answer", "shown", "name"]), st.sampled_from(["", "BES1", "EXP1"]), VALUES)
STEPS = st.lists(st.tuples(st.integers(0, TABS - 1), st.lists(CHANGES, min_size=1, max_size=4)), max_size=12)


@pytest.fixture(name="shared_store", scope="module", params=ENGINES)
def _shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    address = f"sqlite:///{tmp_path_factory.mktemp('journal') / 'dossiers.db'}"
    if request.param == "postgres":
        address = request.getfixturevalue("postgres").fresh_database()
    with opened_at(address, Clock()) as store:
        yield store


def said(value: object) -> str:
    return json.dumps(value)  # True is not 1, and a half sign is itself


@given(steps=STEPS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_current_entries_are_what_a_dict_of_the_saves_holds(shared_store: Store, steps: list):
    opened = shared_store.create(ANYONE, EDITION, DIGEST)
    holder, seen = opened.holder, [0] * TABS
    journal: list[Change] = []
    for tab, changes in steps:
        unseen = {(each.kind, each.key): said(each.value) for each in journal[seen[tab] :]}
        wanted = {(each.kind, each.key): said(each.value) for each in changes}
        conflicts = any(unseen.get(name, value) != value for name, value in wanted.items())
        try:
            shared_store.save(holder, holder.dossier, changes, seen[tab])
            happened = "saved"
            journal.extend(changes)
        except Conflict:
            happened = "conflict"
        seen[tab] = len(journal)
        assert happened == ("conflict" if conflicts else "saved")

    found = shared_store.everything(holder, holder.dossier)
    model = {(each.kind, each.key): said(each.value) for each in journal}
    assert [(each.kind, each.key, said(each.value)) for each in found.journal] == [
        (each.kind, each.key, said(each.value)) for each in journal
    ]
    assert {(each.kind, each.key): said(each.value) for each in found.dossier.entries} == model
    assert found.dossier.seq == len(journal)


# --- Bits that flip on a disk

FLIPS = 80


@pytest.fixture(name="sound")
def _sound(tmp_path: Path) -> tuple[Path, Holder, Everything]:
    """A SQLite file with a dossier in it, its holder, and all that it holds."""
    path = tmp_path / "dossiers.db"
    with opened_at(f"sqlite:///{path}", Clock()) as store:
        holder = store.create(ANYONE, EDITION, DIGEST).holder
        for seq in range(60):
            store.save(holder, holder.dossier, (answer(f"BES{seq}", seq % 5),), seq)
        store.deposit(holder, holder.dossier, "Fondation", "Oui.")
        store.database.overwrite_deleted()
        return path, holder, store.everything(holder, holder.dossier)


def test_a_flipped_bit_is_told_or_changes_no_answer(sound: tuple[Path, Holder, Everything], tmp_path: Path):
    path, holder, everything = sound
    content, chance = path.read_bytes(), random.Random(4)
    outcomes = {"told": 0, "same": 0}
    wrong = []
    for flip in range(FLIPS):
        place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        damaged = tmp_path / f"damaged{flip}.db"
        damaged.write_bytes(content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :])
        try:
            database = open_database(f"sqlite:///{damaged}")
        except StorageError:
            outcomes["told"] += 1
            continue
        found = read(database, holder)
        database.close()
        if found is None:
            outcomes["told"] += 1
        elif (found.journal, found.deposits) == (everything.journal, everything.deposits):
            outcomes["same"] += 1
        else:
            wrong.append((place, bit))

    assert wrong == []
    assert outcomes["told"] > FLIPS // 20


def read(database: Database, holder: Holder) -> Everything | None:
    store = Store(database, Settings(data=Path("/nowhere")), b"pepper", Clock())
    try:
        problems = store.verify(OPERATOR)
        found = store.everything(holder, holder.dossier)
    except StorageError:
        return None
    return None if problems else found
