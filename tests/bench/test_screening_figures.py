"""The instrument that times tables and weighs what they take."""

from bench import screening


def test_a_workbook_is_read_both_ways_and_every_row_of_it_is_taken():
    found = screening.read(40, rounds=1)

    assert found.ratio == found.ours / found.bare > 0
    assert found.rows == 40


def test_rows_are_all_different_and_answer_every_question_of_the_project():
    columns, *rows = screening.cells(50, screening.open_edition())

    assert len({tuple(row[1:]) for row in rows}) == 50
    assert {name for name in columns if name in screening.open_edition().part_of} == {
        each.id for each in screening.open_edition().project.questions
    }


def test_the_command_is_timed_with_all_its_processes_and_every_row_comes_out():
    found = screening.screened(12)

    assert (found.rows, found.work > 0.2, found.memory > 30_000) == (12, True, True)
