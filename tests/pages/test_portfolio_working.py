"""Many projects are worked out one by one: whoever stops it loses nothing, and what was done is done once."""

import datetime
import itertools
from dataclasses import dataclass, replace

import pytest
from streamlit.testing.v1 import AppTest

from assessment.content.edition import Edition
from assessment.pages import portfolio_working
from assessment.pages import wording_of_portfolio as words
from assessment.portfolio.projects import Project, Reading, projects_of
from assessment.portfolio.screened import Screened, screened
from bench.projects import projects

#: Ids differ from test to test: what one worked out is kept in this process.
NUMBERS = itertools.count()


@dataclass(frozen=True)
class Held:
    """A project as the storage gives it back."""

    id: str
    content: dict
    name: str = "Un projet"
    at: datetime.datetime = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)
    origin: str = "table"
    source: str = ""
    shares: tuple[str, ...] = ("result", "answers")
    replaced: bool = False


def page(shown: list) -> None:
    """What stands at the top of every page of a portfolio."""
    import streamlit

    from assessment.content.shelf import open_edition
    from assessment.pages.heading import head
    from assessment.pages.portfolio_working import work_out

    found = work_out(shown, open_edition())
    if found is not None:
        head("Portefeuille", place="portfolio")
        streamlit.session_state["found"] = found


@pytest.fixture(name="shown")
def _shown(edition: Edition) -> tuple[Project, ...]:
    held = [Held(f"project{next(NUMBERS)}", each) for each in projects(30, edition)]
    return projects_of(held, [], edition)


def tab_at(shown: tuple[Project, ...]) -> AppTest:
    return AppTest.from_function(page, args=(shown,), default_timeout=60)


def worked_out(shown: tuple[Project, ...]) -> tuple[Screened, ...]:
    return tab_at(shown).run().session_state["found"]


def test_every_project_is_worked_out_in_order_and_nothing_of_the_bar_stays(shown, edition, monkeypatch):
    monkeypatch.setattr(portfolio_working, "PATIENCE", -1.0)
    monkeypatch.setattr(portfolio_working, "PACE", 0.0)

    tab = tab_at(shown).run()

    assert tab.session_state["found"] == tuple(screened(each, edition) for each in shown)
    assert (len(tab.button), len(tab.exception)) == (0, 0)


def test_whoever_stops_it_is_told_what_is_ready_and_may_go_on(shown):
    worked_out(shown[:12])
    tab = tab_at(shown)
    tab.session_state["working_stopped"] = True

    tab.run()

    assert "found" not in tab.session_state
    assert words.WORK_STOPPED.format(done=12, total=30) in "".join(each.proto.body for each in tab.get("html"))
    tab.button(key="go_on_working").click().run()
    assert len(tab.session_state["found"]) == 30


def test_only_what_was_read_a_second_time_is_worked_out_again(shown, edition):
    before = worked_out(shown)
    changed = replace(
        shown[3],
        answers=replace(shown[3].answers, values={**shown[3].answers.values, "EXP1": 1}),
        readings={"EXP1": Reading(1, "", shown[3].at)},
    )

    after = worked_out((*shown[:3], changed, *shown[4:]))

    assert after[3] == screened(changed, edition)
    assert [place for place in range(30) if after[place] is not before[place]] == [3]
