"""The placement method as written: stages, gates, patterns, confidence, zones, levels of organisations."""

from typing import Literal

from pydantic import Field

from assessment.content.conditions import Condition, Written
from assessment.content.questionnaire import PartId, Sourced


class Phase(Sourced):
    """A grande phase: several stages that call for the same help."""

    id: str
    label: str
    text: str


class Stage(Sourced):
    """One of the stages, in order."""

    id: str
    label: str
    phase: str
    definition: str
    sentence: str  #: « Votre projet est … »
    plain: tuple[str, ...] = Field(min_length=1)  #: the same in the plainest words, one idea in each sentence


class Requirement(Written):
    """One question at one level; *missing* completes « il manque : … », *effort* is 1 hours, 2 weeks, 3 months.

    *plain* says what is missing and *plain_step* what to do first, in the plainest words.
    """

    question: str
    at_least: int
    missing: str
    plain: str
    plain_step: str
    effort: Literal[1, 2, 3]


class Gate(Sourced):
    """The way into stage *to*: deeds name the stage, prerequisites say whether it is consolidated."""

    to: str
    deeds: tuple[Requirement, ...] = Field(min_length=1)
    prerequisites: tuple[Requirement, ...] = ()
    why: str


class Named(Sourced):
    """Something with a name that holds on a condition, told in one line."""

    id: str
    label: str
    text: str
    when: Condition | None = None  #: absent: holds when nothing before it did


class Contradiction(Sourced):
    """Two answers that do not go together, handed back as a question.

    *fires* and *silent* are worked examples, as beside a rule: question id -> answer.
    """

    questions: tuple[str, str]
    when: Condition
    ask: str
    fires: dict[str, int | str | list[int]]
    silent: dict[str, int | str | list[int]]

    @property
    def id(self) -> str:
        """The two questions joined: DEP1_EXP1."""
        return "_".join(self.questions)


class Light(Sourced):
    """One of the three dimensions of innovation: green when every dimension in *lowest_of* is at *green_from*."""

    id: str
    label: str
    question: str
    lowest_of: tuple[str, ...] = Field(min_length=1)
    green_from: int


class Sign(Written):
    """One warning sign of a zone."""

    id: str
    main: bool = False
    when: Condition
    text: str


class Zone(Sourced):
    """A risk zone: the way out of *stage*, or shown *also_when*; silent *unless* its condition fails."""

    id: str
    label: str
    stage: str
    definition: str
    plain: str
    advice: str
    also_when: Condition | None = None
    unless: Condition | None = None
    signs: tuple[Sign, ...] = Field(min_length=2)


class ZoneStatus(Written):
    """How a zone stands, in words."""

    id: Literal["devant", "dedans", "franchie"]
    label: str
    text: str


class ConfidenceLevel(Written):
    """How firm a result is, in words."""

    id: Literal["faible", "moyenne", "elevee"]
    label: str
    text: str


class ProjectConfidence(Sourced):
    """Thresholds for the project; percentages are whole numbers."""

    low_below_answered: int  #: key questions
    low_from_contradictions: int
    low_from_range: int  #: stages between the lowest and the highest possible
    high_shown_percent: int  #: gate conditions that hold and could be shown


class OrganisationConfidence(Sourced):
    """Thresholds for the organisation."""

    low_below_answered: int  #: of the scored questions asked


class ConfidenceSentences(Written):
    """Reasons, with {answered}, {total}, {shown}, {held}, {count}, {questions} filled in."""

    all_answered: str
    some_answered: str
    wide_range: str
    no_contradiction: str
    contradictions: str
    enough_shown: str
    some_shown: str
    nothing_shown: str
    stable: str
    unstable: str
    organisation_answered: str
    organisation_key_unknown: str
    organisation_not_confirmed: str


class Confidence(Written):
    """When a result is firm."""

    levels: tuple[ConfidenceLevel, ...] = Field(min_length=3, max_length=3)
    project: ProjectConfidence
    organisation: OrganisationConfidence
    sentences: ConfidenceSentences


class Spread(Sourced):
    """How uneven a profile is: from this many levels between its highest and lowest dimension."""

    id: str
    label: str
    from_levels: int


class Firmness(Written):
    """The headline when the stage is solid, and when it is ahead of its proofs."""

    solid: str
    ahead: str
    plain_solid: str
    plain_ahead: str


class Level(Sourced):
    """A level of an organisation; the highest whose condition holds, the first by default."""

    id: str
    label: str
    definition: str
    sentence: str
    plain: str
    when: Condition | None = None


class Flag(Sourced):
    """A remark on the level of an organisation: it stands this many levels above its body."""

    id: str
    label: str
    text: str
    levels_above_body: int


class OrganisationType(Sourced):
    """A type of organisation."""

    id: str
    label: str


class Placement(Written):
    """The whole placement method of an edition."""

    phases: tuple[Phase, ...]
    stages: tuple[Stage, ...] = Field(min_length=2)
    gates: tuple[Gate, ...]
    firmness: Firmness
    patterns: tuple[Named, ...]
    contradictions: tuple[Contradiction, ...]
    qualification: tuple[Named, ...] = Field(min_length=1)
    lights: tuple[Light, ...]
    spread: tuple[Spread, ...]
    strength_from_levels_above: int  #: « atout en réserve »
    plain_from_level: int  #: a dimension at this level is told in plain words as going well
    confidence: Confidence
    zone_statuses: tuple[ZoneStatus, ...] = Field(min_length=3, max_length=3)
    zones: tuple[Zone, ...]
    types: tuple[OrganisationType, ...]
    type_asked_by: tuple[str, ...]  #: questions that tell the type, the first that is answered wins
    levels: tuple[Level, ...] = Field(min_length=2)
    level_decided_by: tuple[str, ...]  #: unknown ones open the range of the level
    flags: tuple[Flag, ...]
    pairings: tuple[Named, ...] = ()  #: what a project and its organisation say about each other

    def gates_to(self, index: int) -> tuple[Gate, ...]:
        """The gates up to the stage at *index* (0 is the first stage, which has none)."""
        return self.gates[:index]


#: Parts whose confidence is told.
CONFIDENT_PARTS: tuple[PartId, ...] = ("project", "organisation")
