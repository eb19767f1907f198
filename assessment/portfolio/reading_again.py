"""First answers and the owner's second readings in, the answers read so and what moves out. Pure.

A second reading never changes what was given: it is laid over it each time, so that taking it back gives the first
result again.
"""

from collections.abc import Mapping

from assessment.content.edition import Edition
from assessment.engine.answers import Answers, Value
from assessment.engine.assess import assess
from assessment.engine.changes import change
from assessment.engine.difference import Difference, difference

#: Question -> how the owner reads it; None reads that there is no answer.
Readings = Mapping[str, Value | None]


def read_again(first: Answers, readings: Readings, edition: Edition) -> Answers:
    """*first* with *readings* laid over; what was shown backs the answer it was given for, and goes with it."""
    known = {name: value for name, value in readings.items() if name in edition.questions}
    return change(first, known, edition).answers if known else first


def effect(first: Answers, readings: Readings, edition: Edition) -> Difference:
    """What moves from the first result to the one of the second readings; a full result is worked out."""
    dropped = change(first, readings, edition).dropped if readings else ()
    after = read_again(first, readings, edition)
    return difference(assess(first, edition), assess(after, edition), dropped=dropped)


def without(readings: Readings, question: str) -> Readings:
    """*readings* once the one of *question* is taken back."""
    return {name: value for name, value in readings.items() if name != question}
