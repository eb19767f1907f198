"""Any answers to the shipped edition, and what could be shown for them, for Hypothesis."""

from hypothesis import strategies as st

from assessment.content.questionnaire import UNKNOWN, Question
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers

EDITION = open_edition()
QUESTIONS = EDITION.questions
SHOWN = st.sampled_from(["no", "document", "outside"])


def value(question: Question) -> st.SearchStrategy:
    """Any answer to one question, « ne sait pas » too."""
    numbers = st.integers(1, len(question.choices))
    if question.kind == "several":
        most = question.at_most or len(question.choices)
        return st.just(UNKNOWN) | st.lists(numbers, max_size=most, unique=True).map(tuple)
    return st.just(UNKNOWN) | numbers


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """A project, with its organisation or without; an association where the type is told."""
    parts = draw(st.sampled_from([("project",), ("project", "organisation")]))
    asked = [
        each for each in QUESTIONS.values() if EDITION.part_of[each.id] in parts and each.type in (None, "association")
    ]
    left = draw(st.sets(st.sampled_from([each.id for each in asked]), max_size=len(asked) // 2))
    values = {each.id: draw(value(each)) for each in asked if each.id not in left}
    values |= {"C2": 1} | ({"T0": 1} if "organisation" in parts else {})
    shown = draw(st.dictionaries(st.sampled_from(EDITION.key_questions), SHOWN, max_size=6))
    return Answers(EDITION.id, frozenset(parts), values, {name: word for name, word in shown.items() if name in values})


@st.composite
def readings(draw: st.DrawFn) -> dict[str, object]:
    """Second readings of some questions of the project."""
    names = draw(st.lists(st.sampled_from([each.id for each in EDITION.project.questions]), max_size=4, unique=True))
    return {name: draw(value(QUESTIONS[name])) for name in names}
