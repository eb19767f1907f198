"""What moves when one number of the method moves by one, and why its authors accept it."""

from pydantic import Field

from assessment.content.conditions import Written


class Move(Written):
    """A change of one number, told as `jalons check --details` tells it, and the worked cases that it moves."""

    change: str
    cases: tuple[str, ...] = Field(min_length=1)


class Accepted(Written):
    """Moves that are accepted for one reason."""

    reason: str = Field(min_length=1)
    moves: tuple[Move, ...] = Field(min_length=1)


class Stability(Written):
    """Every move that is known and accepted."""

    accepted: tuple[Accepted, ...] = ()
