"""Next actions in the store and in the files to take away: kept like answers, told in words, given to nobody else."""

import csv
import datetime
import io
import json

import pytest
from stores import START, answer

from assessment.content.edition import Edition
from assessment.engine.actions import Action
from assessment.engine.reading import read_answers
from assessment.storage.export import answers_of, export_csv, export_json
from assessment.storage.kept import Change, Conflict, Entry, Opened
from assessment.storage.store import Store

CALL = {"what": "Appeler la mairie", "who": "Anna", "by": "2027-03-01", "about": "EXP2"}
WRITE = {"what": "=Écrire les leçons"}
GIVEN = (
    answer("BES1", 3),
    Change("action", "2", WRITE),
    Change("action", "1", CALL),
    Change("action", "3", {"what": "Trop tôt"}),
    Change("action", "3", None),
    Change("done", "3.1", {"what": "Fêter l'essai"}),
)


@pytest.fixture(name="kept")
def _kept(store: Store, opened: Opened) -> Store:
    """A store where somebody answered once, decided on two things, dropped one and did one."""
    store.save(opened.holder, opened.holder.dossier, GIVEN, 0)
    return store


def test_actions_come_back_under_their_keys(kept: Store, opened: Opened):
    dossier = kept.read(opened.holder, opened.holder.dossier)

    assert dossier.values("action") == {"1": CALL, "2": WRITE}
    assert dossier.values("done") == {"3.1": {"what": "Fêter l'essai"}}


def test_an_action_changed_elsewhere_meanwhile_is_a_conflict_and_nothing_is_saved(kept: Store, opened: Opened):
    holder = opened.holder

    with pytest.raises(Conflict) as refused:
        kept.save(holder, holder.dossier, [Change("action", "1", {"what": "Autre chose"})], 1)

    theirs = Entry(3, "action", "1", CALL, kept.read(holder, holder.dossier).edition, START, holder.link)
    assert refused.value.entries == (theirs,)
    assert kept.read(holder, holder.dossier).values("action")["1"] == CALL


def test_a_deposit_gives_the_answers_and_no_action(kept: Store, opened: Opened):
    given = kept.deposit(opened.holder, opened.holder.dossier, "Fondation", "Oui.")

    assert given.content == (answer("BES1", 3),)


def test_the_answer_file_taken_away_carries_the_actions_in_order(kept: Store, opened: Opened, edition: Edition):
    everything = kept.everything(opened.holder, opened.holder.dossier)

    exported = json.loads(export_json(everything, edition))

    actions = (
        Action("Appeler la mairie", "Anna", datetime.date(2027, 3, 1), "EXP2"),
        Action("=Écrire les leçons"),
    )
    assert exported["answers"]["actions"] == [CALL, WRITE]
    assert read_answers(exported["answers"], edition).actions == actions
    assert answers_of(everything.dossier, edition).actions == actions


def test_the_table_tells_actions_in_words(kept: Store, opened: Opened, edition: Edition):
    content = export_csv(kept.everything(opened.holder, opened.holder.dossier), edition)

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    assert [(row[1], row[2], row[3], row[5]) for row in rows[2:]] == [
        ("2", "Une prochaine action", "'=Écrire les leçons", "oui"),
        ("1", "Une prochaine action", "Appeler la mairie · Anna · 2027-03-01", "oui"),
        ("3", "Une prochaine action", "Trop tôt", "non"),
        ("3", "Une prochaine action", "action retirée de la liste", "oui"),
        ("3.1", "Une action faite", "Fêter l'essai", "oui"),
    ]
