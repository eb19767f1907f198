"""A Synthesis in, the bytes of its PDF out: two to four pages for a board, which name no project and rank none."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from assessment.portfolio.synthesis import Synthesis
from assessment.report import portfolio_pdf_charts as charts
from assessment.report import wording
from assessment.report import wording_of_portfolio as words_here
from assessment.report.citation import cite
from assessment.report.document import Line, Section
from assessment.report.pdf_blocks import Pen, Place
from assessment.report.pdf_identity import Identity
from assessment.report.pdf_paper import Paper, pen, printed
from assessment.report.pdf_style import WIDTH
from assessment.report.pdf_tables import gap, panel
from assessment.report.pdf_words import domain, leading, markup, source_place, words
from assessment.report.portfolio_gist import gist
from assessment.report.portfolio_pdf_offer import offer
from assessment.report.sources import BEFORE_ADDRESS, sources

#: Signs of a title that is set large.
_LONG_TITLE = 60


def render(synthesis: Synthesis) -> bytes:
    """The PDF of *synthesis*."""
    cited = sources([_cited(synthesis)], synthesis.edition.catalogue)
    writing = pen(cited)
    story = list(_story(synthesis, writing))
    title = words(f"{words_here.SYNTHESIS} · {synthesis.title}")
    identity = Identity(title, words(synthesis.edition.card.title), wording.TOOL, synthesis.day)
    foot = f"{synthesis.edition.card.title} · {wording.told_day(synthesis.day)}"
    return printed(story, writing, Paper(identity, synthesis.title, foot))


def _cited(synthesis: Synthesis) -> Section:
    """Everything that the synthesis rests on, as a section of a report would cite it."""
    told = (cite(source, synthesis.edition.catalogue) for source in charts.sources_of(synthesis.edition))
    return Section("method", words_here.METHOD, lines=tuple(Line("", source=source) for source in told))


def _story(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    yield from _heading(synthesis, pen)
    if not synthesis.collected.count:
        yield pen.write(words_here.NOTHING, "summary")
    else:
        yield from _gist(synthesis, pen.inside("Sect"))
        for part in (charts.stages, charts.zones, charts.heat, charts.help_asked, charts.proofs):
            yield from part(synthesis, pen.inside("Sect"))
        yield from offer(synthesis, pen.inside("Sect"))
    yield from _method(synthesis, pen.inside("Sect"))


def _heading(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    title = synthesis.title
    yield pen.write(words_here.SYNTHESIS, "kicker")
    yield pen.write(title, "title" if len(title) <= _LONG_TITLE else "long_title", "H1")
    yield pen.write(f"{wording.told_day(synthesis.day)} · {synthesis.edition.card.title}", "date")
    yield gap(8)
    for sentence in _collected(synthesis):
        yield pen.write(sentence, "summary")
    yield gap(8)
    yield panel([[[pen.write(synthesis.edition.card.equity, "essential")]]], (WIDTH,))


def _gist(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """What to remember, before the charts that say it whole."""
    yield pen.section(words_here.GIST)
    listed = pen.inside("L")
    for sentence in gist(synthesis):
        yield listed.inside("LI").inside("LBody").write(sentence, "bullet", bullet="•")


def _collected(synthesis: Synthesis) -> Iterator[str]:
    """What was collected, when, and how it came."""
    found = synthesis.collected
    if not found.first or not found.last:
        return
    count = words_here.ONE_PROJECT if found.count == 1 else words_here.PROJECTS.format(count=found.count)
    counted = count if found.count == found.total else words_here.OF_ALL.format(projects=count, total=found.total)
    same = words_here.ON if found.count == 1 else words_here.ON_MANY
    days = same if found.first == found.last else words_here.FROM_TO
    first, last = wording.told_day(found.first), wording.told_day(found.last)
    origins = (
        told[number > 1].format(count=number)
        for origin, told in words_here.ORIGINS.items()
        if (number := found.origins.get(origin, 0))
    )
    yield f"{counted}{days.format(first=first, last=last)} : {wording.listed(list(origins))}."
    if found.answers < found.count:
        shared = words_here.SHARED_ONE if found.answers == 1 else words_here.SHARED
        yield shared.format(answers=found.answers, count=found.count)
    if found.read_again:
        yield words_here.READ_AGAIN.format(count=found.read_again)
    if found.narrowed:
        yield words_here.NARROWED.format(filters=" ; ".join(found.narrowed))


def _method(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """What the numbers do not say, and the texts that all of it rests on."""
    edition = synthesis.edition
    yield pen.section(words_here.METHOD)
    yield pen.write(edition.card.presentation, "body")
    listed = pen.inside("L")
    own = (words_here.COUNTS, words_here.UNKNOWN_COUNTS, words_here.SMALL)
    for limit in (*own, *edition.card.limits):  # among them, what the note of the levers says: told once
        yield listed.inside("LI").inside("LBody").write(limit, "bullet", bullet="•")
    if not pen.sources:
        return
    yield pen.section(words_here.SOURCES)
    texts = pen.inside("L")
    for number, source in enumerate(pen.sources, start=1):
        name, _, address = source.partition(BEFORE_ADDRESS)
        told = f"{number}. {markup(wording.capital(name))}"
        told += f". {leading(address, markup(domain(address)))}" if address else ""
        yield Place(source_place(number))
        yield texts.inside("LI").inside("LBody").set(told, "small")
