"""Notes beside what could be shown: read and written as they are, told when they cannot be, never concluded from."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.content.edition import Edition
from assessment.content.shelf import open_edition
from assessment.engine.answers import Answers, clean
from assessment.engine.assess import assess
from assessment.engine.changes import change
from assessment.engine.contract import answer_file, result
from assessment.engine.evidence import LONGEST_NOTE
from assessment.engine.reading import read_answers
from assessment.errors import AnswersError, Problem
from assessment.report.template import template

KEYS = open_edition().key_questions
VALUES = dict.fromkeys(KEYS, 3)
#: Any text that is not only signs that nobody can read.
TEXTS = st.text(max_size=300).map(lambda text: clean(text, LONGEST_NOTE)).filter(bool)
ODD = st.none() | st.integers() | st.text(max_size=260) | st.lists(st.text(max_size=3), max_size=2)


NOTES = st.dictionaries(st.sampled_from((*KEYS, "BES2", "é")), ODD, max_size=4) | ODD


def read(data: Any, edition: Edition) -> tuple[Mapping[str, str] | None, tuple[Problem, ...]]:
    """The notes of an answer file, or what is wrong with it."""
    try:
        return read_answers(data, edition).notes, ()
    except AnswersError as error:
        return None, error.problems


@st.composite
def noted(draw: st.DrawFn) -> Answers:
    """Key answers, some of which something shows, some of these with a note."""
    shown = draw(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["no", "document", "outside"]), max_size=6))
    backed = [name for name, word in shown.items() if word != "no"]
    notes = draw(st.dictionaries(st.sampled_from(backed), TEXTS, max_size=6)) if backed else {}
    return Answers(open_edition().id, frozenset({"project"}), VALUES, shown, notes=notes)


@settings(max_examples=80, deadline=None)
@given(noted())
def test_notes_come_back_as_they_were_written(edition: Edition, answers: Answers):
    assert read_answers(answer_file(answers, edition), edition) == answers


@settings(max_examples=30, deadline=None)
@given(noted())
def test_nothing_is_concluded_from_a_note(edition: Edition, answers: Answers):
    assert result(assess(answers, edition)) == result(assess(replace(answers, notes={}), edition))


@settings(max_examples=120, deadline=None)
@given(NOTES, st.sampled_from(["no", "outside"]))
def test_whatever_stands_as_notes_is_read_safe_or_told_with_its_place(edition: Edition, notes: Any, word: str):
    data = {"project": {"answers": VALUES, "shown": dict.fromkeys(KEYS, word), "notes": notes}}

    found, problems = read(data, edition)

    given_ = notes if isinstance(notes, dict) else {}
    safe = {name: clean(text, None) for name, text in given_.items() if isinstance(text, str) and clean(text, None)}
    can_be = (notes is None or notes == given_) and set(given_) <= set(KEYS) and (word != "no" or not safe)
    can_be = can_be and all(each is None or isinstance(each, str) for each in given_.values())
    can_be = can_be and all(len(text) <= LONGEST_NOTE for text in safe.values())
    assert (found, not problems) == (safe if can_be else None, can_be)
    assert all(each.where.startswith("project › notes") and each.what and each.remedy for each in problems)


def test_an_answer_that_changes_takes_its_note_away_with_what_could_be_shown(edition: Edition):
    backed = {"BES1": "document", "EXP1": "outside"}
    before = Answers(edition.id, frozenset({"project"}), VALUES, backed, notes={"BES1": "Un bilan", "EXP1": "Un avis"})

    after = change(before, {"BES1": 4}, edition).answers

    assert (after.shown, after.notes) == ({"EXP1": "outside"}, {"EXP1": "Un avis"})


def test_the_file_to_fill_in_has_room_for_notes_and_reads_as_it_is(edition: Edition):
    written = template(edition, "project")

    assert [line for line in written.splitlines() if line == "    BES1:"] == ["    BES1:"] * 3
    assert "  notes:\n    BES1:\n" in written
