"""Earlier assessments of a dossier: the days on which its result was seen, and the answers as they were."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stores import EDITION, START, Clock, answer

from assessment.content.edition import Edition
from assessment.storage.export import answers_of
from assessment.storage.journal import current
from assessment.storage.kept import Change, Dossier, Entry, Opened
from assessment.storage.past import NO_PAST, Past, as_it_was, readable
from assessment.storage.principals import ANYONE
from assessment.storage.rights import Right
from assessment.storage.store import Store

SEEN = Change("result", "", True)
DAY = datetime.timedelta(days=1)


def journal_of(*changes: Change, edition: str = EDITION) -> tuple[Entry, ...]:
    """One entry an hour."""
    return tuple(
        Entry(seq, each.kind, each.key, each.value, edition, START + seq * datetime.timedelta(hours=1), "link")
        for seq, each in enumerate(changes, start=1)
    )


def dossier_of(journal: tuple[Entry, ...]) -> Dossier:
    """The dossier that a journal makes, read at once."""
    last = journal[-1].at if journal else START
    until = datetime.date(2027, 11, 24)
    return Dossier(
        "d", EDITION, "0" * 64, len(journal), START, last, until, False, Right.ANSWER, entries=current(journal)
    )


def utc_day(moment: datetime.datetime) -> datetime.date:
    return moment.date()


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ([answer("BES1", 3)], True),
        ([answer("BES1", 3), SEEN], False),
        ([answer("BES1", 3), SEEN, answer("BES1", 4)], True),
        ([answer("BES1", 3), SEEN, Change("shown", "BES1", "document")], True),
        ([answer("BES1", 3), SEEN, Change("parts", "", ["project", "organisation", "doors"])], True),
        ([answer("BES1", 3), SEEN, Change("name", "", "Le jardin")], False),
        ([answer("BES1", 3), SEEN, answer("BES1", 4), SEEN], False),
    ],
)
def test_a_result_is_kept_again_once_what_it_rests_on_has_changed(changes: list[Change], kept: bool):
    assert NO_PAST.followed_by(journal_of(*changes)).is_to_keep is kept


def test_what_was_saved_since_is_added_to_the_past():
    journal = journal_of(answer("BES1", 3), SEEN, answer("BES1", 4), Change("name", "", "Le jardin"), SEEN)

    found = [NO_PAST.followed_by(journal[:place]).followed_by(journal[place:]) for place in range(6)]

    assert found == [Past((journal[1], journal[4]), 3)] * 6


def test_earlier_days_are_told_once_each_with_the_last_result_seen_on_them():
    first, again, other, today = (
        Entry(seq, "result", "", True, EDITION, START + after, "link")
        for seq, after in ((2, 0 * DAY), (5, datetime.timedelta(hours=3)), (9, 4 * DAY), (12, 6 * DAY))
    )

    found = Past((first, again, other, today), 11).days(utc_day, datetime.date(2026, 11, 30))

    assert found == {datetime.date(2026, 11, 24): again, datetime.date(2026, 11, 28): other}


def test_a_day_is_one_of_the_place_where_the_person_is():
    late = Entry(2, "result", "", True, EDITION, START, "link")

    found = Past((late,), 1).days(lambda moment: moment.date() + DAY, datetime.date(2026, 11, 30))

    assert found == {datetime.date(2026, 11, 25): late}


def test_a_dossier_as_it_was_has_the_answers_the_parts_and_the_name_of_then():
    journal = journal_of(
        answer("BES1", 3),
        answer("BES2", 1),
        Change("shown", "BES1", "document"),
        Change("parts", "", ["project", "doors"]),
        Change("name", "", "Le jardin"),
        SEEN,
        answer("BES1", 4),
        answer("BES2", None),
        Change("name", "", "Le verger"),
        Change("parts", "", ["organisation", "doors"]),
    )

    was = as_it_was(dossier_of(journal), journal, 6)

    assert was == dossier_of(journal[:6])
    assert {kind: was.values(kind) for kind in ("answer", "shown", "parts", "name")} == {
        "answer": {"BES1": 3, "BES2": 1},
        "shown": {"BES1": "document"},
        "parts": {"": ["project", "doors"]},
        "name": {"": "Le jardin"},
    }


def test_an_answer_taken_back_before_is_not_there():
    journal = journal_of(answer("BES1", 3), answer("BES1", None), SEEN)

    assert as_it_was(dossier_of(journal), journal, 3).values("answer") == {}


def test_a_dossier_before_its_first_entry_is_empty():
    journal = journal_of(answer("BES1", 3))

    was = as_it_was(dossier_of(journal), journal, 0)

    assert (was.seq, was.active, was.entries) == (0, START, ())


def test_a_dossier_as_it_was_is_of_the_edition_of_then():
    journal = (*journal_of(answer("BES1", 3), edition="ancienne"), *journal_of(answer("BES1", 3), SEEN)[1:])

    found = [as_it_was(dossier_of(journal), journal, seq).edition for seq in (1, 2)]

    assert found == ["ancienne", EDITION]


keys = st.sampled_from(["BES1", "BES2", "SOL1"])
numbers = st.none() | st.integers(1, 4)
any_change = st.one_of(
    st.builds(answer, keys, numbers),
    st.builds(Change, st.just("shown"), keys, st.sampled_from([None, "no", "document"])),
    st.builds(Change, st.just("name"), st.just(""), st.none() | st.text(max_size=3)),
    st.just(SEEN),
)


@given(st.lists(any_change, max_size=30))
def test_rebuilt_at_its_last_entry_a_dossier_is_as_it_is(changes: list[Change]):
    journal = journal_of(*changes)

    assert as_it_was(dossier_of(journal), journal, len(journal)) == dossier_of(journal)


@given(st.lists(any_change, min_size=1, max_size=30), st.data())
def test_what_came_later_changes_nothing_of_what_was(changes: list[Change], data: st.DataObject):
    seq, journal = data.draw(st.integers(1, len(changes))), journal_of(*changes)

    assert as_it_was(dossier_of(journal), journal, seq) == dossier_of(journal[:seq])


# --- Answers that an edition does not read


def test_answers_without_question_or_option_are_set_apart_with_their_values(edition: Edition):
    journal = journal_of(answer("BES1", 3), answer("BES9", 2), answer("SOL1", 99), answer("C6", [1, 1]), SEEN)

    found = readable(dossier_of(journal), edition)

    assert found.left == {"BES9": 2, "SOL1": 99, "C6": [1, 1]}
    assert found.dossier.entries == (journal[0], journal[4])
    assert answers_of(found.dossier, edition).values == {"BES1": 3}


# --- In a real store


def test_a_reader_finds_the_answers_of_another_day(store: Store, opened: Opened, clock: Clock):
    holder, name = opened.holder, opened.holder.dossier
    store.save(holder, name, (answer("BES1", 3), SEEN), 0)
    clock.move(days=40)
    store.save(holder, name, (answer("BES1", 4), SEEN), 2)
    link = store.share(holder, name, Right.READ, None, "").token
    reader = store.enter(ANYONE, link, "browser", "192.0.2.1")

    journal, now = store.news(reader, name, 0), store.read(reader, name)
    days = NO_PAST.followed_by(journal).days(utc_day, clock().date())
    was = {day: as_it_was(now, journal, each.seq) for day, each in days.items()}

    assert list(was) == [START.date()]
    assert was[START.date()].values("answer") == {"BES1": 3}
    assert (was[START.date()].active, was[START.date()].right) == (START, Right.READ)
    assert now.values("answer") == {"BES1": 4}
