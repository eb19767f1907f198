"""What is told, asked and prepared in each module of a form'action, and what the method says of itself, as written."""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field, model_validator

from assessment.content.conditions import Written
from assessment.content.questionnaire import Sourced


class Purpose(Sourced):
    """What a form'action is for, at one *level* of a group."""

    level: str
    text: str


class Principle(Sourced):
    """A sentence of the method, for whoever orders a form'action."""

    text: str


class Step(Sourced):
    """A step of any practice: its *share* of the time, in hundredths, and what happens."""

    share: int = Field(ge=1, le=100)
    text: str


class Lesson(Sourced):
    """A module as a facilitator leads it.

    *told*: what is explained, point by point; *ask_further*: what to ask once the first questions of programme.yaml are
    answered; *bring*: what participants come with; *watch*: what the facilitator keeps an eye on.
    """

    id: str
    told: tuple[str, ...] = Field(min_length=2)
    ask_further: tuple[str, ...] = Field(min_length=2)
    bring: str
    watch: str


class Teaching(Written):
    """The content of a form'action, besides what programme.yaml says of its making; one lesson for each module."""

    purposes: tuple[Purpose, ...] = Field(min_length=1)
    method: tuple[Principle, ...] = Field(min_length=1)
    ground_rules: tuple[str, ...] = Field(min_length=1)
    before: str
    follow_up: tuple[Principle, ...] = Field(min_length=1)
    practice_steps: tuple[Step, ...] = Field(min_length=1)
    modules: tuple[Lesson, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fill_the_practice(self) -> "Teaching":
        if (total := sum(step.share for step in self.practice_steps)) != 100:
            msg = f"les parts (« share ») de « practice_steps » font 100 ensemble, et non {total}."
            raise ValueError(msg)
        return self

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """Every lesson by the id of its module."""
        return {each.id: each for each in self.modules}
