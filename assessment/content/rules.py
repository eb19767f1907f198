"""Rules as written: a condition, what it recommends, holds back or says, its sentence and its source."""

from pydantic import Field, model_validator

from assessment.content.catalogue import Kind
from assessment.content.conditions import Condition, Written
from assessment.content.questionnaire import Sourced


class HoldBack(Written):
    """What a guard-rail keeps out, whichever rule recommends it; *at_most* shows fewer of a kind than the limits do."""

    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    at_most: dict[Kind, int] = Field(default_factory=dict)


class Rule(Sourced):
    """If *when* holds, then recommend, name a lever, say a message or hold back; *because* completes « parce que … ».

    *fires* and *silent* are worked examples: question id -> answer.
    """

    id: str
    when: Condition | None = None
    presentation: bool = False  #: a rule of layout, carried out by the report, without condition
    recommend: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    message: str | None = None
    hold_back: HoldBack | None = None
    tags: tuple[str, ...] = ()  #: guard-rails hold the rule back by these
    precedence: int = Field(2, ge=1, le=3)  #: 1 before 2 before 3, among rules of one kind
    because: str
    fires: dict[str, int | str | list[int]] | None = None
    silent: dict[str, int | str | list[int]] | None = None

    @property
    def place(self) -> tuple[int, str]:
        """Order among rules, wherever they are written: R9 before R10a before R10b."""
        return int("".join(sign for sign in self.id if sign.isdigit()) or 0), self.id

    @model_validator(mode="after")
    def _complete(self) -> "Rule":
        if self.presentation:
            if self.when is not None:
                msg = "une règle de présentation n'a pas de condition : retirez « when »."
                raise ValueError(msg)
            return self
        if self.when is None:
            msg = "il manque la condition « when » (ou presentation: true)."
            raise ValueError(msg)
        if not (self.recommend or self.levers or self.message or self.hold_back):
            msg = "la règle ne fait rien : ajoutez recommend, levers, message ou hold_back."
            raise ValueError(msg)
        if self.fires is None or self.silent is None:
            msg = "donnez un exemple qui déclenche la règle (fires) et un qui ne la déclenche pas (silent)."
            raise ValueError(msg)
        return self


class Group(Written):
    """Kinds shown together, and how many of them at most."""

    kinds: tuple[Kind, ...] = Field(min_length=1)
    at_most: int = Field(ge=1)


class Limits(Sourced):
    """How many recommendations to show, in the order of the groups; and how many of what is missing."""

    groups: tuple[Group, ...] = Field(min_length=1)
    levers_at_most: int
    missing_at_most: int


class RuleFile(Written):
    """One file of rules."""

    rules: tuple[Rule, ...] = ()
