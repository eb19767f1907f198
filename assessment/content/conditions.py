"""YAML conditions in, frozen trees out: one subject and one comparison per test, joined by all, any, not.

There are no expressions in strings. Each class below is one line an author can write; which key stands in the mapping
says which test it is. What a test means is said once, in assessment/engine/verdicts.py.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

#: Comparisons an author can write; each test below lists those it takes.
COMPARISONS = ("is", "in", "includes", "empty", "at_least", "at_most", "above", "below")


class Written(BaseModel):
    """Anything that people write in YAML: frozen, and no key that we do not know."""

    # Most only ever stand inside another one, which reads them: none is made ready before it reads.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


#: One id, or a list of them.
OneOrSeveral = Annotated[
    tuple[str, ...],
    BeforeValidator(lambda given: (given,) if isinstance(given, str) else given),
    Field(min_length=1),
]


class Leaf(Written):
    """A leaf of a condition: exactly one comparison."""

    @model_validator(mode="after")
    def _one_comparison(self) -> "Leaf":
        fields = {name: field.alias or name for name, field in type(self).model_fields.items()}
        possible = [alias for alias in fields.values() if alias in COMPARISONS]
        given = [alias for name, alias in fields.items() if alias in COMPARISONS and getattr(self, name) is not None]
        if possible and len(given) != 1:
            msg = f"écrivez une comparaison, et une seule, parmi : {', '.join(possible)}."
            raise ValueError(msg)
        return self


class AnswerTest(Leaf):
    """The answer to one question; at_least and at_most compare levels, the others option numbers."""

    answer: str
    is_: int | None = Field(None, alias="is")
    in_: tuple[int, ...] | None = Field(None, alias="in", min_length=1)
    includes: tuple[int, ...] | None = Field(None, min_length=1)
    empty: bool | None = None
    at_least: int | None = None
    at_most: int | None = None


class DimensionTest(Leaf):
    """The level (1-5) of a dimension of the project, alone or against the stage reached (`below: reached`)."""

    dimension: str
    at_least: int | None = None
    at_most: int | None = None
    below: str | None = Field(None, pattern="^reached$")


class StageTest(Leaf):
    """The stage reached (E) or consolidated (C); `above: consolidated` says E > C."""

    stage: str = Field(pattern="^(reached|consolidated)$")
    is_: str | None = Field(None, alias="is")
    in_: tuple[str, ...] | None = Field(None, alias="in", min_length=1)
    at_least: str | None = None
    at_most: str | None = None
    above: str | None = Field(None, pattern="^consolidated$")


class MissingTest(Leaf):
    """A deed or prerequisite on this question is missing or unknown, for a stage up to E (consolidate) or the next."""

    missing: str
    towards: str = Field("any", pattern="^(consolidate|next|any)$")


class TypeTest(Leaf):
    """The type of the organisation, one id or several."""

    type: OneOrSeveral


class LevelTest(Leaf):
    """The level of the organisation, one id or several."""

    level: OneOrSeveral


class PracticeTest(Leaf):
    """The level (1-3) of one dimension of the organisation (ALL, MSE, NUM, COM, EVA, INN, TYPE)."""

    practice: str
    at_least: int | None = None
    at_most: int | None = None


class BodyTest(Leaf):
    """The lower median of all answered items of the organisation (1-3)."""

    body: str = Field(pattern="^organisation$")
    at_least: int | None = None
    at_most: int | None = None


class CountTest(Leaf):
    """How many of the named questions, or of all practices, satisfy the comparison: at least `how_many`."""

    count: tuple[str, ...] | str
    how_many: int = Field(ge=1)
    at_least: int | None = None
    at_most: int | None = None

    @model_validator(mode="after")
    def _practices_or_questions(self) -> "CountTest":
        if isinstance(self.count, str) and self.count != "practices":
            msg = "« count » prend une liste de questions, ou le mot practices."
            raise ValueError(msg)
        return self


class ConfidenceTest(Leaf):
    """How firm the result of a part is (project or organisation)."""

    confidence: str = Field(pattern="^(project|organisation)$")
    is_: str | None = Field(None, alias="is")


class PatternTest(Leaf):
    """A special pattern of the project holds."""

    pattern: str


class ZoneTest(Leaf):
    """The status of a risk zone of the project (devant, dedans, franchie)."""

    zone: str
    is_: str | None = Field(None, alias="is")


class LeverTest(Leaf):
    """The rank (from 1) of a lever in the project's list."""

    lever: str
    at_least: int | None = None
    at_most: int | None = None


class NeedTest(Leaf):
    """The project has a need in this dimension."""

    need: str


class KnownTest(Leaf):
    """Whether something is known at all: project, organisation, type or level. Never unknown itself."""

    known: str = Field(pattern="^(project|organisation|type|level)$")


class RecommendedTest(Leaf):
    """Something of this kind, or this very item, was recommended by a rule of an earlier kind."""

    recommended: str


class All(Written):
    """Every one of these."""

    all_: tuple["Condition", ...] = Field(alias="all", min_length=1)


class Any_(Written):
    """At least one of these."""

    any_: tuple["Condition", ...] = Field(alias="any", min_length=1)


class Not(Written):
    """The contrary."""

    not_: "Condition" = Field(alias="not")


SUBJECTS = {
    "all": All,
    "any": Any_,
    "not": Not,
    "answer": AnswerTest,
    "dimension": DimensionTest,
    "stage": StageTest,
    "missing": MissingTest,
    "type": TypeTest,
    "level": LevelTest,
    "practice": PracticeTest,
    "body": BodyTest,
    "count": CountTest,
    "confidence": ConfidenceTest,
    "pattern": PatternTest,
    "zone": ZoneTest,
    "lever": LeverTest,
    "need": NeedTest,
    "known": KnownTest,
    "recommended": RecommendedTest,
}


def _subject(data: Any) -> str | None:  # noqa: ANN401 - raw YAML
    if isinstance(data, Written):
        return next(f"<{key}>" for key, kind in SUBJECTS.items() if type(data) is kind)
    if not isinstance(data, dict):
        return None
    found = [key for key in SUBJECTS if key in data]
    return f"<{found[0]}>" if len(found) == 1 else None


Condition = Annotated[
    Annotated[All, Tag("<all>")]
    | Annotated[Any_, Tag("<any>")]
    | Annotated[Not, Tag("<not>")]
    | Annotated[AnswerTest, Tag("<answer>")]
    | Annotated[DimensionTest, Tag("<dimension>")]
    | Annotated[StageTest, Tag("<stage>")]
    | Annotated[MissingTest, Tag("<missing>")]
    | Annotated[TypeTest, Tag("<type>")]
    | Annotated[LevelTest, Tag("<level>")]
    | Annotated[PracticeTest, Tag("<practice>")]
    | Annotated[BodyTest, Tag("<body>")]
    | Annotated[CountTest, Tag("<count>")]
    | Annotated[ConfidenceTest, Tag("<confidence>")]
    | Annotated[PatternTest, Tag("<pattern>")]
    | Annotated[ZoneTest, Tag("<zone>")]
    | Annotated[LeverTest, Tag("<lever>")]
    | Annotated[NeedTest, Tag("<need>")]
    | Annotated[KnownTest, Tag("<known>")]
    | Annotated[RecommendedTest, Tag("<recommended>")],
    Discriminator(
        _subject,
        custom_error_type="condition",
        custom_error_message="une condition porte un sujet, et un seul, parmi : " + ", ".join(SUBJECTS) + ".",
    ),
]
