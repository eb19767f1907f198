"""What is given to a gathering: a copy that nobody changes, of what was asked and agreed to, until it is taken back."""

import datetime
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from stores import DIGEST, EDITION, START, TERMS, Clock, NewStore, answer, gatherings_beside, rows_of

from assessment.content.edition import Edition
from assessment.engine.reading import read_answers
from assessment.errors import AssessmentError, StorageError
from assessment.programme.choices import Choices, from_json, renamed, to_json
from assessment.programme.timetable import Slot
from assessment.storage import notes, projects, terms
from assessment.storage.gathered import Deposited, Given, Invitation, OpenedGathering, Share
from assessment.storage.gatherings import Gatherings
from assessment.storage.journal import Altered
from assessment.storage.kept import Change, Deposit, Opened
from assessment.storage.principals import ANYONE, OPERATOR, Holder
from assessment.storage.rights import Refused
from assessment.storage.store import Store

CONSENT = "J'accepte que mon résultat soit lu par la Fondation."
#: Project, organisation and doors, what could be shown, a name, and what the person decided for themselves.
ANSWERED = (
    Change("name", "", "Le jardin"),
    answer("BES1", 3),
    answer("EXP1", "x"),
    answer("C6", [1, 4]),
    answer("T1", 5),
    answer("L1", 3),
    Change("shown", "BES1", "document"),
    Change("note", "BES1", "Lettre de Madame Roche"),
    Change("action", "1", {"what": "Appeler la mairie"}),
    Change("done", "1.1", {"what": "Écrire au voisin"}),
    Change("result", "", True),
)
CONTENT = {
    "version": 1,
    "edition": EDITION,
    "subject": {"name": "Le jardin", "date": "2026-11-24"},
    "project": {"answers": {"BES1": 3, "EXP1": "x", "C6": [1, 4]}, "shown": {"BES1": "document"}},
    "doors": {"answers": {"L1": 3}},
}
MARKER = "marker-that-nobody-else-writes"


def dossier(store: Store, *changes: Change) -> Holder:
    return store.create(ANYONE, EDITION, DIGEST, changes or ANSWERED).holder


def invited(gatherings: Gatherings, gathered: OpenedGathering) -> Invitation:
    """The invitation as a participant has it now."""
    owner = gathered.owner
    return gatherings.invitation(owner, owner.gathering)


def deposit(
    gatherings: Gatherings, gathered: OpenedGathering, holder: Holder, shares: tuple[Share, ...] = ("result",)
) -> Deposited:
    return gatherings.deposit(holder, holder.dossier, invited(gatherings, gathered), shares, CONSENT)


def current(gatherings: Gatherings, gathered: OpenedGathering) -> tuple[Deposited, ...]:
    return gatherings.projects(gathered.owner, gathered.owner.gathering)


def test_a_deposit_is_a_dated_copy_of_what_was_asked_and_of_nothing_else(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, edition: Edition
):
    holder = dossier(store)

    given = deposit(gatherings, gathered, holder, ("answers", "result"))

    expected = Deposited(
        id=given.id,
        name="Le jardin",
        edition=EDITION,
        at=START,
        origin="deposit",
        source="",
        shares=("result", "answers"),
        consent=CONSENT,
        content=CONTENT,
        replaces="",
        replaced=False,
        withdrawable=True,
    )
    assert (given, current(gatherings, gathered)) == (expected, (expected,))
    assert read_answers(given.content, edition).values == {"BES1": 3, "EXP1": "x", "C6": (1, 4), "L1": 3}
    assert "Appeler la mairie" not in repr(rows_of(store)["projects"])


def test_notes_are_in_the_copy_only_if_they_are_shared(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, edition: Edition
):
    owner, holder = gathered.owner, dossier(store)
    gatherings.change(owner, owner.gathering, replace(TERMS, shares=("result", "answers", "notes")))

    without = deposit(gatherings, gathered, holder, ("result", "answers"))
    in_no_row = "Madame Roche" not in repr(rows_of(store)["projects"])
    shared = deposit(gatherings, gathered, holder, ("result", "answers", "notes"))

    project = {**CONTENT["project"], "notes": {"BES1": "Lettre de Madame Roche"}}
    assert (without.content, in_no_row) == (CONTENT, True)
    assert shared.content == {**CONTENT, "project": project}
    assert [each.content for each in current(gatherings, gathered)] == [shared.content]
    assert read_answers(shared.content, edition).notes == {"BES1": "Lettre de Madame Roche"}
    told = store.deposits(holder, holder.dossier)[-1]
    assert [each.value for each in told.content if each.kind == "note"] == ["Lettre de Madame Roche"]


def test_a_note_that_nothing_shows_any_more_stays_at_home(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner = gathered.owner
    gatherings.change(owner, owner.gathering, replace(TERMS, shares=("result", "answers", "notes")))

    given = deposit(
        gatherings, gathered, dossier(store, *ANSWERED, Change("shown", "BES1", "no")), ("result", "answers", "notes")
    )

    assert given.content["project"] == {**CONTENT["project"], "shown": {"BES1": "no"}}


def test_the_parts_that_a_gathering_does_not_ask_stay_at_home(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner = gathered.owner
    gatherings.change(owner, owner.gathering, replace(TERMS, parts=("doors",)))

    given = deposit(gatherings, gathered, dossier(store))

    assert given.content == {name: CONTENT[name] for name in ("version", "edition", "subject", "doors")}


def test_the_short_version_says_so(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    holder = dossier(store, Change("parts", "", ["project"]), answer("BES1", 3), answer("L1", 1))

    assert deposit(gatherings, gathered, holder).content == {
        "version": 1,
        "edition": EDITION,
        "subject": {"date": "2026-11-24"},
        "short": True,
        "project": {"answers": {"BES1": 3}},
    }


def test_what_is_answered_later_does_not_reach_what_was_given(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    holder = dossier(store)
    given = deposit(gatherings, gathered, holder)
    clock.move(days=3)
    store.save(holder, holder.dossier, (answer("BES1", 1), Change("name", "", "Autre")), len(ANSWERED))
    gatherings.change(gathered.owner, gathered.owner.gathering, replace(TERMS, title="Autre appel"))

    assert current(gatherings, gathered) == (given,)


def test_a_gathering_shows_nothing_of_a_dossier_that_was_not_deposited(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    dossier(store)
    owner = gathered.owner

    with pytest.raises(Refused):
        store.read(owner, owner.gathering)
    assert (current(gatherings, gathered), gatherings.everything(owner, owner.gathering).projects) == ((), ())


def test_a_second_deposit_takes_the_place_of_the_first_which_stays_marked(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    holder, owner = dossier(store), gathered.owner
    first = deposit(gatherings, gathered, holder)
    clock.move(days=3)
    store.save(holder, holder.dossier, (answer("BES1", 4),), len(ANSWERED))
    second = deposit(gatherings, gathered, holder, ("result", "answers"))

    assert (second.replaces, second.content["project"]["answers"]["BES1"]) == (first.id, 4)
    assert current(gatherings, gathered) == (second,)
    assert gatherings.read(owner, owner.gathering).projects == 1
    assert gatherings.everything(owner, owner.gathering).projects == (replace(first, replaced=True), second)


def test_two_dossiers_do_not_replace_each_other(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    given = tuple(deposit(gatherings, gathered, dossier(store)) for _ in range(2))

    assert current(gatherings, gathered) == given


def test_who_deposited_sees_it_among_who_has_access(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    holder = dossier(store)
    bank = store.deposit(holder, holder.dossier, "Ma banque", "Oui.")
    clock.move(days=1)
    first = deposit(gatherings, gathered, holder)
    clock.move(days=1)
    second = deposit(gatherings, gathered, holder)

    told = Deposit(
        id=second.id,
        receiver="Appel 2027",
        consent=CONSENT,
        edition=EDITION,
        seq=len(ANSWERED),
        at=START + datetime.timedelta(days=2),
        content=(
            Change("name", "", "Le jardin"),
            Change("parts", "", ["project", "doors"]),
            answer("BES1", 3),
            answer("EXP1", "x"),
            answer("C6", [1, 4]),
            Change("shown", "BES1", "document"),
            answer("L1", 3),
        ),
        gathering=gathered.owner.gathering,
        shares=("result",),
        replaced=None,
    )
    before = replace(told, id=first.id, at=START + datetime.timedelta(days=1), replaced=second.at)
    found = store.deposits(holder, holder.dossier)
    assert [replace(each, content=tuple(sorted(each.content, key=repr))) for each in found] == [
        replace(each, content=tuple(sorted(each.content, key=repr))) for each in (bank, told)
    ]
    everything = store.everything(holder, holder.dossier).deposits
    assert [(each.id, each.replaced) for each in everything] == [
        (each.id, each.replaced) for each in (bank, before, told)
    ]


# --- Refused in a sentence, and nothing kept


def refused(gatherings: Gatherings, holder: Holder, invitation: Invitation, *shares: Any) -> str:
    before = rows_of(gatherings)
    with pytest.raises(AssessmentError) as raised:
        gatherings.deposit(holder, holder.dossier, invitation, shares or ("result",), CONSENT)
    assert rows_of(gatherings) == before
    return str(raised.value)


def test_a_closed_gathering_takes_nothing(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, holder = gathered.owner, dossier(store)
    gatherings.change(owner, owner.gathering, replace(TERMS, closes=datetime.date(2026, 11, 30)))
    invitation = invited(gatherings, gathered)
    clock.move(days=7)

    assert refused(gatherings, holder, invitation) == (
        "collecte : cette collecte est fermée depuis la fin du 30/11/2026. "
        "Demandez à qui vous a invité si elle peut rouvrir."
    )


def test_a_revoked_invitation_lets_nobody_deposit_any_more(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, holder, invitation = gathered.owner, dossier(store), invited(gatherings, gathered)
    gatherings.renew_invitation(owner, owner.gathering)

    assert refused(gatherings, holder, invitation) == (
        "collecte : ce lien a été annulé. Demandez-en un nouveau à la personne qui vous l'avait donné."
    )


def test_nobody_deposits_by_an_invitation_that_they_made_up(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, holder, invitation = gathered.owner, dossier(store), invited(gatherings, gathered)

    for link in ("", "invented", owner.link, holder.link):
        assert refused(gatherings, holder, replace(invitation, link=link)) == (
            "collecte : vous n'y avez pas accès. Ouvrez-la par son lien privé."
        )


@pytest.mark.parametrize("change", [{"shares": ("result",)}, {"parts": ("project",)}, {"notice": "Autre."}])
def test_what_was_changed_since_it_was_read_is_read_again_first(
    change: dict[str, Any], store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, holder, invitation = gathered.owner, dossier(store), invited(gatherings, gathered)
    gatherings.change(owner, owner.gathering, replace(TERMS, **change))

    assert refused(gatherings, holder, invitation) == (
        "collecte : ce que demande cette collecte a changé depuis que vous l'avez lu. Relisez, puis déposez."
    )


@pytest.mark.parametrize("shares", [("answers",), ("result", "notes"), ("result", "all")])
def test_only_what_the_gathering_asks_is_shared_and_always_the_result(
    shares: tuple[str, ...], store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    assert refused(gatherings, dossier(store), invited(gatherings, gathered), *shares) == (
        "partage : ce partage n'est pas celui que demande la collecte. Relisez ce qui est partagé, puis déposez."
    )


def test_a_dossier_that_answers_nothing_asked_is_not_deposited(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    for changes in ((Change("name", "", "Le jardin"),), (answer("T1", 5),), (answer("BES1", None),)):
        assert refused(gatherings, dossier(store, *changes), invited(gatherings, gathered)) == (
            "dossier : ce dossier ne répond encore à rien de ce que demande la collecte. "
            "Répondez d'abord, puis déposez."
        )


def test_a_dossier_of_an_edition_that_is_gone_is_not_deposited(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    holder = store.create(ANYONE, "an_edition_of_2019", DIGEST, ANSWERED).holder

    assert "l'édition « an_edition_of_2019 » n'est pas ici." in refused(
        gatherings, holder, invited(gatherings, gathered)
    )


def test_a_dossier_is_deposited_again_fifty_times_and_no_more(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    holder = dossier(store)
    last = [deposit(gatherings, gathered, holder) for _ in range(projects.AGAIN)][-1]

    assert refused(gatherings, holder, invited(gatherings, gathered)) == (
        "dépôt : ce dossier a déjà été déposé 50 fois dans cette collecte. "
        "Retirez-le, puis déposez-le une dernière fois."
    )
    store.withdraw(holder, holder.dossier, last.id)
    assert (current(gatherings, gathered), rows_of(store)["projects"]) == ((), [])


# --- Taken back


def noted_about(gatherings: Gatherings, gathered: OpenedGathering, project: str) -> None:
    owner = gathered.owner
    seen = gatherings.read(owner, owner.gathering).seq
    sayings = [(project, "note", "", {"text": MARKER}), (project, "decision", "", {"status": "retenu"})]
    gatherings.note(owner, owner.gathering, [*sayings, ("", "view", "Mon tri", {"stage": []})], seen)


def said_of(gatherings: Gatherings, gathered: OpenedGathering) -> list[tuple[int, str, str, Any]]:
    noted = gatherings.noted(gathered.owner, gathered.owner.gathering)
    return [(each.seq, each.kind, each.key, each.value) for each in noted]


def test_withdrawing_takes_back_the_copies_before_it_too_and_what_was_said_of_them(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    holder, owner = dossier(store), gathered.owner
    for _ in range(2):
        noted_about(gatherings, gathered, deposit(gatherings, gathered, holder).id)
    kept = deposit(gatherings, gathered, dossier(store))
    (mine,) = store.deposits(holder, holder.dossier)

    store.withdraw(holder, holder.dossier, mine.id)

    assert (current(gatherings, gathered), store.deposits(holder, holder.dossier)) == ((kept,), ())
    assert [row[0] for row in rows_of(store)["projects"]] == [kept.id]
    assert said_of(gatherings, gathered) == [
        (1, "note", "", None),
        (2, "decision", "", None),
        (3, "view", "Mon tri", {"stage": []}),
        (4, "note", "", None),
        (5, "decision", "", None),
        (6, "view", "Mon tri", {"stage": []}),
    ]
    assert (store.verify(OPERATOR), gatherings.read(owner, owner.gathering).projects) == ((), 1)


def test_nobody_withdraws_what_another_dossier_gave(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    holder, other = dossier(store), dossier(store)
    given = deposit(gatherings, gathered, holder)

    with pytest.raises(StorageError) as raised:
        store.withdraw(other, other.dossier, given.id)

    assert (str(raised.value), current(gatherings, gathered)) == (
        "dépôt : ce dépôt n'existe plus. Il n'y a rien à retirer.",
        (given,),
    )


def test_deleting_a_dossier_deletes_what_it_had_deposited_anywhere(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    holder, other = dossier(store), gatherings.create(ANYONE, TERMS, EDITION)
    for each in (gathered, other):
        noted_about(gatherings, each, deposit(gatherings, each, holder).id)

    store.delete(holder, holder.dossier)

    assert [current(gatherings, each) for each in (gathered, other)] == [(), ()]
    assert (MARKER in repr(rows_of(store)), store.verify(OPERATOR)) == (False, ())


def test_a_purged_dossier_leaves_its_deposit_to_the_gathering_and_its_owner_removes_it(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    holder, owner = dossier(store, answer("BES1", 3)), gathered.owner
    given = deposit(gatherings, gathered, holder)
    clock.move(days=400)
    purged = store.purge(OPERATOR)

    left = current(gatherings, gathered)
    gatherings.remove(owner, owner.gathering, given.id)

    assert ((purged.drafts, purged.gatherings), left) == ((1, 0), (replace(given, withdrawable=False),))
    assert (current(gatherings, gathered), store.verify(OPERATOR)) == ((), ())


@pytest.mark.parametrize("gone_by", ["withdraw", "delete", "remove", "delete the gathering", "purge"])
def test_nothing_of_what_went_is_in_any_byte_of_sqlite_s_files(
    gone_by: str, new_store: NewStore, clock: Clock, tmp_path: Path
):
    store = new_store("sqlite")
    gatherings = gatherings_beside(store, clock)
    notice = MARKER if gone_by in ("delete the gathering", "purge") else TERMS.notice
    gathered = gatherings.create(ANYONE, replace(TERMS, notice=notice), EDITION)
    owner, name, holder = gathered.owner, gathered.owner.gathering, dossier(store, answer("BES1", 3))
    deposited = gatherings.deposit(holder, holder.dossier, invited(gatherings, gathered), ("result",), MARKER)
    content = {"project": {"answers": {}}, "subject": {"name": MARKER if gone_by == "remove" else "x"}}
    (imported,) = gatherings.add(owner, name, [Given(content, "table", "a.csv")])
    noted_about(gatherings, gathered, imported.id if gone_by == "remove" else deposited.id)
    if gone_by == "remove":
        store.withdraw(holder, holder.dossier, deposited.id)
    before = [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()]
    clock.move(days=1000 if gone_by == "purge" else 0)
    acts = {
        "withdraw": lambda: store.withdraw(holder, holder.dossier, deposited.id),
        "delete": lambda: store.delete(holder, holder.dossier),
        "remove": lambda: gatherings.remove(owner, name, imported.id),
        "delete the gathering": lambda: gatherings.delete(owner, name),
        "purge": lambda: store.purge(OPERATOR),
    }

    acts[gone_by]()

    assert before != []
    assert [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()] == []


def test_what_a_coach_chose_for_the_whole_group_names_nobody_who_went(
    new_store: NewStore, clock: Clock, tmp_path: Path
):
    store = new_store("sqlite")
    gatherings = gatherings_beside(store, clock)
    gathered = gatherings.create(ANYONE, TERMS, EDITION)
    owner, holder = gathered.owner, dossier(store, Change("name", "", MARKER), answer("BES1", 3))
    deposited = deposit(gatherings, gathered, holder)
    chosen = Choices(sequences=((Slot("module", "Un sujet", 60, key="1", participants=(deposited.name,)),),))
    kept = to_json(renamed(chosen, {deposited.name: deposited.id}))  # as the page of the programme keeps it
    gatherings.note(owner, owner.gathering, [("", "programme", "", kept)], 0)
    before = [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()]

    store.delete(holder, holder.dossier)

    (left,) = gatherings.noted(owner, owner.gathering)
    assert (deposited.name, before != []) == (MARKER, True)
    assert [path.name for path in tmp_path.iterdir() if MARKER.encode() in path.read_bytes()] == []
    assert renamed(from_json(left.value), {}).sequences[0][0].participants == ()


def test_deleting_a_gathering_leaves_no_row_of_it_and_every_dossier(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, opened: Opened
):
    holder, owner = dossier(store), gathered.owner
    noted_about(gatherings, gathered, deposit(gatherings, gathered, holder).id)
    gatherings.enter(ANYONE, gathered.gathering.token, "browser", "192.0.2.1")

    gatherings.delete(owner, owner.gathering)

    rows = rows_of(store)
    assert owner.gathering not in repr(rows)
    assert (len(rows["dossiers"]), [row[1:] for row in rows["deletions"]]) == (2, [(START, "gathering")])
    assert (store.deposits(holder, holder.dossier), gatherings.visits(ANYONE, "browser")) == ((), ())
    with pytest.raises(Refused):
        gatherings.read(owner, owner.gathering)


@pytest.mark.parametrize(("days", "gone"), [(731, 0), (732, 1)])
def test_a_gathering_goes_two_years_after_the_last_act_in_it(
    days: int, gone: int, store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner = gathered.owner
    clock.move(days=100)
    gatherings.add(owner, owner.gathering, [Given({"project": {"answers": {}}}, "table", "")])
    shown = gatherings.read(owner, owner.gathering).kept_until
    clock.move(days=days)

    purged = store.purge(OPERATOR)

    deletions = [(clock.now, "old-gathering")] * gone
    assert (shown, purged.gatherings) == (datetime.date(2029, 3, 4), gone)
    assert [row[1:] for row in rows_of(store)["deletions"]] == deletions
    assert len(rows_of(store)["projects"]) == 1 - gone


def test_coming_in_as_a_guest_or_reading_puts_nothing_off_and_as_an_owner_does(
    gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, name = gathered.owner, gathered.owner.gathering
    clock.move(days=10)
    gatherings.enter(ANYONE, gathered.gathering.token, "browser", "192.0.2.1")
    gatherings.projects(owner, name)
    before = gatherings.read(owner, name).active
    gatherings.enter(ANYONE, gathered.token, "browser", "192.0.2.1")

    assert (before, gatherings.read(owner, name).active) == (START, clock.now)


def test_purging_forgets_dead_links_and_ended_visits_of_gatherings(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering, clock: Clock
):
    owner, name = gathered.owner, gathered.owner.gathering
    gatherings.enter(ANYONE, gathered.token, "browser", "192.0.2.1")
    gatherings.renew_invitation(owner, name)
    clock.move(days=40)

    purged = store.purge(OPERATOR)

    rows = rows_of(store)
    assert (purged.links, rows["gathering_visits"], len(rows["gathering_links"])) == (1, [], 2)


# --- Imports


def given(number: int, **content: Any) -> Given:
    subject = {"name": f"Projet {number}"}
    return Given(
        {"subject": subject, "project": {"answers": {"BES1": 3}}, **content}, "table", f"a.csv, ligne {number}"
    )


def test_imports_keep_their_order_their_origin_and_nothing_that_is_one_s_own(
    gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name = gathered.owner, gathered.owner.gathering
    own = {"actions": [{"what": "Appeler la mairie"}], "issued": {"hmac": "0"}, "more": 1}
    ours = Given({"edition": "another", "doors": {"answers": {}}, **own}, "ours", "b.pdf")

    found = gatherings.add(owner, name, [given(2), given(1), ours])

    assert [(each.name, each.origin, each.source, each.edition) for each in found] == [
        ("Projet 2", "table", "a.csv, ligne 2", EDITION),
        ("Projet 1", "table", "a.csv, ligne 1", EDITION),
        ("", "ours", "b.pdf", "another"),
    ]
    assert found[2] == Deposited(
        id=found[2].id,
        name="",
        edition="another",
        at=START,
        origin="ours",
        source="b.pdf",
        shares=("result", "answers", "notes"),
        consent="",
        content={"edition": "another", "doors": {"answers": {}}},
    )
    assert current(gatherings, gathered) == found
    assert gatherings.add(owner, name, []) == ()


def test_of_imports_that_are_none_every_one_is_told_and_none_is_kept(gatherings: Gatherings, gathered: OpenedGathering):
    owner, name = gathered.owner, gathered.owner.gathering
    before = rows_of(gatherings)
    wrong = [
        given(1),
        Given({"subject": {"name": "x"}}, "table", "a.csv, ligne 2"),
        replace(given(3), origin="deposit"),
        Given({"project": {"answers": {}}, "subject": {"name": "x" * projects.LONGEST}}, "unverified", ""),
    ]

    with pytest.raises(StorageError) as raised:
        gatherings.add(owner, name, wrong)

    assert str(raised.value).splitlines() == [
        "a.csv, ligne 2 : ce n'est pas un projet. Retirez-le du fichier.",
        "a.csv, ligne 3 : ce n'est pas un projet. Retirez-le du fichier.",
        "projet 4 : ce projet est trop long. Raccourcissez ses textes.",
    ]
    assert rows_of(gatherings) == before


def test_a_gathering_takes_five_thousand_projects_and_refuses_the_next_in_a_sentence(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name = gathered.owner, gathered.owner.gathering
    whole = [given(number) for number in range(1, projects.MOST + 1)]

    found = gatherings.add(owner, name, whole)
    with pytest.raises(StorageError) as importing:
        gatherings.add(owner, name, whole[:2])
    with pytest.raises(StorageError) as depositing:
        deposit(gatherings, gathered, dossier(store))

    assert current(gatherings, gathered) == found
    assert [each.name for each in found] == [f"Projet {number}" for number in range(1, projects.MOST + 1)]
    assert str(importing.value) == (
        "collecte : une collecte reçoit au plus 5000 projets : il y en a 5000, et 2 de plus n'entrent pas. "
        "Créez une autre collecte pour la suite."
    )
    assert "et 1 de plus n'entrent pas" in str(depositing.value)


def test_an_import_is_removed_and_a_deposit_is_not(store: Store, gatherings: Gatherings, gathered: OpenedGathering):
    owner, name = gathered.owner, gathered.owner.gathering
    (imported,) = gatherings.add(owner, name, [given(1)])
    deposited = deposit(gatherings, gathered, dossier(store))

    gatherings.remove(owner, name, imported.id)
    with pytest.raises(StorageError) as removing:
        gatherings.remove(owner, name, deposited.id)
    with pytest.raises(StorageError) as again:
        gatherings.remove(owner, name, imported.id)

    assert current(gatherings, gathered) == (deposited,)
    assert (str(removing.value), str(again.value)) == (
        "projet : ce projet a été déposé : seule la personne qui l'a déposé le retire. Mettez-le de côté.",
        "projet : ce projet n'est plus là. Rechargez la page.",
    )


def test_the_version_of_a_gathering_grows_with_every_change(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name, holder = gathered.owner, gathered.owner.gathering, dossier(store)
    mine: list[str] = []
    acts = (
        lambda: mine.append(gatherings.add(owner, name, [given(1)])[0].id),
        lambda: mine.append(deposit(gatherings, gathered, holder).id),
        lambda: noted_about(gatherings, gathered, mine[0]),
        lambda: gatherings.remove(owner, name, mine[0]),
        lambda: store.withdraw(holder, holder.dossier, mine[1]),
        lambda: gatherings.change(owner, name, TERMS),
        lambda: deposit(gatherings, gathered, holder),
        lambda: store.delete(holder, holder.dossier),
    )
    seen = [gatherings.read(owner, name).version]
    for act in acts:
        act()
        seen.append(gatherings.read(owner, name).version)

    assert seen == list(range(len(acts) + 1))


# --- Damaged


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE projects SET content = replace(content, '3', '4')",
        "UPDATE projects SET consent = ''",
        'UPDATE projects SET shares = \'["result", "answers"]\'',
        "UPDATE projects SET origin = 'ours'",
    ],
)
def test_a_project_that_is_no_longer_what_was_given_is_told(
    damage: str, store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    given = deposit(gatherings, gathered, dossier(store))
    with store.database.writing() as connection:
        connection.execute(text(damage))

    with pytest.raises(Altered) as raised:
        current(gatherings, gathered)

    assert str(raised.value) == (
        f"projet {given.id} : un projet de la collecte a été abîmé. Prévenez qui s'occupe de cette installation."
    )
    assert [str(each) for each in store.verify(OPERATOR)] == [
        f"collecte {gathered.owner.gathering}, projects {given.id} : ce n'est plus ce qui avait été enregistré. "
        "Restaurez la dernière sauvegarde : jalons restore FICHIER --replace."
    ]


# --- At once


def test_of_deposits_made_at_once_one_is_current_and_the_others_are_its_past(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    holder, invitation, owner = dossier(store), invited(gatherings, gathered), gathered.owner

    def again(_: int) -> Deposited:
        return gatherings.deposit(holder, holder.dossier, invitation, ("result",), CONSENT)

    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(again, range(12)))

    whole = gatherings.everything(owner, owner.gathering).projects
    assert ({each.id for each in whole}, [each.replaced for each in whole]) == (
        {each.id for each in made},
        [True] * 11 + [False],
    )
    assert [each.replaces for each in whole] == ["", *(each.id for each in whole[:-1])]


def test_of_colleagues_who_write_at_once_nobody_s_word_is_lost(gatherings: Gatherings, gathered: OpenedGathering):
    owner, name = gathered.owner, gathered.owner.gathering
    kept = gatherings.add(owner, name, [given(number) for number in range(4)])

    def write(number: int) -> int:
        saying = (kept[number % 4].id, "note", str(number), {"text": str(number)})
        return gatherings.note(owner, name, [saying], 0)[0].seq

    with ThreadPoolExecutor(4) as threads:
        seqs = list(threads.map(write, range(24)))

    assert sorted(seqs) == list(range(1, 25))
    assert {each.key for each in gatherings.noted(owner, name)} == {str(number) for number in range(24)}


def test_a_word_said_of_a_project_while_it_goes_is_not_left_behind(
    store: Store, gatherings: Gatherings, gathered: OpenedGathering
):
    owner, name = gathered.owner, gathered.owner.gathering
    (project,) = gatherings.add(owner, name, [given(1)])

    with ThreadPoolExecutor(1) as threads:
        with store.database.writing() as connection:
            row = terms.row_of(connection, name, hold=True)
            saying = (project.id, "note", "", {"text": MARKER})
            last = notes.append(connection, name, [saying], after=row.seq, at=START, link=owner.link)
            terms.touch(connection, name, None, seq=last)
            going = threads.submit(gatherings.remove, owner, name, project.id)
            wait_for_whoever_waits(store, going)
        going.result(timeout=30)

    assert said_of(gatherings, gathered) == [(1, "note", "", None)]


def wait_for_whoever_waits(store: Store, going: Future) -> None:
    """Until PostgreSQL tells of somebody held back; SQLite lets nobody begin to write meanwhile."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    while not store.database.is_sqlite and not going.done():
        with store.database.reading() as connection:
            if connection.execute(waiting).scalar_one():
                return
