"""A recommendation in, the answers it needs out: enough for its rule, and none of them to spare.

The engine keeps every answer that counted. Some say the same thing twice: two halves of an « any », two deeds that name
the same stage. Taken away one by one for as long as the rule still gives its item, what is left is what it needs: with
the others set aside, the rule no longer gives anything once any of them is taken away too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.content import conditions as written
from assessment.content.rules import Rule
from assessment.engine.answers import Answers
from assessment.engine.assess import Assessment, assess
from assessment.engine.changes import change
from assessment.engine.dependencies import narrowed
from assessment.engine.recommendations import Recommendation
from assessment.engine.verdicts import Verdict, Weighed


@dataclass(frozen=True, slots=True)
class Reasons:
    """*needed*: answers that are enough, none to spare; *aside*: answers that say the same thing over again."""

    needed: tuple[str, ...]
    aside: tuple[str, ...]


def reasons(assessment: Assessment, recommendation: Recommendation) -> Reasons:
    """The answers that *recommendation* needs, those that its rule looks at itself kept rather than others."""
    edition = narrowed(assessment.edition, [recommendation.rule])
    answers, because = assessment.answers, recommendation.because
    own = frozenset(_looked_at(_weighed(assessment, recommendation.rule)))
    taken = True
    while taken:
        taken = False
        for name in sorted(assessment.in_order(because)[::-1], key=lambda name: name in own):
            without = change(answers, {name: None}, edition).answers
            found = _weighed(assess(without, edition), recommendation.rule)
            if gives(found):
                answers, because, taken = without, found.because, True
                break
    return Reasons(assessment.in_order(because), _gone(assessment, answers))


def gives(weighed: Weighed) -> bool:
    """Whether a rule weighed so gives what it recommends, guard-rails left aside: it holds, on an answer at least."""
    return weighed.verdict is Verdict.HOLDS and bool(weighed.because)


def _weighed(assessment: Assessment, rule: Rule) -> Weighed:
    return next(each.weighed for each in assessment.advice.weighings if each.rule.id == rule.id)


def _looked_at(weighed: Weighed) -> Iterator[str]:
    for part in weighed.parts:
        yield from _looked_at(part)
    if isinstance(weighed.condition, written.AnswerTest | written.MissingTest):
        yield from weighed.because


def _gone(assessment: Assessment, answers: Answers) -> tuple[str, ...]:
    return assessment.in_order(assessment.answers.values.keys() - answers.values.keys())
