"""A Synthesis in, what the offer covers out, and what it leaves without an answer."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from assessment.content.edition import Edition
from assessment.portfolio.facets import COVERED
from assessment.portfolio.offer import Offered, unsuited
from assessment.portfolio.synthesis import Need, Synthesis
from assessment.report import wording
from assessment.report import wording_of_portfolio as words_here
from assessment.report.pdf_blocks import Pen
from assessment.report.pdf_counts import BarsDrawing, Counted
from assessment.report.portfolio_pdf_charts import ASIDE


def offer(synthesis: Synthesis, pen: Pen) -> Iterator[Flowable]:
    """The offer, how many projects it answers, needs that it covers and needs that it does not."""
    yield pen.section(words_here.OFFER)
    if not synthesis.offer:
        yield pen.write(words_here.NO_OFFER, "body")
        return
    yield pen.write(words_here.OFFER_INTRO, "intro")
    listed = pen.inside("L")
    for line in synthesis.offer:
        yield listed.inside("LI").inside("LBody").write(line_told(line, synthesis.edition), "bullet", bullet="•")
    values = synthesis.counting.facets[COVERED].values
    rows = [Counted(told, (synthesis.count(COVERED, each),)) for each, told in values.items() if each not in ASIDE]
    yield BarsDrawing((words_here.PROJECT_COUNT,), rows, pen.element)
    needed = [need for need in synthesis.needs if need.count]
    covered, left = ([need for need in needed if need.met is is_met] for is_met in (True, False))
    for title, needs in ((words_here.COVERED_NOW, covered), (words_here.NOT_COVERED, left)):
        yield from _needs(title, needs, synthesis.edition, pen)
    if covered and not left:
        yield pen.write(words_here.ALL_COVERED, "body")
    for each in unsuited(synthesis.offer, synthesis.edition):
        if each.support.caution:
            yield pen.write(words_here.CAUTION.format(caution=each.support.caution), "body")


def line_told(line: Offered, edition: Edition) -> str:
    """One line of an offer in a sentence or two."""
    support = next(each.label for each in edition.funding.supports if each.id == line.kind)
    stages = [stage.label for stage in edition.placement.stages if stage.id in line.stages]
    told = words_here.LINE.format(
        support=support, lever=wording.small(edition.lever[line.lever].title), stages=wording.listed(stages)
    )
    return f"{told} {_amounts(line)}".strip()


def _amounts(line: Offered) -> str:
    least, most = (None if each is None else _euros(each) for each in (line.least, line.most))
    if least and most:
        return words_here.BETWEEN.format(least=least, most=most)
    return words_here.AT_LEAST.format(least=least) if least else words_here.AT_MOST.format(most=most) if most else ""


def _euros(amount: int) -> str:
    """An amount as people write it.

    >>> _euros(12000)
    '12 000 €'
    """
    return words_here.EUROS.format(amount=f"{amount:,}".replace(",", " "))


def _needs(title: str, needs: list[Need], edition: Edition, pen: Pen) -> Iterator[Flowable]:
    """Needs by lever, in the order of the matrix, with how many projects have them."""
    if not needs:
        return
    yield pen.write(title, "item", "H3")
    listed, labels = pen.inside("L"), {stage.id: stage.label for stage in edition.placement.stages}
    for lever, found in groupby(needs, key=lambda need: need.lever):
        stages = ", ".join(words_here.NEED.format(stage=labels[need.stage], count=need.count) for need in found)
        told = words_here.NEEDS.format(lever=edition.lever[lever].title, stages=stages)
        yield listed.inside("LI").inside("LBody").write(told, "bullet", bullet="•")
