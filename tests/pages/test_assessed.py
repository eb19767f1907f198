"""What answers give is worked out once for the same answers, and never for other ones."""

import datetime
from dataclasses import replace

import pytest
import streamlit as st

from assessment.engine.actions import Action
from assessment.engine.answers import Subject
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.pages.assessed import MOST, Assessed, Given, assessment_of, forget, once
from assessment.report.sections import tell

DAY = datetime.date(2026, 11, 26)


@pytest.fixture(name="answers", scope="module")
def _answers(example, edition):
    return read_answers(example.given, edition)


def test_the_same_answers_are_assessed_once(answers, edition):
    assert assessment_of(Given(answers, edition)) is assessment_of(Given(replace(answers), edition))


def test_other_answers_and_another_edition_are_assessed_anew(answers, edition):
    other = replace(answers, values={**answers.values, "EXP1": 1})

    assert Given(other, edition) != Given(answers, edition)
    assert Given(answers, replace(edition)) != Given(answers, edition)
    assert Given(replace(answers, shown={"EXP1": "document"}), edition) != Given(answers, edition)


def test_a_name_and_the_next_actions_are_told_and_change_nothing_of_what_is_assessed(answers, edition):
    named = replace(answers, subject=Subject("Le verger", DAY), actions=(Action("Appeler la mairie"),))
    found = Assessed(named, DAY, Given(named, edition))

    assert assessment_of(found.given) is assessment_of(Given(answers, edition))
    assert found.report == tell(assess(named, edition), DAY)
    assert found.assessment.answers == named


def test_what_the_process_keeps_has_a_limit(answers, edition):
    first = assessment_of(Given(answers, edition))
    for number in range(MOST):
        assessment_of(Given(replace(answers, values={**answers.values, "C5": number % 5, "C9": number}), edition))

    assert assessment_of(Given(answers, edition)) is not first


def test_nothing_is_kept_of_a_visit_that_leaves_no_trace_or_that_erased_its_answers(answers, edition):
    given = Given(answers, edition)
    first = assessment_of(given)
    st.session_state["without_trace"] = True
    traceless = assessment_of(given)
    del st.session_state["without_trace"]
    again = assessment_of(given)
    forget()

    assert traceless is not first
    assert again is first
    assert assessment_of(given) is not first


def test_nothing_is_kept_of_what_was_being_worked_out_while_its_answers_were_erased():
    erasing = [True]

    @once
    def worked_out(about: str) -> list[str]:
        if erasing:
            erasing.pop()
            forget()  # as another visit of this process would, in the middle
        return [about]

    meanwhile = worked_out("hers")
    after = worked_out("hers")

    assert meanwhile is not after
    assert worked_out("hers") is after
