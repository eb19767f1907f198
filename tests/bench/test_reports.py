"""The instrument that times and weighs reports."""

import io

import pypdf

from assessment.report import pdf
from bench import reports
from bench.reports_in_html import in_html


def test_a_report_is_timed_and_weighed_with_and_without_its_tags():
    found = reports.measure(rounds=1)

    assert found.to_plain == found.ours / found.plain > 0
    assert min(found.size, found.plain_size) > 10_000


def test_the_control_has_the_same_words_and_no_structure():
    report = reports.sample()
    tagged, plain = (pypdf.PdfReader(io.BytesIO(content)) for content in (pdf.render(report), pdf.untagged(report)))

    words = ["".join("".join(page.extract_text().split()) for page in each.pages) for each in (tagged, plain)]
    assert abs(len(words[0]) - len(words[1])) < 0.01 * len(words[0])
    assert ["/StructTreeRoot" in each.trailer["/Root"] for each in (tagged, plain)] == [True, False]


def test_the_page_of_html_says_every_answer_and_every_line():
    report = reports.sample()
    written = in_html(report)

    questions = [each.question for each in report.answers if f'id="{each.question}"' not in written]
    lines = [line for section in report.sections for line in section.lines]
    assert (questions, written.count("<h3>") >= len(lines)) == ([], True)
