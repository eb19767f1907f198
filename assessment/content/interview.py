"""How an interview is prepared from a project's answers, as written: why something is asked, and in which words."""

from typing import Literal

from pydantic import Field

from assessment.content.conditions import Written
from assessment.content.questionnaire import Sourced

MotiveId = Literal["contradiction", "reading", "unanswered", "unknown", "declared", "missing"]


class Motive(Written):
    """Why a question is in the guide: a word or two, a sentence, and how what may change is introduced ({what})."""

    id: MotiveId
    label: str
    text: str
    lead: str


class Effects(Written):
    """What an answer may change, the strongest first: ends of sentences, with what stands between braces filled in."""

    stage: str
    range: str
    consolidated: str
    level: str
    level_range: str
    zone: str
    levers: str
    confidence: str


class OpenQuestion(Written):
    """What to ask about a *question* of the questionnaires, to hear a story or a fact."""

    question: str
    ask: str


class Missing(Written):
    """What is asked about something that a stage still wants ({what}), and for which: the one reached or the next."""

    ask: str
    now: str
    next: str


class InterviewMethod(Sourced):
    """The making of an interview guide. *shown*: what may change once an answer is shown; *together*: once all are.

    *with_others*: what an answer may change that is not enough alone, along with the others that are missing. A guide
    with fewer questions than *filled_to* also asks what a stage still wants (*missing*).
    """

    at_most: int = Field(ge=1)
    opening: str
    closing: str
    nothing: str
    together: str
    motives: tuple[Motive, ...] = Field(min_length=6, max_length=6)
    effects: Effects
    shown: str
    with_others: str
    filled_to: int = Field(ge=0)
    missing: Missing
    asks: tuple[OpenQuestion, ...] = Field(min_length=1)
