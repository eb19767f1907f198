"""What funders bring and what they may expect, as written: nothing of it moves a result."""

from pydantic import Field

from assessment.content.conditions import Written
from assessment.content.questionnaire import Sourced


class Economy(Sourced):
    """What makes a project live in a phase, and what nobody should ask of it yet."""

    phase: str
    label: str
    text: str


class Support(Sourced):
    """A kind of support, for some levers; *caution* says why it does not suit the phases of *unsuited_in*."""

    id: str
    label: str
    levers: tuple[str, ...] = Field(min_length=1)
    unsuited_in: tuple[str, ...] = ()
    caution: str | None = None


class Funding(Written):
    """How the projects of each phase live, and the kinds of support that an offer is described by."""

    economies: tuple[Economy, ...]
    supports: tuple[Support, ...] = Field(min_length=1)
