"""Lines of a Report in, flowables out: each kind of section has its way of showing a line.

What several lines repeat is said once, and answers and sources by their number, which leads to them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from reportlab.platypus import Flowable

from assessment.report import wording
from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Line, Section
from assessment.report.pdf_blocks import Box, Pair, Pen
from assessment.report.pdf_fonts import SEMIBOLD
from assessment.report.pdf_style import COLUMN, GREY
from assessment.report.pdf_tables import Cell, columns, gap
from assessment.report.pdf_words import domain, is_address, leading, link, markup, to_answers, to_sources
from assessment.report.sources import BETWEEN
from assessment.report.typography import NO_BREAK
from assessment.report.wording_of_voices import VOICES

Fact = tuple[str, str]
Facts = frozenset[Fact]

#: Sections whose lines are boxes to tick.
TO_TICK = frozenset({"to_consolidate", "to_next"})
#: Short facts that read well one after the other, in a single paragraph.
_PRACTICAL = frozenset(
    {
        wording.HOW_LONG,
        wording.FOR_WHOM,
        wording.GROUP,
        wording.OBLIGATIONS,
        wording.WITH_WHOM,
        wording.TRIED,
        wording.CENTRE_SECTIONS,
        wording.REMARK,
        wording.KNOWN_STATUS,
        wording.SEE_ALSO,
    }
)
#: Those of them that are said once for a group of lines, when all would say the same.
_ONCE = frozenset({wording.HOW_LONG, wording.FOR_WHOM, wording.CENTRE_SECTIONS})
#: What stands behind the label of an address.
_AFTER = {wording.SEE_ALSO: " "}
#: Labels of facts of which a line may have several.
_PLURALS = {wording.SIGN: words_of_pdf.SIGNS}
#: Sections whose last lines are a table of names, below those told in full.
_THEN_PAIRS = frozenset({"levers"})
_BOX = 16
#: Room for the names of a table.
_NAMES = 84
#: A sentence is no name of a row.
_LONG_NAME = 40
#: More signs than this might not find a page, side by side.
_LONG_PAIR = 500


def lines(section: Section, pen: Pen) -> Iterator[Flowable]:
    """What a section says below its introduction."""
    status = _common_status(section.lines)
    if status:
        yield pen.write(words_of_pdf.STATUS_OF_MOST.format(status=wording.small(status)), "intro")
    said = frozenset({(wording.KNOWN_STATUS, status)} if status else ())
    yield from _told(section.lines, section, pen, said)
    if section.after:
        yield pen.write(section.after + (" :" if section.more else ""), "body")
    yield from _told(section.more, section, pen, said)


def ticks(given: Iterable[Line], pen: Pen, width: float = COLUMN) -> Cell:
    """Boxes to tick, one for each line, with where the answers behind it are."""
    told = pen.inside("L")
    rows = [[[gap(1.6), Box(unknown=line.badge is not None)], _tick(line, told)] for line in given]
    return [columns(rows, (_BOX, width - _BOX), 1.6, 4)] if rows else []


def foot(line: Line, pen: Pen, *, source: bool = True) -> str:
    """The markup of what a line rests on: answers, rule and texts."""
    told = []
    if line.because:
        told.append(_according_to(line, pen))
    if line.rule:
        told.append(markup(words_of_pdf.RULE.format(rule=line.rule)))
    if line.source and source:
        told.append(_cited(line.source, pen, first=not told))
    return " · ".join(told)


def _according_to(line: Line, pen: Pen) -> str:
    return words_of_pdf.ACCORDING_TO.format(answers=to_answers(line.because, pen.listed))


def _cited(source: str, pen: Pen, *, first: bool) -> str:
    name = words_of_pdf.SOURCES_SHORT if BETWEEN in source else words_of_pdf.SOURCE
    return f"{markup(wording.capital(name) if first else name)} {to_sources(source, pen.sources)}"


def _tick(line: Line, told: Pen) -> Cell:
    body = told.inside("LI").inside("LBody")
    badge = f" ({line.badge})" if line.badge else ""
    about = [markup(line.detail)] if line.detail else []
    about += [to_answers(line.because, body.listed)] if line.because else []
    text = body.write(line.text + badge, "tick")
    return [text, body.set(" · ".join(about), "foot")] if about else [text]


def _common_status(given: Iterable[Line]) -> str | None:
    """What is known of most offers, when several say the same."""
    found = Counter(value for line in given for label, value in line.facts if label == wording.KNOWN_STATUS)
    status, times = found.most_common(1)[0] if found else ("", 0)
    return status if times > 1 else None


def _told(given: Iterable[Line], section: Section, pen: Pen, said: Facts) -> Iterator[Flowable]:
    """*said*: facts that stand above, for all these lines."""
    if section.id in TO_TICK:
        yield from ticks(given, pen)
        return
    for group, members in groupby(given, key=lambda line: line.group):
        told = list(members)
        shared = _shared(told) if group else ()
        if group:
            yield pen.write(group, "group", "H3")
        if shared:
            yield pen.set(f"{' · '.join(_named(label, _shown(label, value)) for label, value in shared)}.", "fact")
        yield from _of_a_group(told, section, pen, said.union(shared))


def _shared(lines: Sequence[Line]) -> tuple[Fact, ...]:
    """Facts that all of several lines would tell, each in the same words."""
    if len(lines) < 2:
        return ()
    common = frozenset(lines[0].facts).intersection(*(line.facts for line in lines))
    return tuple(fact for fact in lines[0].facts if fact in common and fact[0] in _ONCE)


def _of_a_group(told: Sequence[Line], section: Section, pen: Pen, said: Facts) -> Iterator[Flowable]:
    named = section.id == "needs" or all(len(line.text) <= _LONG_NAME for line in told)
    whole = named and all(map(_is_a_pair, told))
    if not whole and not any(line.detail or line.facts or line.badge for line in told):
        yield from _bullets(told, pen)
        return
    paired = whole or section.id in _THEN_PAIRS
    for as_pairs, members in groupby(told, key=lambda line: paired and _is_a_pair(line)):
        if as_pairs:
            yield from [] if whole else [gap(4)]
            yield from pairs(list(members), pen, switched=section.id == "needs")
            continue
        for line, following in pairwise([*members, None]):
            said_below = following is not None and following.source == line.source and not line.because
            yield from _line(line, pen, said, tag="H4" if line.group else "H3", source=not said_below)


def _is_a_pair(line: Line) -> bool:
    """Whether the line is a name and a word or two about it."""
    return bool(line.badge) and not (line.facts or line.rule or line.address)


def pairs(given: Iterable[Line], pen: Pen, *, switched: bool) -> Iterator[Flowable]:
    """Lines as a table of two columns, the name first; *switched*: the badge is the name."""
    given, table = list(given), pen.inside("Table")
    told = [each for line in given for each in _pair(line, table.inside("TR"), switched=switched)]
    cited = dict.fromkeys(part for line in given for part in (line.source or "").split(BETWEEN) if part)
    if cited and isinstance(told[-1], Pair):
        told[-1].keepWithNext = True
    yield from told
    if cited:
        yield pen.set(_cited(BETWEEN.join(cited), pen, first=True), "foot")


def _pair(line: Line, row: Pen, *, switched: bool) -> Cell:
    name, said = (line.badge or "", line.text) if switched else (line.text, line.badge or "")
    head, body = row.inside("TH", Scope="/Row"), row.inside("TD")
    told = markup(said) if switched else f"<font name={SEMIBOLD!r}>{markup(wording.capital(said))}</font>"
    told = f"{told}. {markup(line.detail)}" if line.detail else told
    answers = f" {_small(to_answers(line.because, row.listed), row)}" if line.because else ""
    both: Cell = [head.write(name, "pair_name"), body.set(f"{told}{answers}", "pair")]
    return both if max(len(name), len(told)) > _LONG_PAIR else [Pair(*both, _NAMES)]


def _small(marked_up: str, pen: Pen) -> str:
    return f"<font size={pen.styles['foot'].fontSize} color={GREY.hexval()!r}>{marked_up}</font>"


def _bullets(given: Iterable[Line], pen: Pen) -> Iterator[Flowable]:
    """Lines that say one thing each; a source that follows itself is said once, below the last."""
    listed = pen.inside("L")
    for line, following in pairwise([*given, None]):
        body = listed.inside("LI").inside("LBody")
        yield body.write(line.text, "bullet", bullet="•")
        if line.because or following is None or following.source != line.source:
            yield body.set(foot(line, pen), "bullet_foot")


def _line(line: Line, pen: Pen, said: Facts, *, tag: str, source: bool) -> Iterator[Flowable]:
    """The last paragraph of a line also says on what it rests."""
    yield pen.item(line.text, line.badge, tag=tag)
    what = [value for label, value in line.facts if label == wording.WHAT]
    voices = [_named(label, f"{markup(value)}.") for label, value in line.facts if label == VOICES]
    told = [(" ".join([*(markup(each) for each in (*what, line.detail) if each), *voices]), "body")]
    told += [(each, "fact") for each in _facts(line, said)]
    rests = foot(line, pen, source=source)
    if rests:
        told[-1] = (f"{told[-1][0]} {_small(rests, pen)}".strip(), told[-1][1])
    yield from (pen.set(text, style) for text, style in told if text)


def _facts(line: Line, said: Facts) -> Iterator[str]:
    for label, members in groupby(line.facts, key=lambda fact: fact[0]):
        if label not in _PRACTICAL and label not in (wording.WHAT, VOICES):
            told = [_value(value) for _, value in members]
            yield _named(_PLURALS.get(label, label) if len(told) > 1 else label, " ".join(told))
    practical = [_named(wording.WHERE, link(line.address), " ")] if line.address else []
    short = [fact for fact in line.facts if fact[0] in _PRACTICAL and fact not in said]
    practical += [
        _named(label, ", ".join(_shown(label, value) for _, value in members), _AFTER.get(label, NO_BREAK))
        for label, members in groupby(short, key=lambda fact: fact[0])
    ]
    if practical:
        yield f"{'. '.join(practical)}."


def _shown(label: str, value: str) -> str:
    """A short fact; of a second address the site is told, since the first one stands in full."""
    if label == wording.SEE_ALSO and is_address(value):
        return leading(value, markup(domain(value)))
    return markup(value.removesuffix("."))


def _named(label: str, value: str, between: str = NO_BREAK) -> str:
    """A label and its value in a running paragraph; the label breaks over two lines nowhere.

    Nor does it end a line, but *between* it and an address, which may need a whole one.
    """
    whole = markup(f"{label} :").replace(" ", NO_BREAK)
    return f"<font name={SEMIBOLD!r}>{whole}</font>{between}{value}"


def _value(value: str) -> str:
    return link(value) if is_address(value) else markup(value)
