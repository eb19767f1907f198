"""The minutes that a part says, against the words that stand on its screens.

A person reads 200 words a minute, what comes back on every screen once, and each question down to the line past theirs.
"""

from collections.abc import Iterator, Mapping
from statistics import median

import pytest

from assessment.content.edition import Edition
from assessment.content.questionnaire import Question, Questionnaire
from assessment.pages import wording
from assessment.proofs.readability import words

PACE = 200


def shown(question: Question, part: Questionnaire, answer: object, *, key: bool) -> Iterator[str]:
    """What stands on the screen for a question, down to the line past the one that was chosen."""
    screen = next(screen for screen in part.screens if screen.id == question.screen)
    yield from (screen.label, screen.why, question.text, question.note or "", wording.WHY_AND_WORDS, part.unknown_label)
    one = isinstance(answer, int) and question.kind == "one"
    last = answer + 1 if one else len(question.choices)
    yield from (choice.label for choice in question.choices[:last])
    if key and one and part.evidence and (question.choices[answer - 1].level or 0) >= part.evidence.from_level:
        yield from (part.evidence.question, *part.evidence.choices.values(), question.proof or "")
        if part.evidence.note:
            yield from (part.evidence.note.label, part.evidence.note.example)


def minutes(part: Questionnaire, answers: Mapping[str, object], keys: frozenset[str], *, short: bool) -> float:
    asked = [question for question in part.questions if not short or question.id in keys]
    told = [part.title, part.instruction, part.unknown_help, wording.PROGRESS, wording.HOW_TO_ANSWER]
    told += [text for each in asked for text in shown(each, part, answers.get(each.id), key=each.id in keys)]
    return sum(map(words, dict.fromkeys(told))) / PACE


@pytest.mark.parametrize("short", [False, True])
def test_the_six_stories_are_answered_in_the_minutes_that_are_told(short: bool, edition: Edition):
    part, keys = edition.project, frozenset(edition.key_questions)
    stories = [example.given["project"]["answers"] for example in edition.examples if example.story]
    took = [minutes(part, answers, keys, short=short) for answers in stories]

    told = part.short_minutes if short else part.minutes
    assert len(took) == 6
    assert median(took) < told
    assert max(took) < told + 1  # to whom every line applies
