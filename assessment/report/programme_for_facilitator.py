"""A Programme in, the facilitator's guide out: the group, who could help whom, what to prepare, each sequence in full.

It names people, as far as each of them shares: without their answers, what everybody's result says is all there is.
"""

from collections.abc import Iterator

from assessment.programme.division import divides
from assessment.programme.names import listed
from assessment.programme.occasion import Occasion
from assessment.programme.pairs import pairs, trios
from assessment.programme.plan import Programme
from assessment.programme.portrait import Counted, portrait
from assessment.report import programme_told as told
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.programme_cards import cards
from assessment.report.programme_document import Block, Pairs, Paragraph, Part, Points, Sheet

#: How many shared needs and blocking things are told.
MOST = 5


def facilitator_sheet(programme: Programme, occasion: Occasion) -> Sheet:
    """The document for whoever leads the form'action."""
    edition, held = programme.group.edition, told.days(programme, occasion)
    method = edition.programme
    parts = (
        Part(words.GROUP, tuple(_group(programme))),
        _divided(programme),
        _peers(programme),
        Part(words.PREPARE, tuple(_prepared(programme))),
        *(Part(day.title, tuple(_day(day, programme)), fresh=True) for day in held),
        Part(words.AFTERWARDS, (Points(programme.after), Paragraph(edition.catalogue.offers_notice))),
        _left_out(programme),
    )
    return Sheet(
        audience="animation",
        kicker=words.KICKERS["animation"],
        title=told.title(programme, occasion),
        about=told.about(programme, occasion),
        lead=told.purpose(programme),
        parts=tuple(part for part in parts if part),
        edition=edition.card.title,
        day=held[0].date if held else None,
        caution=words.CAUTION,
        sources=told.sources(programme, (method.help.source, method.division.source, *_paced(programme))),
    )


def _group(programme: Programme) -> Iterator[Block]:
    if programme.advice:
        yield Points(programme.advice)
    found = portrait(programme.group)
    for head, counted, most in (
        (words.LEVELS_HELD, found.levels, None),
        (words.STAGES_HELD, found.stages, None),
        (words.NEEDS_SHARED, found.needs, MOST),
        (words.BLOCKS_HELD, found.blocks, MOST),
    ):
        if rows := tuple(_held(counted, most)):
            yield Pairs(head, rows)


def _held(counted: Counted, most: int | None) -> Iterator[tuple[str, str]]:
    """Labels with who they are about; of a list that is cut, what one person alone has is left out."""
    for each in counted.counts[:most]:
        if most is None or len(each.participants) > 1:
            yield each.label, listed(each.participants)
    if most is None and counted.unknown:
        yield words.NOT_KNOWN, listed(counted.unknown)


def _divided(programme: Programme) -> Part | None:
    rows = tuple(
        (each.label, words.AHEAD_AND_BEGINS.format(ahead=listed(each.ahead), begins=listed(each.begins)))
        for each in divides(programme.group)[:MOST]
    )
    said = programme.group.edition.programme.division.text
    return Part(words.DIVIDED, (Pairs(words.DIVIDED_HEAD, rows),), said) if rows else None


def _peers(programme: Programme) -> Part | None:
    group = programme.group
    by_two = tuple((words.PAIR.format(helper=each.helper, helped=each.helped), each.because) for each in pairs(group))
    by_three = tuple((listed(each.members), " ".join(each.because)) for each in trios(group))
    blocks: list[Block] = [Pairs(words.PEERS_HEAD, by_two)] if by_two else []
    if by_three:
        blocks += [Paragraph(group.edition.programme.help.trio), Pairs(words.TRIOS_HEAD, by_three)]
    return Part(words.PEERS, tuple(blocks)) if blocks else None


def _prepared(programme: Programme) -> Iterator[Block]:
    """Everything to have in the room, then what everybody is asked beforehand."""
    titles, teaching = told.titles(programme), programme.group.edition.teaching
    material = tuple(
        words.MATERIAL_OF.format(title=titles[module.id], material=wording.small(module.material))
        for module, _ in told.taught(programme)
    )
    if material:
        yield Points(material, boxes=True)
    yield Paragraph(words.SAID_BEFORE.format(text=wording.small(teaching.before)))


def _day(day: told.Day, programme: Programme) -> Iterator[Block]:
    yield told.timetable(day, programme, named=True, aims=False)
    yield from cards(day, programme)
    if day.between:
        yield Paragraph(day.between)


def _left_out(programme: Programme) -> Part | None:
    items = programme.group.edition.items
    rows = tuple((items[each.module].title, words.sentence(each.because)) for each in programme.left_out)
    return Part(words.LEFT_OUT, (Pairs(words.LEFT_OUT_HEAD, rows),)) if rows else None


def _paced(programme: Programme) -> Iterator[str]:
    """Where the steps of a practice come from."""
    yield from (each.source for each in programme.group.edition.teaching.practice_steps)
