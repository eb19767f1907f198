"""Doors order links: the most chosen first, the last question breaks a tie."""

from collections.abc import Callable

import pytest

from assessment.engine.assess import Assessment


@pytest.mark.parametrize(
    ("answers", "order", "shared"),
    [
        ({"L1": 3, "L2": 3, "L3": 1}, ("methodique", "systemique", "pragmatique", "utilitariste"), False),
        ({"L1": 1, "L2": 4, "L5": 4}, ("utilitariste", "systemique", "pragmatique", "methodique"), False),
        ({"L1": 1, "L2": 4, "L5": 2}, ("pragmatique", "systemique", "utilitariste", "methodique"), False),
        ({"L1": 1, "L2": 4}, ("systemique", "utilitariste", "pragmatique", "methodique"), True),
        ({"L1": "x"}, ("systemique", "pragmatique", "methodique", "utilitariste"), True),
    ],
)
def test_doors_come_by_how_often_they_were_chosen(
    answers: dict,
    order: tuple[str, ...],
    shared: bool,
    assessing: Callable[..., Assessment],
):
    found = assessing(**answers).doors

    assert (found.order, found.shared) == (order, shared)
