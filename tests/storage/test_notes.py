"""What an owner says of projects: a journal that only grows, where nobody's word is lost to somebody else's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from stores import EDITION, START, TERMS, Clock, rows_of

from assessment.errors import StorageError
from assessment.storage import notes
from assessment.storage.gathered import Given, Noted, OpenedGathering, Saying
from assessment.storage.gatherings import Gatherings
from assessment.storage.journal import Altered
from assessment.storage.kept import Conflict
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.store import Store

BLIND = ("", "blind", "", {"on": True, "reason": "Première lecture"})


@pytest.fixture(name="project")
def _project(gatherings: Gatherings, gathered: OpenedGathering) -> str:
    """A project of the gathering."""
    return imported(gatherings, gathered)


def imported(gatherings: Gatherings, gathered: OpenedGathering) -> str:
    given = [Given({"project": {"answers": {}}}, "table", "a.csv, ligne 2")]
    return gatherings.add(gathered.owner, gathered.owner.gathering, given)[0].id


def note(gatherings: Gatherings, gathered: OpenedGathering, sayings: Sequence[Saying], seen: int) -> tuple[Noted, ...]:
    return gatherings.note(gathered.owner, gathered.owner.gathering, sayings, seen)


def noted(gatherings: Gatherings, gathered: OpenedGathering, after: int = 0) -> tuple[Noted, ...]:
    return gatherings.noted(gathered.owner, gathered.owner.gathering, after)


def refused(gatherings: Gatherings, gathered: OpenedGathering, sayings: Sequence[Saying], seen: int) -> StorageError:
    before = rows_of(gatherings)
    with pytest.raises(StorageError) as raised:
        note(gatherings, gathered, sayings, seen)
    assert rows_of(gatherings) == before
    return raised.value


def test_what_is_said_is_read_back_in_order(
    gatherings: Gatherings, gathered: OpenedGathering, project: str, clock: Clock
):
    sayings: tuple[Saying, ...] = (
        (project, "note", "", {"text": "Voir le bail.\n« é » \0\ud800🌱"}),
        (project, "reading", "BES1", {"value": [1, 2], "reason": "Le rapport dit autre chose."}),
        (project, "reading", "EXP1", None),
        ("", "offer", "", [{"lever": "financement", "stages": ["essaimage"], "least": 1000, "most": None}]),
        BLIND,
    )
    first = note(gatherings, gathered, sayings[:2], 0)
    clock.move(minutes=3)
    second = note(gatherings, gathered, sayings[2:], 2)

    found = noted(gatherings, gathered)
    assert found == (*first, *second)
    assert found == tuple(
        Noted(seq, *said, at=START if seq < 3 else clock.now, link=gathered.owner.link)
        for seq, said in enumerate(sayings, start=1)
    )
    assert noted(gatherings, gathered, 3) == found[3:]
    assert gatherings.read(gathered.owner, gathered.owner.gathering).seq == 5


def test_saying_nothing_changes_nothing_that_was_said(gatherings: Gatherings, gathered: OpenedGathering):
    assert (note(gatherings, gathered, (), 0), noted(gatherings, gathered)) == ((), ())


def test_the_same_thing_said_otherwise_by_a_colleague_is_a_conflict_and_nothing_is_kept(
    gatherings: Gatherings, gathered: OpenedGathering, project: str
):
    wait, keep = ({"status": status, "reason": ""} for status in ("à revoir", "retenu"))
    theirs = note(gatherings, gathered, [(project, "decision", "", wait), BLIND], 0)

    error = refused(gatherings, gathered, [(project, "note", "", {"text": "a"}), (project, "decision", "", keep)], 0)

    assert isinstance(error, Conflict)
    assert error.entries == theirs[:1]
    assert str(error) == (
        "collecte : cela a été changé ailleurs entre-temps. Relisez, puis choisissez ce que vous gardez."
    )


def test_what_a_colleague_said_of_another_thing_or_the_same_is_no_conflict(
    gatherings: Gatherings, gathered: OpenedGathering, project: str
):
    other = imported(gatherings, gathered)
    note(gatherings, gathered, [(project, "note", "", {"text": "a"}), (project, "note", "", {"text": "b"}), BLIND], 0)

    ours = note(gatherings, gathered, [(other, "note", "", {"text": "c"}), (project, "note", "", {"text": "b"})], 0)

    assert [(each.seq, each.project) for each in ours] == [(4, other), (5, project)]


@pytest.mark.parametrize("where", ["another gathering", "nowhere"])
def test_nothing_is_said_of_a_project_that_is_not_there(where: str, gatherings: Gatherings, gathered: OpenedGathering):
    other = gatherings.create(ANYONE, TERMS, EDITION)
    project = imported(gatherings, other) if where == "another gathering" else "nowhere"

    error = refused(gatherings, gathered, [BLIND, (project, "note", "", {"text": "a"})], 0)

    assert str(error) == "projet : ce projet n'est plus dans la collecte : il a été retiré. Rechargez la page."


@pytest.mark.parametrize(
    ("saying", "told"),
    [
        (("", "score", "", 3), "collecte : cela ne se note pas. Rechargez la page."),
        (
            ("", "programme", "", "x" * notes.LONGEST),
            "note : ce texte est trop long. Raccourcissez-le.",
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    saying: Any, told: str, gatherings: Gatherings, gathered: OpenedGathering
):
    assert str(refused(gatherings, gathered, [BLIND, saying], 0)) == told


def test_a_long_text_with_accents_is_counted_as_people_read_it(gatherings: Gatherings, gathered: OpenedGathering):
    value = {"text": "é" * (notes.LONGEST - 100)}

    assert note(gatherings, gathered, [("", "programme", "", value)], 0)[0].value == value


def test_a_gathering_keeps_so_many_entries_and_no_more(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    with store.database.writing() as connection:
        connection.execute(text("UPDATE gatherings SET seq = :most"), {"most": notes.MOST})

    assert str(refused(gatherings, gathered, [BLIND], notes.MOST)) == (
        "collecte : cette collecte a trop d'enregistrements. Commencez une nouvelle collecte."
    )


@pytest.mark.parametrize(
    "damage",
    ["value = '{}'", "kind = 'note'", "key = 'k'", "project = ''", "link = 'somebody-else-00'", "at = '2026-01-01'"],
)
def test_an_entry_that_is_no_longer_what_was_said_is_told(
    damage: str, store: Store, gatherings: Gatherings, gathered: OpenedGathering, project: str
):
    note(gatherings, gathered, [BLIND, (project, "decision", "", {"status": "retenu"})], 0)
    with store.database.writing() as connection:
        connection.execute(text(f"UPDATE gathering_journal SET {damage} WHERE seq = 2"))

    with pytest.raises(Altered) as raised:
        noted(gatherings, gathered)

    assert str(raised.value) == (
        "collecte, enregistrement 2 : une note gardée a été abîmée. "
        "Prévenez qui s'occupe de cette installation : une sauvegarde permet de la retrouver."
    )
    assert [str(each) for each in store.verify(OPERATOR)] == [
        f"collecte {gathered.owner.gathering}, gathering_journal 2 : ce n'est plus ce qui avait été enregistré. "
        "Restaurez la dernière sauvegarde : jalons restore FICHIER --replace."
    ]


def test_an_entry_that_is_gone_is_told(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    note(gatherings, gathered, [BLIND, BLIND], 0)
    with store.database.writing() as connection:
        connection.execute(text("DELETE FROM gathering_journal WHERE seq = 1"))

    assert [str(each) for each in store.verify(OPERATOR)] == [
        f"collecte {gathered.owner.gathering} : il lui manque des enregistrements. "
        "Restaurez la dernière sauvegarde : jalons restore FICHIER --replace."
    ]


def test_a_key_is_a_text_that_is_safe_to_keep(gatherings: Gatherings, gathered: OpenedGathering):
    (found,) = note(gatherings, gathered, [("", "view", " Mes\0 favoris\u202e ", {})], 0)

    assert replace(found, key="") == Noted(1, "", "view", "", {}, START, gathered.owner.link)
    assert found.key == "Mes favoris"
