"""A Synthesis in, what a board remembers of it out: a few sentences of counts, none of a project, none of a rank."""

from collections.abc import Iterator

from assessment.portfolio import traits
from assessment.portfolio.synthesis import Synthesis
from assessment.report import wording
from assessment.report import wording_of_portfolio as words_here


def gist(synthesis: Synthesis) -> Iterator[str]:
    """The sentences; one that would count nothing is not said."""
    for sentence in (_phases, _firmness, _levers, _not_asked, _asked_first, _offer):
        yield from sentence(synthesis)


def _phases(synthesis: Synthesis) -> Iterator[str]:
    counts = [(phase.label, synthesis.count("phase", phase.id)) for phase in synthesis.edition.placement.phases]
    told = [words_here.GIST_PHASE.format(count=count, phase=wording.small(label)) for label, count in counts if count]
    if told:
        yield words_here.GIST_PHASES.format(phases=wording.listed(told))


def _firmness(synthesis: Synthesis) -> Iterator[str]:
    counts = {kind: synthesis.count("firmness", kind) for kind in words_here.GIST_FIRMNESS}
    told = [words_here.GIST_FIRMNESS[kind].format(count=count) for kind, count in counts.items() if count]
    if told:
        yield words_here.GIST_FIRM.format(told=" ; ".join(told))


def _levers(synthesis: Synthesis) -> Iterator[str]:
    """The two levers that the most projects need, those of as many in the order of the method."""
    counts = {name: synthesis.count("lever", name) for name in synthesis.edition.lever}
    first = [name for name in sorted(counts, key=lambda name: -counts[name])[:2] if counts[name]]
    if first:
        told = [f"{wording.small(synthesis.edition.lever[name].title)} ({counts[name]})" for name in first]
        yield words_here.GIST_LEVERS.format(levers=words_here.GIST_THEN.join(told))


def _not_asked(synthesis: Synthesis) -> Iterator[str]:
    yield from _gap(synthesis, "useful", words_here.GIST_NOT_ASKED)


def _asked_first(synthesis: Synthesis) -> Iterator[str]:
    yield from _gap(synthesis, "asked", words_here.GIST_OTHERS_FIRST)


def _gap(synthesis: Synthesis, kind: str, sentence: str) -> Iterator[str]:
    """The lever where what is asked and what is useful part the most."""
    counts = {name: synthesis.count(f"{traits.HELP}{name}", kind) for name in synthesis.edition.lever}
    name = max(counts, key=lambda each: counts[each])
    if counts[name]:
        yield sentence.format(lever=wording.small(synthesis.edition.lever[name].title), count=counts[name])


def _offer(synthesis: Synthesis) -> Iterator[str]:
    counts = {kind: synthesis.count("covered", kind) for kind in words_here.GIST_COVERS}
    told = [words_here.GIST_COVERS[kind].format(count=count) for kind, count in counts.items() if count]
    if synthesis.offer and told:
        yield words_here.GIST_OFFER.format(told=" ; ".join(told))
