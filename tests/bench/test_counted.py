"""The counted figures of bench/, each in a form of a few seconds; `make bench` takes the whole ones."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.settings import Settings
from assessment.storage.principals import ANYONE
from bench.backups import MISSING, Refusals, restore_damaged
from bench.full import SMALLEST, can_mount, fill
from bench.hostile import Hostile, export, print_in_pdf, show_on_pages
from bench.hostile_texts import PIECES, hostile_texts
from bench.kills import DIGEST, EDITION, Compared, Kills, compare, given, kill_during_saves, opened
from bench.postgres import Postgres, postgres
from bench.postgres_kills import kill_the_server
from bench.power import Cuts, Recorded, cut_power, record
from bench.soak import ANSWERS, soak
from bench.writers import write_together

FULL, SILENT = "le disque est plein.", "elle ne répond pas."
#: Every piece alone, which is a page of them.
TEXTS = hostile_texts(len(PIECES))


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


@pytest.fixture(name="settings", params=["SQLite", "PostgreSQL"])
def _settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    if request.param == "SQLite":
        return Settings(data=tmp_path)
    return Settings(data=tmp_path, database=request.getfixturevalue("server").fresh_database())


@pytest.fixture(name="recorded", scope="module")
def _recorded() -> Recorded:
    return record(saves=60)


def test_nothing_is_lost_when_the_process_is_killed_while_it_saves(tmp_path: Path):
    found = kill_during_saves(tmp_path, kills=3, answers=150)

    assert found.answers >= 150
    assert found == Kills(3, found.saves, found.answers, 0, 0, 0, found.slowest, sound=True)


def test_what_is_not_there_counts_as_lost_and_what_was_changed_as_altered(tmp_path: Path):
    with opened(Settings(data=tmp_path)) as store:
        holder = store.create(ANYONE, EDITION, DIGEST).holder
        store.save(holder, holder.dossier, given(0), 0)
        missing = compare(store, holder, 2)
        with store.database.writing() as connection:
            connection.exec_driver_sql("UPDATE journal SET value = '5' WHERE seq = 1")
        altered = compare(store, holder, 1)

    both, first = len(given(0)) + len(given(1)), len(given(0))
    assert (missing, altered) == (Compared(both, len(given(1)), 0, 0), Compared(first, 0, first, 0))


def test_nothing_is_lost_when_the_power_is_cut(recorded: Recorded):
    assert cut_power(recorded, cuts=15) == Cuts(15, 0, 0, 0, 0, 0)


def test_the_same_cuts_lose_answers_when_commits_are_not_synced(recorded: Recorded):
    assert cut_power(recorded, cuts=5, control=True).lost > 0


def test_a_full_disk_loses_nothing_and_the_store_saves_again_once_there_is_room():
    found = fill(SMALLEST, mounts=can_mount())

    assert found.answers > 0
    assert found == replace(found, words=FULL if can_mount() else SILENT, lost=0, altered=0, halves=0, resumed=True)


def test_files_that_cannot_grow_lose_nothing_either():
    found = fill(SMALLEST, mounts=False)

    assert found.answers > 0
    assert found == replace(found, words=SILENT, lost=0, altered=0, halves=0, resumed=True)


def test_nothing_is_lost_when_postgresql_is_killed_and_the_store_finds_it_again(server: Postgres, tmp_path: Path):
    found = kill_the_server(server, tmp_path, kills=1)

    assert found.refused > 0
    assert found == replace(found, kills=1, lost=0, altered=0, halves=0)


def test_writers_of_the_same_dossier_lose_nothing(settings: Settings):
    found = write_together(settings, writers=3, saves=8)

    assert found == replace(found, saves=24, lost=0)


def test_a_dossier_at_every_beat_is_kept_whole(settings: Settings):
    found = soak(settings, rate=4, seconds=1, processes=2)

    assert found == replace(found, dossiers=4, answers=4 * ANSWERS, lost=0, altered=0)


def test_a_backup_cut_or_altered_is_refused_and_changes_nothing(settings: Settings):
    tried = 12 + len(MISSING)

    assert restore_damaged(settings, bytes_altered=12) == Refusals(tried, tried, 0, same=True)


def test_hostile_texts_are_shown_as_they_are_on_pages():
    assert show_on_pages(TEXTS) == Hostile(len(TEXTS))


def test_the_same_texts_would_ask_elsewhere_if_pages_escaped_nothing():
    assert show_on_pages(TEXTS[:10], control=True).requests > 0


def test_hostile_texts_are_printed_in_a_pdf_that_does_nothing():
    assert print_in_pdf(TEXTS) == Hostile(len(TEXTS))


def test_hostile_texts_leave_without_a_formula():
    assert export(TEXTS) == Hostile(len(TEXTS))
