"""A module and a group in, how it is practised out: what is done, by whom, with what, on which answers of their own."""

from dataclasses import dataclass

from assessment.content.questionnaire import UNKNOWN
from assessment.engine.answers import Answers
from assessment.programme.group import Group


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What a participant answered to a question the module works on, in words; *told* is empty when unknown.

    *place*: of the answer among those the question offers, from 1; what is unknown comes after them.
    """

    participant: str
    question: str
    asked: str
    told: str
    place: int


@dataclass(frozen=True, slots=True)
class Practice:
    """The exercise of a module, in sentences of the content, and the answers it works on.

    *answers*: of those who share them, question by question; *kept*: names of those who bring their own because they do
    not share them.
    """

    module: str
    aim: str
    what: str
    together: str
    material: str
    ask: tuple[str, ...]
    until_next: str
    answers: tuple[OwnAnswer, ...]
    kept: tuple[str, ...]
    source: str


def practice(module: str, group: Group) -> Practice:
    """How *module* is practised in *group*."""
    taught = next(each for each in group.edition.programme.modules if each.id == module)
    sharing = [each for each in group.participants if each.shows_answers]
    answers = (
        OwnAnswer(
            each.name,
            name,
            group.edition.questions[name].text,
            _told(name, each.found.answers, group),
            _place(each.found.answers.values[name], len(group.edition.questions[name].choices)),
        )
        for name in taught.works_on
        for each in sharing
        if name in each.found.answers.values
    )
    return Practice(
        module=module,
        aim=taught.aim,
        what=taught.practice,
        together=taught.together,
        material=taught.material,
        ask=taught.ask,
        until_next=taught.until_next,
        answers=tuple(answers),
        kept=tuple(each.name for each in group.participants if not each.shows_answers),
        source=taught.source,
    )


def _place(value: object, choices: int) -> int:
    first = value[0] if isinstance(value, tuple) and value else value
    return first if isinstance(first, int) else choices + 1


def _told(question: str, answers: Answers, group: Group) -> str:
    value = answers.values[question]
    if value == UNKNOWN:
        return ""
    chosen = value if isinstance(value, tuple) else (value,)
    choices = group.edition.questions[question].choices
    return ", ".join(choices[number - 1].label for number in chosen if isinstance(number, int))
