"""A decision among thousands of projects reads one again: what comes is what reading them all anew gives."""

import datetime
from typing import Any

import pytest

from assessment.content.edition import Edition
from assessment.portfolio.projects import projects_of
from assessment.portfolio.unchanged import projects_since
from assessment.storage.gathered import Deposited, Noted
from bench.projects import projects

DAY = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
READ = {"value": 2, "reason": "Vu sur place."}
BLIND = {"on": True, "reason": ""}


def noted(*said: tuple[str, str, str, Any]) -> tuple[Noted, ...]:
    return tuple(Noted(seq, *each, DAY, "link") for seq, each in enumerate(said, start=1))


@pytest.fixture(name="deposited", scope="module")
def _deposited(edition: Edition) -> tuple[Deposited, ...]:
    return tuple(
        Deposited(f"p{place}", f"Projet {place}", edition.id, DAY, "table", "", ("result", "answers"), "", each)
        for place, each in enumerate(projects(6, edition))
    )


BEFORE = (("p1", "decision", "", {"status": "meet", "reason": "Clair."}), ("p2", "reading", "EXP1", READ))


@pytest.mark.parametrize(
    ("since", "read_again"),
    [
        ((), set()),
        ((("p3", "note", "n", {"text": "Vu."}),), {"p3"}),
        ((("p1", "decision", "", {"status": "kept", "reason": "Vu."}), ("p2", "reading", "EXP1", None)), {"p1", "p2"}),
        ((("", "view", "Vue", {}), ("", "offer", "", [])), set()),
        ((("", "choice", "p4", {"kept": "p1"}),), {"p0", "p1", "p2", "p3", "p5"}),
        ((("", "blind", "", BLIND),), {"p0", "p1", "p2", "p3", "p4"}),
    ],
    ids=["nothing", "note", "two", "elsewhere", "choice", "blind"],
)
def test_only_what_something_is_new_of_is_read_again(deposited, edition: Edition, since, read_again: set[str]):
    before, now = noted(*BEFORE), noted(*BEFORE, *since)
    read = projects_of(deposited[:5], before, edition)
    given = deposited[:5] if "choice" not in [each[1] for each in since] else deposited

    found = projects_since(read, before, given, now, edition)

    assert found == projects_of(given, now, edition)
    assert {each.id for each in found if each not in read or not any(each is one for one in read)} == read_again


def test_what_arrived_is_read_and_what_is_gone_is_gone(deposited, edition: Edition):
    said = noted(*BEFORE)
    read = projects_of(deposited[:5], said, edition)

    found = projects_since(read, said, deposited[1:], said, edition)

    assert found == projects_of(deposited[1:], said, edition)
    assert [each is one for each, one in zip(found[:4], read[1:], strict=True)] == [True] * 4


def test_a_journal_that_no_longer_begins_as_it_did_is_read_whole(deposited, edition: Edition):
    read = projects_of(deposited, noted(*BEFORE), edition)

    found = projects_since(read, noted(*BEFORE), deposited, noted(BEFORE[0]), edition)

    assert found == projects_of(deposited, noted(BEFORE[0]), edition)
    assert found[2].readings == {}
