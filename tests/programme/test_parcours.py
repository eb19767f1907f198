"""The calendar of a parcours d'expérience: as the content says, then as the coach changes it."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.programme.parcours import added, lasts_too_long, moved, planned, retitled, shifted, without

FIRST = datetime.date(2027, 1, 12)
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2040, 12, 31))


@given(first=DAYS)
def test_four_sessions_and_a_webinar_between_the_second_and_the_third_fit_in_nine_months(first, edition: Edition):
    steps = planned(first, edition)

    named = [step.key for step in steps if step.component in ("PARC-S", "PARC-W") and step.minutes]
    assert named == ["S1", "S2", "W", "S3", "S4"]
    assert [step.during for step in steps if step.key.startswith("S")] == [
        each.id for each in edition.programme.parcours.phases
    ]
    assert (steps[0].day, lasts_too_long(steps, edition.programme.parcours)) == (first, False)
    assert {step.day.weekday() for step in steps} == {first.weekday()}


def test_sessions_are_mandatory_visits_are_not_and_what_is_not_told_is_unknown(edition: Edition):
    mandatory = {step.key: step.mandatory for step in planned(FIRST, edition)}

    assert (mandatory["S1"], mandatory["V1"], mandatory["W"], mandatory["C1"]) == (True, False, False, None)


def test_a_step_that_moves_keeps_its_length_and_moves_no_other(edition: Edition):
    steps = planned(FIRST, edition)
    before = {step.key: step for step in steps}

    after = {step.key: step for step in moved(steps, "T1", datetime.date(2027, 3, 1))}

    changed = after.pop("T1")
    assert changed.until - changed.day == before["T1"].until - before["T1"].day
    assert after == {key: step for key, step in before.items() if key != "T1"}


@given(first=DAYS)
def test_a_calendar_shifted_is_the_calendar_of_that_day(first, edition: Edition):
    assert shifted(planned(FIRST, edition), first) == planned(first, edition)


def test_a_step_is_renamed_taken_out_and_added_in_order_of_time(edition: Edition):
    steps = retitled(without(planned(FIRST, edition), "V3"), "S1", "Ouverture à Lyon")
    steps = added(added(steps, "Bilan", datetime.date(2027, 2, 1)), "Fête", datetime.date(2027, 2, 1))

    assert [step.day for step in steps] == sorted(step.day for step in steps)
    assert [(step.key, step.title) for step in steps if step.key in ("S1", "V3", "libre1", "libre2")] == [
        ("S1", "Ouverture à Lyon"),
        ("libre1", "Bilan"),
        ("libre2", "Fête"),
    ]


def test_a_step_far_away_makes_the_calendar_too_long(edition: Edition):
    steps = moved(planned(FIRST, edition), "S4", datetime.date(2028, 1, 1))

    assert lasts_too_long(steps, edition.programme.parcours)
