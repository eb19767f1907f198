"""A whole report in, how long its PDF takes and how much it weighs out: tagged, by ReportLab alone, by WeasyPrint.

The control of the layer is the same content laid out and drawn by ReportLab once, without structure or attachment; that
of ReportLab is the same content as a page in HTML. Processor time, so that neighbours of the machine count for nothing.
"""

import datetime
import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from assessment.content.shelf import open_edition
from assessment.engine.assess import assess
from assessment.engine.reading import read_answers
from assessment.report import pdf
from assessment.report.document import Report
from assessment.report.sections import tell
from bench.reports_in_html import in_html, weasyprint
from bench.table import Row

#: The longest of the worked examples: a project, its organisation, every kind of recommendation.
EXAMPLE = "N4"
ATTACHMENT = b'{"version": 1}'
#: At most so many times ReportLab alone, in time and in size; at least so many times faster than WeasyPrint.
TIME_AT_MOST, SIZE_AT_MOST, FASTER_AT_LEAST = 1.5, 2.2, 4


@dataclass(frozen=True, slots=True)
class Reports:
    """Medians of milliseconds, and of the ratios of each round; *weasyprint* is None where it is not installed."""

    ours: float
    plain: float
    weasyprint: float | None
    to_plain: float
    to_weasyprint: float | None
    size: int
    plain_size: int


def measure(rounds: int = 5) -> Reports:
    """Draw the report all three ways in each round, after one round that does not count."""
    report = sample()
    drawing = [lambda: pdf.render(report, ATTACHMENT), lambda: pdf.untagged(report)]
    if html := weasyprint():
        written = in_html(report)
        drawing.append(lambda: html(string=written).write_pdf(pdf_variant="pdf/ua-1"))
    taken = [[_milliseconds(each) for each in drawing] for _ in range(rounds + 1)][1:]
    medians = [statistics.median(column) for column in zip(*taken, strict=True)]
    return Reports(
        ours=medians[0],
        plain=medians[1],
        weasyprint=medians[2] if html else None,
        to_plain=statistics.median(row[0] / row[1] for row in taken),
        to_weasyprint=statistics.median(row[2] / row[0] for row in taken) if html else None,
        size=len(drawing[0]()),
        plain_size=len(drawing[1]()),
    )


def rows(short: bool) -> list[Row]:
    """The figures, and whether they hold."""
    found = measure(rounds=1) if short else measure()
    ratio = found.size / found.plain_size
    return [
        Row(
            "PDF of a whole report; the same by ReportLab without tags",
            f"{found.to_plain:.2f} times ({found.ours:.0f} to {found.plain:.0f} ms)",
            f"at most {TIME_AT_MOST} times",
            found.to_plain <= TIME_AT_MOST,
        ),
        _against_weasyprint(found),
        Row(
            "its size; the same by ReportLab without tags",
            f"{ratio:.2f} times ({found.size / 1024:.0f} to {found.plain_size / 1024:.0f} KiB)",
            f"at most {SIZE_AT_MOST} times",
            ratio <= SIZE_AT_MOST,
        ),
    ]


def sample() -> Report:
    """The report of the example."""
    edition = open_edition()
    given = next(example.given for example in edition.examples if example.name.startswith(EXAMPLE))
    return tell(assess(read_answers(given, edition), edition), datetime.date(2026, 11, 22))


def _against_weasyprint(found: Reports) -> Row:
    what, wanted = "PDF of a whole report; the same by WeasyPrint", f"at least {FASTER_AT_LEAST} times faster"
    if found.weasyprint is None or found.to_weasyprint is None:
        return Row(what, "not measured: WeasyPrint is not installed (pip install jalons[bench])", wanted, False)
    told = f"{found.to_weasyprint:.1f} times faster ({found.ours:.0f} to {found.weasyprint:.0f} ms)"
    return Row(what, told, wanted, found.to_weasyprint >= FASTER_AT_LEAST)


def _milliseconds(drawing: Callable[[], bytes]) -> float:
    gc.collect()
    started = time.process_time()
    drawing()
    return 1000 * (time.process_time() - started)
