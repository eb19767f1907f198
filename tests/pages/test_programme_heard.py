"""Whatever a browser tells the timetable, only a change that a coach can make comes of it."""

import datetime
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.pages.programme_heard import SEQUENCES, change_told, choices_told, told
from assessment.programme.choices import Choices, from_json, to_json
from assessment.programme.editing import Add, Assign, Move, Resize, Retitle, Split, edit
from assessment.programme.group import EVERYTHING, Group, gather, named
from assessment.programme.occasion import Occasion
from assessment.programme.plan import make_programme
from assessment.programme.timetable import Time

#: What messages are made of, and what they are not.
WORDS = st.sampled_from(
    (
        *("move", "drop", "resize", "retitle", "split", "assign", "rejoin", "add", "wish", "date", "begins", "M05"),
        *("1.2", "module", "pause", "libre", "imposed", "2027-01-14", "08:30", "", "99", "\u202e"),
    )
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.integers(), WORDS), lambda one: st.lists(one, max_size=3)
)
KEYS = st.sampled_from(
    ["do", "key", "by", "minutes", "title", "module", "duration", "kind", "day", "groups", "wish", "date", "time"]
)


@pytest.fixture(name="group", scope="module")
def _group(edition: Edition) -> Group:
    found = [(each.name, assess(read_answers(each.given, edition), edition)) for each in edition.examples[-6:]]
    return gather(named([(name, result, EVERYTHING) for name, result in found]), edition)


@settings(max_examples=300, deadline=None)
@given(said=st.dictionaries(KEYS, VALUES, max_size=6), do=WORDS)
def test_any_message_leaves_a_programme_that_can_be_kept_and_found_again(group: Group, said: dict, do: str):
    said = {**said, "do": do}
    made, choices = make_programme(group, Time(2, 420)), Choices(2)

    change = change_told(said, group, 10)
    days = edit(made, change).programme.days if change else made.days
    after = replace(choices_told(said, choices, group.edition) or choices, sequences=days)

    assert from_json(json.loads(json.dumps(to_json(after)))) == after
    assert all(5 <= slot.minutes <= 600 for day in days for slot in day)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ({"do": "move", "key": "1.2", "by": -1}, Move("1.2", -1)),
        ({"do": "move", "key": "1.2", "by": 7}, None),
        ({"do": "resize", "key": "1.2", "minutes": 50}, Resize("1.2", 50)),
        ({"do": "resize", "key": "1.2", "minutes": "50"}, None),
        ({"do": "retitle", "key": "1.2", "title": " À\u202e nous "}, Retitle("1.2", "À nous")),
        ({"do": "retitle", "key": "1.2", "title": "\u202e"}, None),
        ({"do": "split", "key": "1.2", "module": "M13"}, Split("1.2", "M13")),
        ({"do": "split", "key": "1.2", "module": "M99"}, None),
        ({"do": "assign", "key": "1.2", "groups": [["nobody"], 3]}, Assign("1.2", ((), ()))),
        ({"do": "add", "day": 0, "kind": "module", "module": "M05", "duration": "x"}, Add(0, "module", "M05", "x")),
        ({"do": "add", "day": -1, "kind": "module", "module": "M05", "duration": "x"}, None),
        ({"do": "add", "day": 0, "kind": "party", "title": "x", "minutes": 5}, None),
        ({"do": "explode"}, None),
        ({}, None),
    ],
)
def test_a_message_is_the_change_that_it_says_or_none(group: Group, said: dict, change: object):
    assert change_told(said, group, 10) == change


def test_a_programme_does_not_grow_for_ever(group: Group):
    said = {"do": "add", "day": 0, "kind": "module", "module": "M05", "duration": "extrait"}

    assert change_told(said, group, SEQUENCES) is None


def test_a_wish_replaces_the_one_before(edition: Edition):
    kept = choices_told({"do": "wish", "module": "M05", "wish": "imposed"}, Choices(excluded=("M05", "M06")), edition)

    assert (kept.imposed, kept.excluded) == (("M05",), ("M06",))
    assert choices_told({"do": "wish", "module": "M05", "wish": ""}, kept, edition).imposed == ()
    assert choices_told({"do": "wish", "module": "M99", "wish": "imposed"}, kept, edition) is None


def test_a_day_takes_a_date_once_those_before_have_theirs_and_forgets_it_with_those_behind(edition: Edition):
    thursday, monday = datetime.date(2027, 1, 14), datetime.date(2027, 1, 18)

    def dated(choices: Choices, day: int, date: str) -> Choices:
        return choices_told({"do": "date", "day": day, "date": date}, choices, edition)

    assert dated(Choices(), 1, "2027-01-18").occasion == Occasion()
    both = dated(dated(Choices(), 0, "2027-01-14"), 1, "2027-01-18")
    assert both.occasion.dates == (thursday, monday)
    assert dated(both, 0, "never").occasion.dates == ()
    assert choices_told({"do": "begins", "time": "08:30"}, both, edition).occasion.starts_at == 510


@pytest.mark.parametrize("text", [None, "", "[", "{}", "[1]", '[{"do": "move"}]', '[{"at": "1"}]', "null"])
def test_what_is_no_list_of_numbered_messages_tells_nothing(text: object):
    assert told(text) == []
