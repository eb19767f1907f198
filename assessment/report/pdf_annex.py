"""A Report in, what stands at its end out: the words it uses, its sources, all the answers that it rests on."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Reason, Report
from assessment.report.pdf_blocks import Pen, Place
from assessment.report.pdf_fonts import SEMIBOLD
from assessment.report.pdf_style import BLUE, GREY
from assessment.report.pdf_words import answer_place, domain, leading, markup, source_place
from assessment.report.sources import BEFORE_ADDRESS, sections_cited


def terms(report: Report, pen: Pen) -> Iterator[Flowable]:
    """The words that the report uses, and what they mean."""
    if not report.terms:
        return
    yield pen.section(words_of_pdf.TERMS)
    listed = pen.inside("L")
    for word, meaning in report.terms:
        told = f"<font name={SEMIBOLD!r}>{markup(wording.capital(word))}.</font> {markup(meaning)}"
        yield listed.inside("LI").inside("LBody").set(told, "small")


def sources(report: Report, pen: Pen) -> Iterator[Flowable]:
    """The texts that the report cites, by their number."""
    if not report.sources:
        return
    yield pen.section(words_of_pdf.SOURCES)
    yield pen.write(words_of_pdf.SOURCES_INTRO, "intro")
    listed, cited = pen.inside("L"), sections_cited(report.sections, report.sources)
    for number, source in enumerate(report.sources, start=1):
        name, _, address = source.partition(BEFORE_ADDRESS)
        told = [f"<b>{number}.</b> {markup(wording.capital(name))}"]
        told += [leading(address, markup(domain(address)))] if address else []
        told += [markup(words_of_pdf.PARTS.format(parts=", ".join(cited[number])))] if number in cited else []
        yield Place(source_place(number))
        yield listed.inside("LI").inside("LBody").set(". ".join(told), "small")


def answers(report: Report, pen: Pen, *, attached: bool) -> Iterator[Flowable]:
    """Everything that was answered; *attached*: whether it travels in the file too."""
    if not report.answers:
        return
    yield pen.section(wording.ANSWERS)
    if attached:
        yield pen.write(wording.ATTACHED.format(name=wording.ATTACHMENT_NAME), "intro")
    listed, screen = pen.inside("L"), None
    for reason in report.answers:
        yield Place(answer_place(reason.question))
        yield _answer(reason, listed.inside("LI").inside("LBody"), reason.screen if reason.screen != screen else None)
        screen = reason.screen


def _answer(reason: Reason, pen: Pen, screen: str | None) -> Flowable:
    """A question and its answer; the first of a *screen* says its name."""
    shown = f" ({wording.COULD_SHOW} : {reason.backed_by})" if reason.shown else ""
    head = f"<font name={SEMIBOLD!r}>{markup(screen)}</font> · " if screen else ""
    name = f"<font name={SEMIBOLD!r} color={BLUE.hexval()!r}>{markup(reason.question)}</font>"
    asked = f"<font color={GREY.hexval()!r}>{markup(reason.text)}</font>"
    return pen.set(f"{head}{name} {asked} {markup(f'→ {reason.answer}{shown}')}", "answer")
