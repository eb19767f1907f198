"""A Synthesis in, the sections of its charts out: each says what it counts, draws it, and names its sources."""

from collections.abc import Iterable, Iterator, Mapping

from reportlab.platypus import Flowable

from assessment.content.edition import Edition
from assessment.portfolio import traits as each
from assessment.portfolio.facets import Facet
from assessment.portfolio.synthesis import Synthesis
from assessment.portfolio.traits import at
from assessment.report import wording_of_portfolio as words_here
from assessment.report.citation import cite
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_counts import BarsDrawing, Counted
from assessment.report.pdf_fonts import SEMIBOLD
from assessment.report.pdf_heat import HeatDrawing
from assessment.report.pdf_style import WIDTH
from assessment.report.pdf_tables import Cell, columns
from assessment.report.pdf_words import markup, to_sources

#: Values that are counted apart, below a chart.
ASIDE = (each.NONE, each.UNANSWERED, each.UNKNOWN, each.PRIVATE, each.ABSENT)


def stages(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """The projects at each stage, how firm it is, and what makes projects of each phase live."""
    edition = synthesis.edition
    firmness = _told(synthesis.counting.facets["firmness"])
    rows = [
        Counted(stage.label, tuple(synthesis.count("standing", at(stage.id, kind)) for kind in firmness))
        for stage in edition.placement.stages
    ]
    yield from _opened(pen, words_here.STAGES, words_here.STAGES_INTRO)
    yield BarsDrawing(tuple(firmness.values()), rows, pen.element)
    yield from _closed(synthesis, "stage", (stage.source for stage in edition.placement.stages), pen)
    yield pen.write(words_here.ECONOMIES, "item", "H3")
    phases = {phase.id: phase for phase in edition.placement.phases}
    told = [
        (phases[economy.phase].label, synthesis.count("phase", economy.phase), economy)
        for economy in edition.funding.economies
    ]
    cells = [
        [
            [pen.set(f"<font name={SEMIBOLD!r}>{markup(f'{label} ({count})')}</font>", "fact")],
            [pen.set(f"<font name={SEMIBOLD!r}>{markup(f'{economy.label}.')}</font> {markup(economy.text)}", "fact")],
        ]
        for label, count, economy in told
    ]
    yield columns(cells, (152, WIDTH - 152), 1.5)
    yield from _foot(edition, (economy.source for _, _, economy in told), pen)


def zones(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """The projects in a risk zone, or with one ahead."""
    edition, kinds = synthesis.edition, words_here.ZONE_KINDS
    rows = [
        Counted(zone.label, tuple(synthesis.count("zone", at(zone.id, kind)) for kind in kinds))
        for zone in edition.placement.zones
    ]
    yield from _opened(pen, words_here.ZONES, words_here.ZONES_INTRO)
    yield BarsDrawing(tuple(kinds.values()), rows, pen.element)
    yield from _closed(synthesis, "zone", (zone.source for zone in edition.placement.zones), pen)


def heat(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """The levers needed at each stage."""
    edition, needs = synthesis.edition, list(synthesis.needs)
    by_lever = {lever: [need for need in needs if need.lever == lever] for lever in edition.lever}
    rows = [Counted(edition.lever[name].title, tuple(need.count for need in row)) for name, row in by_lever.items()]
    met = [[need.met for need in row] for row in by_lever.values()] if synthesis.offer else None
    yield from _opened(pen, words_here.HEAT, words_here.HEAT_INTRO)
    yield HeatDrawing([stage.label for stage in edition.placement.stages], rows, met, pen.element)
    yield from _closed(synthesis, "lever_at", (lever.source for lever in edition.lever.values()), pen)


def help_asked(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """The help asked for beside the help that is useful."""
    edition, facets = synthesis.edition, synthesis.counting.facets
    first = f"{each.HELP}{next(iter(edition.lever))}"
    kinds = _told(facets[first])
    rows = [
        Counted(lever.title, tuple(synthesis.count(f"{each.HELP}{name}", kind) for kind in kinds))
        for name, lever in edition.lever.items()
    ]
    yield from _opened(pen, words_here.HELP, words_here.HELP_INTRO)
    yield BarsDrawing(tuple(kinds.values()), rows, pen.element)
    yield from _closed(synthesis, first, (lever.source for lever in edition.lever.values()), pen)


def proofs(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """What is declared against what is shown, what to read again, and how sure results are."""
    yield from _opened(pen, words_here.PROOFS, words_here.PROOFS_INTRO)
    for facet in ("proof", "reread", "confidence"):
        told = synthesis.counting.facets[facet]
        rows = [Counted(label, (synthesis.count(facet, value),)) for value, label in _told(told).items()]
        if told.label != words_here.PROOFS:
            yield pen.write(told.label, "item", "H3")
        yield BarsDrawing((words_here.PROJECT_COUNT,), rows, pen.element)
        yield from _aside(synthesis, facet, pen)
    yield from _foot(synthesis.edition, (synthesis.edition.placement.confidence.project.source,), pen)


def sources_of(edition: Edition) -> tuple[str, ...]:
    """Every source that the charts name, each once."""
    placement = edition.placement
    sourced = (*placement.stages, *edition.funding.economies, *placement.zones, *edition.lever.values())
    found = (*(one.source for one in sourced), placement.confidence.project.source, edition.card.source)
    return tuple(dict.fromkeys(found))


def _told(facet: Facet) -> Mapping[str, str]:
    """The values that a chart draws, with their labels."""
    return {value: label for value, label in facet.values.items() if value not in ASIDE}


def _opened(pen: Pen, title: str, intro: str) -> Cell:
    return [pen.section(title), pen.write(intro, "intro")]


def _closed(synthesis: Synthesis, facet: str, sources: Iterable[str], pen: Pen) -> Iterator[Flowable]:
    yield from _aside(synthesis, facet, pen)
    yield from _foot(synthesis.edition, sources, pen)


def _aside(synthesis: Synthesis, facet: str, pen: Pen) -> Iterator[Flowable]:
    """What is counted apart: never with what is known."""
    labels = synthesis.counting.facets[facet].values
    apart = [(labels[value], synthesis.count(facet, value)) for value in ASIDE if value in labels]
    if told := [f"{label} ({count})" for label, count in apart if count]:
        yield pen.write(words_here.ASIDE.format(counts=" ; ".join(told)), "fact")


def _foot(edition: Edition, sources: Iterable[str], pen: Pen) -> Iterator[Flowable]:
    """The numbers of the sources, leading to them."""
    cited = cite(" ; ".join(dict.fromkeys(sources)), edition.catalogue)
    yield pen.set(f"{markup(words_here.SOURCE)} {to_sources(cited, pen.sources)}", "foot")
