"""The contract of the store, the same on both engines: what is saved is what is read, and nothing goes in silence."""

import datetime

import pytest
from sqlalchemy import Connection, event, text
from stores import DIGEST, EDITION, ENGINES, START, Clock, NewStore, answer, rows_of

from assessment.errors import StorageError
from assessment.storage.database import Unavailable
from assessment.storage.journal import MOST, Altered
from assessment.storage.kept import (
    Change,
    Conflict,
    Deposit,
    Dossier,
    Entry,
    Everything,
    Figures,
    Opened,
    Saved,
)
from assessment.storage.principals import ANYONE, OPERATOR
from assessment.storage.rights import Right
from assessment.storage.store import Store

LATER = START + datetime.timedelta(minutes=3)


def entry(opened: Opened, seq: int, change: Change, at: datetime.datetime = START) -> Entry:
    return Entry(seq, change.kind, change.key, change.value, EDITION, at, opened.holder.link)


def test_a_dossier_is_born_with_what_the_tab_already_held(store: Store):
    changes = (Change("answer", "BES1", 2), Change("parts", "", ["project"]))

    opened = store.create(ANYONE, EDITION, DIGEST, changes)

    found = store.read(opened.holder, opened.holder.dossier)
    assert found.entries == opened.saved.entries
    assert [(entry.seq, entry.kind, entry.key, entry.value) for entry in found.entries] == [
        (1, "answer", "BES1", 2),
        (2, "parts", "", ["project"]),
    ]
    assert (found.seq, opened.saved.seq, opened.saved.news) == (2, 2, ())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_dossier_that_cannot_be_read_back_is_not_left_behind_without_a_link(engine: str, new_store: NewStore):
    """Whoever is told that it failed has no link: nothing of theirs may stay on the server."""
    store = new_store(engine)
    before = rows_of(store)
    broken = "UPDATE journal SET value = '9' WHERE seq = 1"

    def damage(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT") and "FROM journal" in statement:
            connection.connection.driver_connection.execute(broken)

    event.listen(store.database._writer, "before_cursor_execute", damage)
    with pytest.raises(Altered):
        store.create(ANYONE, EDITION, DIGEST, (answer("BES1", 3),))
    event.remove(store.database._writer, "before_cursor_execute", damage)

    assert rows_of(store) == before


def test_a_new_dossier_is_empty_and_says_how_long_it_is_kept(store: Store, opened: Opened):
    holder = opened.holder

    expected = Dossier(
        id=holder.dossier,
        edition=EDITION,
        digest=DIGEST,
        seq=0,
        created=START,
        active=START,
        kept_until=datetime.date(2027, 11, 24),
        is_draft=True,
        right=Right.ANSWER,
        entries=(),
    )
    assert store.read(holder, holder.dossier) == expected
    assert (len(holder.dossier), len(holder.link), len(opened.token)) == (16, 16, 32)


def test_what_is_saved_is_read_back_by_the_save_and_by_every_reading(store: Store, opened: Opened):
    holder = opened.holder
    changes = (answer("BES1", 3), answer("C6", [1, 4]), answer("ECO3", "x"), Change("name", "", "Le jardin"))

    saved = store.save(holder, holder.dossier, changes, 0)

    entries = tuple(entry(opened, seq, change) for seq, change in enumerate(changes, start=1))
    assert saved == Saved(4, START, entries, ())
    assert store.read(holder, holder.dossier).entries == entries
    assert store.everything(holder, holder.dossier).journal == entries


def test_a_dossier_gives_the_values_of_one_kind_that_were_not_taken_back(store: Store, opened: Opened):
    holder = opened.holder
    changes = (answer("BES1", 3), answer("BES2", 1), Change("shown", "BES1", "document"))
    store.save(holder, holder.dossier, changes, 0)
    store.save(holder, holder.dossier, (answer("BES2", None),), 3)

    found = store.read(holder, holder.dossier)

    assert (found.values("answer"), found.values("shown"), found.values("name")) == (
        {"BES1": 3},
        {"BES1": "document"},
        {},
    )


def test_the_journal_only_grows_and_the_last_entry_of_each_thing_counts(store: Store, opened: Opened, clock: Clock):
    holder = opened.holder
    first, second, taken_back = answer("BES1", 3), answer("BES1", 2), answer("BES1", None)
    store.save(holder, holder.dossier, (first, answer("EXP1", 1)), 0)
    before = store.everything(holder, holder.dossier).journal
    clock.move(minutes=3)
    store.save(holder, holder.dossier, (second,), 2)
    store.save(holder, holder.dossier, (taken_back,), 3)

    after = store.everything(holder, holder.dossier).journal

    assert after == (*before, entry(opened, 3, second, LATER), entry(opened, 4, taken_back, LATER))
    assert store.read(holder, holder.dossier).entries == (after[1], after[3])


def test_saving_nothing_changes_nothing(store: Store, opened: Opened):
    holder = opened.holder

    assert store.save(holder, holder.dossier, (), 0) == Saved(0, START, (), ())
    assert store.everything(holder, holder.dossier).journal == ()


def test_seeing_the_result_makes_a_dossier_of_a_draft_once(store: Store, opened: Opened, clock: Clock):
    holder = opened.holder
    clock.move(minutes=3)
    saved = store.save(holder, holder.dossier, (Change("result", "", True),), 0)

    found = store.read(holder, holder.dossier)

    assert (found.is_draft, found.active, found.kept_until) == (False, LATER, datetime.date(2028, 11, 24))
    assert saved.entries == (entry(opened, 1, Change("result", "", True), LATER),)


# --- Two tabs


def test_the_same_thing_said_otherwise_elsewhere_is_a_conflict_and_nothing_is_saved(store: Store, opened: Opened):
    holder = opened.holder
    theirs = store.save(holder, holder.dossier, (answer("BES1", 3), answer("EXP1", 2)), 0)
    before = rows_of(store)

    with pytest.raises(Conflict) as raised:
        store.save(holder, holder.dossier, (answer("SOL1", 1), answer("BES1", 2)), 0)

    assert raised.value.entries == (theirs.entries[0],)
    assert str(raised.value) == (
        "dossier : cette réponse a été changée ailleurs entre-temps. Choisissez celle que vous gardez."
    )
    assert rows_of(store) == before


def test_taking_back_what_somebody_else_changed_is_a_conflict_too(store: Store, opened: Opened):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3),), 0)
    theirs = store.save(holder, holder.dossier, (answer("BES1", 4),), 1)

    with pytest.raises(Conflict) as raised:
        store.save(holder, holder.dossier, (answer("BES1", None),), 1)

    assert raised.value.entries == theirs.entries


def test_the_same_value_given_elsewhere_is_no_conflict(store: Store, opened: Opened):
    holder = opened.holder
    theirs = store.save(holder, holder.dossier, (answer("BES1", 3),), 0)

    ours = store.save(holder, holder.dossier, (answer("BES1", 3),), 0)

    assert ours == Saved(2, START, (entry(opened, 2, answer("BES1", 3)),), theirs.entries)


def test_what_others_saved_meanwhile_on_other_things_comes_back_as_news(store: Store, opened: Opened):
    holder = opened.holder
    theirs = store.save(holder, holder.dossier, (answer("BES1", 3), answer("BES1", 4)), 0)

    ours = store.save(holder, holder.dossier, (answer("EXP1", 2),), 0)

    assert ours == Saved(3, START, (entry(opened, 3, answer("EXP1", 2)),), theirs.entries)


def test_a_save_that_comes_again_because_its_answer_was_lost_changes_no_value(store: Store, opened: Opened):
    holder, changes = opened.holder, (answer("BES1", 3), Change("name", "", "Le jardin"))
    store.save(holder, holder.dossier, changes, 0)
    before = store.read(holder, holder.dossier).values("answer")

    store.save(holder, holder.dossier, changes, 0)

    found = store.read(holder, holder.dossier)
    assert (found.values("answer"), found.values("name")) == (before, {"": "Le jardin"})


def test_news_are_the_entries_that_a_tab_has_not_seen(store: Store, opened: Opened):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3), answer("BES1", 4), answer("EXP1", 1)), 0)

    assert [store.news(holder, holder.dossier, seen) for seen in (3, 1)] == [
        (),
        (entry(opened, 2, answer("BES1", 4)), entry(opened, 3, answer("EXP1", 1))),
    ]


# --- Texts


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a\0b",
        "\ud800 et \udfff",
        "\u202etxet\u2066",
        "👩🏽‍🌾🌱",
        "' OR 1=1; --",
        "=1+1",
        "<script>alert(1)</script>",
        "\\u0000",
        "é" * 4000,
        "🌱" * 4000,
        ["a", ["b", None], {"é": True}],
        0,
        -1,
        True,
    ],
    ids=repr,
)
def test_any_value_comes_back_as_it_was_given(value: object, store: Store, opened: Opened):
    holder = opened.holder

    saved = store.save(holder, holder.dossier, (Change("name", "", value),), 0)

    assert saved.entries == (entry(opened, 1, Change("name", "", value)),)
    assert store.read(holder, holder.dossier).entries == saved.entries


@pytest.mark.parametrize("value", ["a" * 4001, "🌱" * 4001, list(range(2000))], ids=["letters", "signs", "list"])
def test_a_value_that_is_too_long_is_refused_whole(value: object, store: Store, opened: Opened):
    holder = opened.holder

    with pytest.raises(StorageError) as raised:
        store.save(holder, holder.dossier, (answer("BES1", 3), Change("name", "", value)), 0)

    assert str(raised.value) == "réponse : ce texte est trop long. Raccourcissez-le."
    assert store.everything(holder, holder.dossier).journal == ()


def test_a_dossier_with_too_many_entries_takes_no_more(store: Store, opened: Opened):
    holder = opened.holder

    with pytest.raises(StorageError) as raised:
        store.save(holder, holder.dossier, (answer("BES1", 3),) * (MOST + 1), 0)

    assert str(raised.value) == "dossier : ce dossier a trop d'enregistrements. Commencez un nouveau dossier."
    assert store.everything(holder, holder.dossier).journal == ()


# --- Deposits


def test_a_deposit_stays_what_it_was(store: Store, opened: Opened, clock: Clock):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3), answer("EXP1", 2), answer("EXP1", None)), 0)
    given = store.deposit(holder, holder.dossier, "Fondation\0 \ud800 de l'Est ", "Oui,\nje dépose.")
    clock.move(minutes=3)
    store.save(holder, holder.dossier, (answer("BES1", 5),), 3)

    expected = Deposit(
        id=given.id,
        receiver="Fondation de l'Est",
        consent="Oui, je dépose.",
        edition=EDITION,
        seq=3,
        at=START,
        content=(answer("BES1", 3),),
    )
    assert (given, store.deposits(holder, holder.dossier)) == (expected, (expected,))


def test_a_deposit_is_withdrawn_once_and_by_its_own_dossier(store: Store, opened: Opened):
    holder, other = opened.holder, store.create(ANYONE, EDITION, DIGEST).holder
    given = store.deposit(holder, holder.dossier, "Fondation", "Oui.")
    with pytest.raises(StorageError):
        store.withdraw(other, other.dossier, given.id)
    kept = store.everything(holder, holder.dossier).deposits

    store.withdraw(holder, holder.dossier, given.id)
    with pytest.raises(StorageError) as raised:
        store.withdraw(holder, holder.dossier, given.id)

    assert (kept, store.everything(holder, holder.dossier).deposits) == ((given,), ())
    assert str(raised.value) == "dépôt : ce dépôt n'existe plus. Il n'y a rien à retirer."


# --- All of it, and how much


def test_everything_is_the_dossier_its_journal_its_links_and_its_deposits(store: Store, opened: Opened):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3), answer("BES1", 4)), 0)
    store.share(holder, holder.dossier, Right.READ, 30, "Ma banque")
    given = store.deposit(holder, holder.dossier, "Fondation", "Oui.")

    assert store.everything(holder, holder.dossier) == Everything(
        store.read(holder, holder.dossier),
        (entry(opened, 1, answer("BES1", 3)), entry(opened, 2, answer("BES1", 4))),
        store.links(holder, holder.dossier),
        (given,),
    )


def test_figures_count_and_tell_nothing_else(store: Store, opened: Opened):
    holder, other = opened.holder, store.create(ANYONE, EDITION, DIGEST).holder
    store.save(holder, holder.dossier, (answer("BES1", 3), Change("result", "", True)), 0)
    store.share(holder, holder.dossier, Right.READ, None, "")
    store.deposit(holder, holder.dossier, "Fondation", "Oui.")
    store.revoke(other, other.dossier, other.link)

    assert store.figures(OPERATOR) == Figures(dossiers=2, drafts=1, entries=2, links=2, deposits=1)


# --- What was damaged


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ("UPDATE journal SET value = '2' WHERE seq = 1", "journal 1"),
        ("UPDATE journal SET \"key\" = 'BES2' WHERE seq = 1", "journal 1"),
        ("UPDATE journal SET link = 'somebody else' WHERE seq = 2", "journal 2"),
        ("UPDATE journal SET digest = 'e' || substr(digest, 2) WHERE seq = 2 AND digest NOT LIKE 'e%'", "journal 2"),
    ],
)
def test_an_entry_that_was_changed_behind_our_back_is_never_read(damage: str, where: str, store: Store, opened: Opened):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3), answer("EXP1", 2)), 0)
    sound = store.verify(OPERATOR)
    with store.database.writing() as connection:
        if not connection.execute(text(damage)).rowcount:
            connection.execute(text("UPDATE journal SET digest = 'f' || substr(digest, 2) WHERE seq = 2"))

    with pytest.raises(Altered):
        store.read(holder, holder.dossier)

    found = store.verify(OPERATOR)
    assert (sound, [str(each) for each in found]) == (
        (),
        [
            f"dossier {holder.dossier}, {where} : ce n'est plus ce qui avait été enregistré. "
            "Restaurez la dernière sauvegarde : jalons restore FICHIER --replace."
        ],
    )


def test_a_deposit_that_was_changed_and_an_entry_that_is_gone_are_found(store: Store, opened: Opened):
    holder = opened.holder
    store.save(holder, holder.dossier, (answer("BES1", 3), answer("EXP1", 2)), 0)
    given = store.deposit(holder, holder.dossier, "Fondation", "Oui.")
    with store.database.writing() as connection:
        connection.execute(text("UPDATE deposits SET content = replace(content, '3', '5')"))
        connection.execute(text("DELETE FROM journal WHERE seq = 1"))

    with pytest.raises(Altered):
        store.everything(holder, holder.dossier)

    assert [(each.code, each.where) for each in store.verify(OPERATOR)] == [
        ("altered", f"dossier {holder.dossier}, deposits {given.id}"),
        ("missing", f"dossier {holder.dossier}"),
    ]


def test_who_only_reads_cannot_write(store: Store, opened: Opened):
    before = rows_of(store)

    with pytest.raises(Unavailable), store.database.reading() as connection:
        connection.execute(text("DELETE FROM dossiers"))

    assert rows_of(store) == before


def test_the_settings_of_the_engine_keep_what_was_saved(store: Store):
    assert store.database.problems() == ()
