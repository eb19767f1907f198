"""A group in, what its coach reads of it on the page out: advice, portrait, who could help whom, what divides it."""

from collections.abc import Iterable

import streamlit as st

from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.programme_opened import Known, OpenGroup
from assessment.programme.composition import advised
from assessment.programme.division import Divide
from assessment.programme.group import Group
from assessment.programme.names import listed
from assessment.programme.pairs import Pair, Trio, alone, unpaired
from assessment.programme.portrait import Count, Counted, Portrait
from assessment.report.citation import cite

#: How many of the things that people share are told at once.
FIRST = 5


def show_group(open_: OpenGroup) -> None:
    """The section about the group: what the method advises, then who is in it."""
    st.header(markdown(wording.GROUP), anchor="groupe")
    st.html(_advice(open_.group) + _portrait(open_.known.portrait))


def show_peers(open_: OpenGroup) -> None:
    """Who could help whom, and what divides the group."""
    st.header(markdown(wording.PEERS), anchor="entraide")
    st.html(_peers(open_.known))
    st.header(markdown(wording.DIVISION), anchor="partage")
    st.html(_divided(open_.known))


def _advice(group: Group) -> str:
    lines = "".join(f"<li>{markup(each.text)}</li>" for each in advised(group))
    return f'<div class="aside"><h3>{markup(wording.ADVICE)}</h3><ul>{lines}</ul></div>' if lines else ""


def _portrait(found: Portrait) -> str:
    small = ((wording.LEVELS, found.levels), (wording.STAGES, found.stages), (wording.TYPES, found.types))
    cards = [_card(title, counted) for title, counted in (*small, (wording.DOORS, found.doors))]
    cards += [
        _card(title, counted, shared=True)
        for title, counted in (
            (wording.NEEDS, found.needs),
            (wording.BLOCKS, found.blocks),
            (wording.LEVERS, found.levers),
        )
    ]
    return f'<div class="portrait">{"".join(cards)}</div><p class="note">{markup(wording.NO_RANK)}</p>'


def _card(title: str, counted: Counted, *, shared: bool = False) -> str:
    """Counts with the names behind them; of what is *shared*, the first are told, the others folded."""
    several = [each for each in counted.counts if not shared or len(each.participants) > 1]
    first = several[:FIRST] if shared else several
    body = _counts(first) if first else f'<p class="note">{markup(wording.NOTHING_SHARED)}</p>'
    if others := [each for each in counted.counts if each not in first]:
        body += f"<details><summary>{markup(wording.OTHERS)} ({len(others)})</summary>{_counts(others)}</details>"
    left = ((wording.UNKNOWN, counted.unknown), (wording.KEPT, counted.kept))
    body += "".join(f'<p class="note">{markup(label)} : {markup(listed(names))}</p>' for label, names in left if names)
    wide = ' class="wide"' if shared else ""
    return f"<section{wide}><h3>{markup(title)}</h3>{body}</section>"


def _counts(counts: Iterable[Count]) -> str:
    rows = "".join(
        f"<li><b>{len(each.participants)}</b><span>{markup(each.label)}"
        f"<small>{markup(listed(each.participants))}</small></span></li>"
        for each in counts
    )
    return f'<ul class="counts">{rows}</ul>'


def _peers(known: Known) -> str:
    group, by_two, by_three = known.group, known.pairs, known.trios
    method = group.edition.programme.help
    if not by_two and not by_three:
        return f"<p>{markup(wording.NO_PAIR)}</p>"
    told = f"<h3>{markup(wording.PAIRS)}</h3>"
    if by_two:
        told += f'<ul class="peers">{"".join(map(_pair, by_two))}</ul>'
        told += _unpaired(group, by_two)
    else:
        told += f"<p>{markup(wording.NO_PAIR)}</p>"
    if by_three:
        told += f"<h3>{markup(wording.TRIOS)}</h3><p>{markup(method.trio)}</p>"
        told += f'<ul class="peers">{"".join(map(_trio, by_three))}</ul>'
        if left := alone(group, by_three):
            told += f'<p class="note">{markup(wording.NO_TRIO.format(participants=listed(left)))}</p>'
    return told + _source(method.source, group)


def _unpaired(group: Group, by_two: Iterable[Pair]) -> str:
    """Those whom nobody has room to help, and what to do about it."""
    left, helpers = unpaired(group, by_two)
    if not left:
        return ""
    line = wording.UNPAIRED.format(participants=listed(left), helpers=listed(helpers))
    return f'<p class="note">{markup(line)}</p>'


def _pair(pair: Pair) -> str:
    title = wording.PAIR.format(helper=pair.helper, helped=pair.helped)
    return f"<li><strong>{markup(title)}</strong><br>{markup(pair.because)}</li>"


def _trio(trio: Trio) -> str:
    reasons = "".join(f"<br>{markup(each)}" for each in trio.because)
    return f"<li><strong>{markup(listed(trio.members))}</strong>{reasons}</li>"


def _divided(known: Known) -> str:
    if not known.divides:
        return f"<p>{markup(wording.NO_DIVISION)}</p>"
    method = known.group.edition.programme.division
    rows = "".join(map(_divide, known.divides))
    return f'<p>{markup(method.text)}</p><dl class="divides">{rows}</dl>{_source(method.source, known.group)}'


def _divide(divide: Divide) -> str:
    sides = ((wording.AHEAD, divide.ahead), (wording.BEGINS, divide.begins))
    told = "".join(f"<dd><small>{markup(label)} :</small> {markup(listed(names))}</dd>" for label, names in sides)
    return f"<dt>{markup(divide.label)}</dt>{told}"


def _source(source: str, group: Group) -> str:
    return f'<p class="origin">{markup(wording.SOURCE.format(source=cite(source, group.edition.catalogue)))}</p>'
