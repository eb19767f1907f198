"""A visitor on a websocket is a person at the pages: what it answers is saved, and it knows when."""

import asyncio
from pathlib import Path

import pytest

from assessment.settings import Settings
from assessment.storage.kept import Figures
from assessment.storage.opening import open_store
from assessment.storage.principals import OPERATOR
from bench.served import NeverStarted, Server, hello, jalons
from bench.sessions import Crowd, Effort, largest
from bench.visitors import NothingTold, visit_hello, visit_jalons


def test_what_a_visitor_of_jalons_answers_is_saved(tmp_path: Path):
    async def answer(server: Server) -> list[str]:
        visitor = await visit_jalons(server, 0)
        told = []
        for number in (1, 2, 6):
            assert await visitor.answer("EXP1", number) > 0
            told.append(visitor.told)
        await visitor.connection.close()
        return told

    with jalons(tmp_path) as server:
        told = asyncio.run(answer(server))
    kept = open_store(Settings(data=tmp_path)).figures(OPERATOR)

    assert kept == Figures(dossiers=1, drafts=1, entries=int(told[-1]), links=1, deposits=0)
    assert [int(each) for each in told] == sorted({int(each) for each in told})


def test_a_visitor_of_the_hello_world_sees_the_line_change(world: Server):
    async def answer() -> list[str]:
        visitor = await visit_hello(world, 0)
        told = [visitor.told]
        for number in (3, 1):
            await visitor.answer("", number)
            told.append(visitor.told)
        await visitor.connection.close()
        return told

    assert asyncio.run(answer()) == ["", "Answer 3", "Answer 1"]


def test_an_answer_that_changes_nothing_is_no_answer(world: Server):
    async def answer() -> None:
        visitor = await visit_hello(world, 0)
        await visitor.answer("", 3)
        try:
            await visitor.answer("", 3)
        finally:
            await visitor.connection.close()

    with pytest.raises(NothingTold):
        asyncio.run(answer())


def test_a_server_that_cannot_start_says_why():
    with pytest.raises(NeverStarted, match="nowhere"), hello("nowhere", stock=False):
        pass


def test_a_crowd_that_fits_holds_and_one_with_a_lost_visitor_does_not(world: Server):
    async def hold() -> tuple[bool, bool]:
        crowd = Crowd(world, visit_hello, [""])
        fits = await crowd.holds(2, answers=1)
        await crowd.visitors[0].connection.close()  # one of two is never told
        lost = await crowd.holds(2, answers=1)
        await crowd.leave()
        return fits, lost

    assert asyncio.run(hold()) == (True, False)


@pytest.mark.parametrize(("holding", "expected"), [(37, 36), (3, 3), (0, 0), (10_000, 64)])
def test_the_largest_crowd_is_doubled_to_and_halved_to(holding: int, expected: int):
    async def holds(count: int) -> bool:
        return count <= holding

    assert asyncio.run(largest(holds, Effort(first=4, most=64, halvings=3))) == expected
