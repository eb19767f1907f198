"""Columns of a report: letters keep their size while pages have room, which goes above titles and paragraphs."""

import doctest

import pytest
from reportlab.platypus import Flowable

from assessment.report import pdf_fonts, pdf_room
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_room import fit, height
from assessment.report.pdf_structure import Element
from assessment.report.pdf_style import COLUMN, HEIGHT, styles
from assessment.report.pdf_text import Text

#: Every page of two columns that a report may have.
MOST = 4 * 2 * HEIGHT


@pytest.fixture(name="written")
def _written():
    """So many titles with a badge, each with a paragraph below, under one title of a section."""
    pdf_fonts.register()

    def write(count: int) -> tuple[Pen, list[Flowable]]:
        pen = Pen(Element("Document"), styles())
        told = [pen.section("Des pistes, avec leur raison")]
        for number in range(count):
            told += [pen.item(f"Piste {number}", "à vérifier"), pen.write("Comment commencer : écrivez. " * 8, "fact")]
        return pen, told

    return write


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(pdf_room).failed == 0


@pytest.mark.parametrize("count", [10, 40, 80])
def test_a_report_with_room_to_spare_has_air_and_letters_of_full_size(count, written):
    pen, told = written(count)
    before, sizes = height(told, COLUMN), [text.style.fontSize for text in pen.written]

    fit(told, pen.written, 0)

    assert [text.style.fontSize for text in pen.written] == sizes
    titles = [each.title for each in told if hasattr(each, "title")]
    assert {title.style.spaceBefore > styles()["item"].spaceBefore for title in titles} == {True}
    pages = -(-before * 1.1 // (2 * HEIGHT))
    assert before < height(told, COLUMN) <= pages * 2 * HEIGHT


def test_a_report_that_would_go_past_its_pages_has_smaller_letters_and_no_air(written):
    pen, told = written(10)
    while height(told, COLUMN) * 1.1 <= MOST * 1.05:
        pen, told = written(len(told) // 2 + 5)

    fit(told, pen.written, 0)

    assert height(told, COLUMN) <= MOST
    assert {text.style.fontSize < styles()[text.style.name].fontSize for text in pen.written} == {True}
    assert {text.style.spaceBefore for text in told if isinstance(text, Text)} == {
        styles()[name].spaceBefore for name in ("section", "fact")
    }
