"""The same project twice: what is told alike, and what becomes of it once the owner has chosen."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.portfolio.duplicates import ENOUGH, alike, bring_back, given_on, keep, keep_all, latest, there_already
from assessment.portfolio.projects import set_aside


@dataclass(frozen=True)
class Given:
    id: str
    name: str
    content: Any
    at: datetime.datetime = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Said:
    """An entry of the journal."""

    project: str
    kind: str
    key: str
    value: Any


def project(name: str, id_: str, **answers: Any) -> Given:
    return Given(id_, name, {"project": {"answers": answers}})


def many(count: int, value: int = 1) -> dict[str, int]:
    return {f"BES{number}": value for number in range(count)}


def told(projects, *changes) -> list[str]:
    noted = [Said(*change) for change in changes]
    return [" ".join(each.id for each in group) for group in alike(projects, noted)]


JARDIN, TWICE, OTHER = project("Le jardin d'Élise", "a"), project("LE JARDIN D’ELISE !", "b"), project("Le four", "c")


def test_names_that_differ_by_capitals_accents_and_signs_are_alike():
    assert told([JARDIN, OTHER, TWICE]) == ["a b"]


def dated(id_: str, day: str | None) -> Given:
    return Given(id_, "Le four", {"subject": {"date": day} if day else {}})


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (("2026-02-14", "2026-11-03"), "b"),
        (("2026-11-03", "2026-02-14"), "a"),
        (("2026-11-03", "2026-11-03"), "a"),
        (("2026-11-03", None), "b"),  # it came on the 26th: its answers are not told to be older
        (("2026-12-01", None), "a"),
    ],
)
def test_the_latest_answers_are_those_of_the_latest_day_whatever_the_order_in_which_they_came(days, kept: str):
    assert latest([dated("a", days[0]), dated("b", days[1])]).id == kept


def test_a_day_that_is_not_told_is_not_made_up():
    assert [given_on(dated("a", day)) for day in ("2026-02-14", None, "hier")] == [
        datetime.date(2026, 2, 14),
        None,
        None,
    ]


def test_what_is_there_already_is_told_by_its_name_its_day_and_all_its_answers():
    def content(name: str = "Le four", day: str = "2026-02-14", **answers: Any) -> dict[str, Any]:
        return {"subject": {"name": name, "date": day}, "project": {"answers": answers}}

    there = [content(BES1=3, C6=[1, 4])]
    given_now = [
        content("LE FOUR !", BES1=3, C6=(1, 4)),
        content(BES1=4, C6=[1, 4]),
        content(BES1=4, C6=[1, 4]),
        content(day="2026-02-15", BES1=3, C6=[1, 4]),
        content("", BES1=3),
        content("", BES1=3),  # two without a name that say so little are not the same for that
        content("", **many(ENOUGH)),
        content("", **many(ENOUGH)),
    ]

    assert there_already(given_now, there) == (True, False, True, False, False, False, False, True)


def test_projects_without_a_name_are_told_by_their_answers_only():
    assert told([project("", "a", BES1=1), project("", "b", BES1=1)]) == []


@pytest.mark.parametrize(("count", "groups"), [(ENOUGH - 1, []), (ENOUGH, ["a b"])])
def test_the_same_answers_are_alike_when_they_are_too_many_for_chance(count: int, groups: list[str]):
    assert told([project("Un", "a", **many(count)), project("Deux", "b", **many(count))]) == groups


def test_one_answer_that_differs_is_another_project():
    assert told([project("Un", "a", **many(9)), project("Deux", "b", **many(9) | {"BES1": 2})]) == []


def test_two_that_are_alike_by_way_of_a_third_stand_together():
    answers = many(ENOUGH)
    assert told([project("Un", "a", **answers), project("Un", "b"), project("Deux", "c", **answers)]) == ["a b c"]


def test_the_ones_set_aside_are_no_longer_shown_alike_and_come_back_on_demand():
    changes = keep("b", (JARDIN, TWICE))

    assert changes == (("a", "choice", "a", {"kept": "b"}),)
    assert set_aside([Said(*each) for each in changes]) == {"a": "b"}
    assert told([JARDIN, TWICE], *changes) == []
    assert told([JARDIN, TWICE], *changes, *bring_back("a")) == ["a b"]


def test_projects_told_apart_both_stay_and_are_shown_again_only_with_a_new_one():
    changes = keep_all((JARDIN, TWICE))
    third = project("le jardin d elise", "d")

    assert not {"a", "b"} & set(set_aside([Said(*each) for each in changes]))
    assert told([JARDIN, TWICE], *changes) == []
    assert told([JARDIN, TWICE, third], *changes) == ["a b d"]
    assert told([JARDIN, TWICE, third], *changes, *keep_all((JARDIN, TWICE, third))) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Un", "un ", "Deux", "DEUX!", "", "Trois"]), max_size=12))
def test_every_project_stands_in_one_group_at_most_and_order_is_that_of_arrival(names: list[str]):
    groups = alike([project(name, f"{place:02}") for place, name in enumerate(names)])

    shown = [each.id for group in groups for each in group]
    assert len(shown) == len(set(shown))
    assert all(list(group) == sorted(group, key=lambda each: each.id) for group in groups)
    assert [group[0].id for group in groups] == sorted(group[0].id for group in groups)
