"""What was found about one item in, the sentences that explain it out: why it is proposed, or what keeps it out.

Each renderer lays them out: the terminal as indented lines, the page as lists.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.rules import Rule
from assessment.engine.answers import Value
from assessment.engine.obstacles import KeptOut
from assessment.engine.recommendations import Recommendation
from assessment.engine.remedies import Remedies, Remedy
from assessment.report import wording
from assessment.report.conditions_told import told, told_option

PROPOSED = "Cette piste est proposée, au rang {rank}, {because}."
PROPOSED_BY = "Cette piste est proposée, au rang {rank}, {because} (règle {rule})."
NOT_PROPOSED = "Cette piste n'est pas proposée."
FROM_ANSWERS = "D'après ces réponses, dont aucune n'est de trop :"
WHY_NOT = "Ce qui l'écarte, règle par règle :"
NO_RULE = "Aucune règle ne la propose."
RULE = "Une règle : « {because} »"
RULE_CALLED = "Règle {rule}, « {because} »"
WOULD_HAVE_TO = "Il faudrait :"
NOT_KNOWN = "Il faudrait aussi, et ce n'est pas encore su :"
ONLY_NOT_KNOWN = "Il faudrait, et ce n'est pas encore su :"
HELD_BACK = "Un garde-fou l'écarte : {because}."
HELD_BACK_BY = "Le garde-fou {rule} l'écarte : {because}."
CROWDED_OUT = "La règle s'applique, mais d'autres pistes passent avant : {items}."
UNANSWERED = "La règle s'applique, mais aucune réponse ne l'appuie encore."
ENOUGH = "Une seule de ces réponses suffirait :"
ENOUGH_TOGETHER = "Plusieurs réponses à la fois suffiraient ; chaque tiret est une possibilité :"
NOTHING_ENOUGH = "Aucun changement de trois réponses au plus ne suffirait."
NOTHING_FOUND = "Nous n'avons pas trouvé de changement de trois réponses au plus qui suffirait."
NOTHING_TICKED = "rien de coché"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A condition that would have to hold; *told_by*: the questions that would tell, when it is not known yet."""

    text: str
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What keeps one rule from bringing an item in: *wanted* under their introductions, and *notes*.

    *ids*: of the rules that this names.
    """

    rule: str
    ids: tuple[str, ...]
    wanted: tuple[tuple[str, tuple[Wanted, ...]], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Obstacles:
    """*rails*: guard-rails that hold an item back whatever the rule, said once; then each rule under *intro*.

    *ids*: of those guard-rails.
    """

    rails: tuple[str, ...]
    ids: tuple[str, ...]
    intro: str
    rules: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that would have to become *value*: the question and that answer in words."""

    question: str
    value: Value
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that would together be enough; *dropped*: questions whose answers would have to go."""

    changes: tuple[Change, ...]
    dropped: tuple[str, ...]


def proposed(shown: Recommendation, *, coded: bool = True) -> str:
    """The rank of what is recommended and why, in one sentence; *coded*: with the id of the rule."""
    sentence = PROPOSED_BY if coded else PROPOSED
    return sentence.format(rank=shown.rank, because=_because(shown.rule), rule=shown.rule.id)


def obstacles(
    kept_out: Sequence[KeptOut],
    edition: Edition,
    name: Callable[[Item], str] = lambda item: f"« {item.title} »",
    *,
    coded: bool = True,
) -> Obstacles:
    """What keeps an item out, rule by rule; *name* says how other items are called, *coded* names rules by their ids.

    A page says ids apart, in small.
    """
    first = kept_out[0].held_back_by if kept_out else ()
    rails = [rail for rail in first if all(rail in each.held_back_by for each in kept_out)]
    return Obstacles(
        rails=tuple(_held_back(rail, coded=coded) for rail in rails),
        ids=tuple(rail.id for rail in rails),
        intro=WHY_NOT if kept_out else NO_RULE,
        rules=tuple(
            _obstacle(each, [rail for rail in each.held_back_by if rail not in rails], edition, name, coded=coded)
            for each in kept_out
        ),
    )


def ways(found: Remedies | None, edition: Edition) -> tuple[str, tuple[Way, ...]]:
    """How to bring an item in: an introduction, and each set of answers that would be enough."""
    if found is None or not found.sets:
        return (NOTHING_ENOUGH if found and found.complete else NOTHING_FOUND), ()
    intro = ENOUGH if len(found.sets[0].answers) == 1 else ENOUGH_TOGETHER
    return intro, tuple(_way(each, edition) for each in found.sets)


def answer_words(name: str, value: Value | None, edition: Edition) -> str:
    """An answer in the words of its options, between quotation marks."""
    if value is None:
        return wording.NOT_ANSWERED
    if isinstance(value, str):
        return f"« {edition.questionnaire(edition.part_of[name]).unknown_label} »"
    numbers = value if isinstance(value, tuple) else (value,)
    return " et ".join(told_option(edition.questions[name], number) for number in numbers) or NOTHING_TICKED


def _wanted(each: KeptOut, edition: Edition) -> tuple[tuple[str, tuple[Wanted, ...]], ...]:
    failing = tuple(Wanted(told(part, edition)) for part in each.failing)
    unknown = tuple(Wanted(told(part.condition, edition), part.questions) for part in each.unknown)
    groups = ((WOULD_HAVE_TO, failing), (NOT_KNOWN if failing else ONLY_NOT_KNOWN, unknown))
    return tuple((intro, conditions) for intro, conditions in groups if conditions)


def _obstacle(
    each: KeptOut, rails: Sequence[Rule], edition: Edition, name: Callable[[Item], str], *, coded: bool
) -> Obstacle:
    rule = (RULE_CALLED if coded else RULE).format(rule=each.rule.id, because=_because(each.rule))
    ids = (each.rule.id, *(rail.id for rail in rails))
    return Obstacle(rule, ids, _wanted(each, edition), _notes(each, rails, name, coded=coded))


def _notes(each: KeptOut, rails: Iterable[Rule], name: Callable[[Item], str], *, coded: bool) -> tuple[str, ...]:
    crowd = ", ".join(name(other.item) for other in each.crowded_out_by)
    return (
        *(_held_back(rail, coded=coded) for rail in rails),
        *([CROWDED_OUT.format(items=crowd)] if crowd else []),
        *([UNANSWERED] if each.unanswered else []),
    )


def _held_back(rail: Rule, *, coded: bool) -> str:
    return (HELD_BACK_BY if coded else HELD_BACK).format(rule=rail.id, because=rail.because)


def _way(remedy: Remedy, edition: Edition) -> Way:
    changes = (
        Change(name, value, edition.questions[name].text, answer_words(name, value, edition))
        for name, value in remedy.answers
    )
    return Way(tuple(changes), remedy.dropped)


def _because(rule: Rule) -> str:
    return wording.small(wording.because(rule.because)).removesuffix(".")
