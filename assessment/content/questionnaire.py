"""Questionnaires as written: parts, screens, questions, options, and what each question is asked for."""

from typing import Literal

from pydantic import Field, model_validator

from assessment.content.conditions import Condition, Written

#: The mark of « ne sait pas » in answer files.
UNKNOWN = "x"

PartId = Literal["project", "organisation", "doors"]


class Sourced(Written):
    """Whatever must say where it comes from: *source* starts with an id of catalogue/sources.yaml.

    A design choice (`choix de conception`) also gives its *reason*.
    """

    source: str = Field(min_length=1)
    reason: str | None = None

    @model_validator(mode="after")
    def _choice_has_reason(self) -> "Sourced":
        if "conception" in self.source and not self.reason:
            msg = "un choix de conception donne sa raison : ajoutez « reason »."
            raise ValueError(msg)
        return self


class Choice(Written):
    """One option; its number is its place from 1. *level* places it on the question's scale."""

    label: str = Field(min_length=1)
    level: int | None = Field(None, ge=1, le=5)
    id: str | None = None  #: the value the option stands for: a type, a door, a role
    levers: tuple[str, ...] = ()  #: levers this option calls for, first one first


class Definition(Written):
    """A hard word and what it means here."""

    id: str
    term: str
    text: str


class Screen(Sourced):
    """Questions asked together; a dimension of the profile when *scored*."""

    id: str
    label: str
    why: str
    scored: bool = True
    plain: str | None = None  #: what goes well when this dimension is high, in the plainest words


class Question(Sourced):
    """One observable fact, asked of a person."""

    id: str = Field(pattern=r"^[A-Z][A-Za-z]*\d+[a-z]?$")
    screen: str
    text: str = Field(min_length=1)
    why: str = Field(min_length=1)
    kind: Literal["one", "several"] = "one"
    at_most: int | None = Field(None, ge=1)  #: how many options may be ticked
    asked_when: Condition | None = None
    type: str | None = None  #: asked of this type of organisation only
    informative: bool = False  #: some or all of its options change nothing, and are kept for whoever reads the answers
    terms: tuple[str, ...] = ()
    proof: str | None = None  #: what could be shown
    note: str | None = None
    choices: tuple[Choice, ...] = Field(min_length=2)

    @property
    def scaled(self) -> bool:
        """Whether every option carries a level."""
        return all(choice.level is not None for choice in self.choices)

    @property
    def levels(self) -> tuple[int, ...]:
        """Every level an option can give, ascending."""
        return tuple(sorted({choice.level for choice in self.choices if choice.level is not None}))

    def level(self, number: int) -> int | None:
        """Level of option *number*, counted from 1."""
        return self.choices[number - 1].level

    @model_validator(mode="after")
    def _levels_for_all_or_none(self) -> "Question":
        given = [choice.level is not None for choice in self.choices]
        if any(given) and not all(given):
            msg = "donnez un niveau (level) à toutes les options, ou à aucune."
            raise ValueError(msg)
        if self.kind == "one" and self.at_most is not None:
            msg = "« at_most » n'a de sens que pour kind: several."
            raise ValueError(msg)
        return self


class ProofNote(Written):
    """What a person may write beside what they could show: which document, or which outside look."""

    label: str = Field(min_length=1)
    example: str = Field(min_length=1)


class Evidence(Written):
    """What may be shown for a key answer, asked in one click from level *from_level* on; without *note*, no text is."""

    question: str
    from_level: int
    choices: dict[Literal["no", "document", "outside"], str]
    note: ProofNote | None = None


class Questionnaire(Sourced):
    """One part: its screens in order, its questions in order."""

    part: PartId
    title: str
    minutes: int
    short_minutes: int | None = None  #: of its key questions alone, where they can be answered alone
    instruction: str
    unknown_label: str
    unknown_help: str
    evidence: Evidence | None = None
    shuffled: bool = False  #: options are shown in another order each time
    definitions: tuple[Definition, ...] = ()
    screens: tuple[Screen, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)

    def on_screen(self, screen: str) -> tuple[Question, ...]:
        """The questions of one screen, in order."""
        return tuple(question for question in self.questions if question.screen == screen)
