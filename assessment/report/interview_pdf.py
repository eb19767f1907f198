"""A Guide in, the bytes of its PDF out: what to ask one project, why, and room to write what one hears."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak

from assessment.portfolio.interview import Asked, Guide
from assessment.portfolio.said import Said
from assessment.report import wording
from assessment.report import wording_of_portfolio as wording_here
from assessment.report.pdf_blocks import Box, Pen
from assessment.report.pdf_fonts import SEMIBOLD
from assessment.report.pdf_identity import Identity
from assessment.report.pdf_paper import Paper, pen, printed
from assessment.report.pdf_room import height
from assessment.report.pdf_style import GREY, HEIGHT, WIDTH, scaled, styles
from assessment.report.pdf_tables import Cell, columns, gap, panel
from assessment.report.pdf_wall import Rule
from assessment.report.pdf_words import markup, words

#: Room for the number of a question, for its text, and between the lines that one writes on.
_NUMBER, _RULE = 22, 19
_TEXT = WIDTH - _NUMBER
#: Lines under a question: as many as fill the page, and fewer rather than a third page.
_WANTED, _LEAST, _MOST, _PAGES = 2, 1, 8, 2
#: The height of a page, less what rounding may take.
_ROOM = HEIGHT - 4
_BETWEEN = 13
#: Signs of a name that is set large.
_LONG_NAME = 60
_FACTS = (0.3, 0.7)


def interview_pdf(guide: Guide, gathering: str = "", day: datetime.date | None = None) -> bytes:
    """The PDF of *guide*, made on *day* for the *gathering* of that title."""
    writing, told = _pen(), " · ".join(filter(None, (gathering, wording.told_day(day) if day else None)))
    story = _story(guide, writing, pages_of(guide, told), told)
    name = guide.name or wording_here.UNNAMED
    title = words(f"{wording_here.GUIDE} · {name}")
    identity = Identity(title, words(gathering or wording_here.GUIDE), wording.TOOL, day)
    foot = " · ".join(filter(None, (wording_here.GUIDE, told)))
    return printed(list(story), writing, Paper(identity, name, foot))


def pages_of(guide: Guide, about: str = "") -> list[list[int]]:
    """For each page, how many lines to write on stand under each of its questions: pages are few, and full."""
    writing = _pen()
    first = height(list(_heading(guide, writing, about)), WIDTH)
    asked = [height(_question(1, each, writing, 0), WIDTH) for each in _numbered(guide)]
    last = height([*_rest(guide, writing), *_end(guide, writing)], WIDTH)
    tight = _placed(first, [each + _LEAST * _RULE for each in asked], last)
    wide = _placed(first, [each + _WANTED * _RULE for each in asked], last)
    least, pages = (_LEAST, tight) if len(tight) <= _PAGES < len(wide) else (_WANTED, wide)
    rooms = [_ROOM - sum(page) for page in pages]
    rooms[0], rooms[-1] = rooms[0] - first, rooms[-1] - (first if len(pages) == 1 else 0) - last
    return [_filled(len(page), room, least) for page, room in zip(pages, rooms, strict=True)]


def _numbered(guide: Guide) -> tuple[Asked, ...]:
    """What is asked with room to write: what would move the result, then what a stage still wants."""
    return *guide.asked, *guide.onward


def _placed(first: float, asked: Sequence[float], last: float) -> list[list[float]]:
    """The questions of each page, by their heights; what comes *last* never stands alone if that can be helped."""
    pages: list[list[float]] = [[]]
    used = first
    for each in asked:
        if used + each > _ROOM and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append(each)
        used += each
    if used + last > _ROOM:
        page = pages.pop()
        kept = (len(page) + 1) // 2 if len(page) > 1 else len(page)
        pages += [page[:kept], page[kept:]]
    return pages


def _filled(count: int, room: float, lines: int) -> list[int]:
    """The lines of *count* questions that share the *room* left."""
    more = int(max(room, 0) // _RULE)
    return [min(lines + more // count + (place < more % count), _MOST) for place in range(count)]


def _pen() -> Pen:
    told = styles()
    return replace(pen(), styles={**told, "ask": scaled(told["action"], 0.89)})


def _story(guide: Guide, pen: Pen, pages: Sequence[Sequence[int]], about: str) -> Iterator[Flowable]:
    yield from _heading(guide, pen, about)
    listed, number = pen.inside("L"), 0
    for place, page in enumerate(pages):
        if place:
            yield PageBreak()
        for lines in page:
            yield from _question(number + 1, _numbered(guide)[number], listed, lines)
            number += 1
    yield from _rest(guide, pen)
    yield from _end(guide, pen)


def _heading(guide: Guide, pen: Pen, about: str) -> Iterator[Flowable]:
    name = guide.name or wording_here.UNNAMED
    yield pen.write(wording_here.GUIDE, "kicker")
    yield pen.write(name, "title" if len(name) <= _LONG_NAME else "long_title", "H1")
    if about:
        yield pen.write(about, "date")
    if guide.stage:
        yield pen.write(guide.stage, "summary")
    yield gap(4)
    for label, text in _facts_of(guide):
        yield pen.set(f"{_strong(f'{label} :')} {markup(text)}", "body")
    yield gap(4)
    yield pen.write(guide.opening, "body")
    yield gap(6)
    facts = zip((wording_here.MET_ON, wording_here.WITH), _FACTS, strict=True)
    cells = [[pen.write(f"{label} :", "action_label"), Rule(WIDTH * share - 16, 14)] for label, share in facts]
    yield columns([cells], [WIDTH * share for share in _FACTS], 0, 14)
    yield gap(18)


def _facts_of(guide: Guide) -> Iterator[tuple[str, str]]:
    """What one reads before the interview: the day of the answers, what blocks the project, which help."""
    if guide.day:
        yield wording_here.ANSWERED_ON, wording.told_day(guide.day)
    yield from guide.facts


def _question(number: int, asked: Asked, listed: Pen, lines: int) -> Cell:
    """One question, and the room to write under it."""
    item = listed.inside("LI")
    place, body = item.write(f"{number}.", "ask", "Lbl"), item.inside("LBody")
    told: Cell = [body.item(asked.ask, asked.label, "ask", "P"), *_behind(asked, body)]
    told += [Rule(_TEXT, _RULE) for _ in range(lines)]
    return [columns([[[place], told]], (_NUMBER, _TEXT), 0, 0), gap(_BETWEEN)]


def _behind(asked: Asked, pen: Pen) -> Iterator[Flowable]:
    """What was answered, why it is asked, what could be shown."""
    for said in asked.said:
        yield pen.set(_answered(said), "fact")
    yield pen.write(" ".join((asked.text, *asked.matters)), "fact")
    if asked.proof:
        yield pen.set(f"{markup(f'{wording_here.COULD_SHOW} :')} {markup(asked.proof)}", "fact")


def _answered(said: Said) -> str:
    told = f"{_grey(f'{said.question} · {said.text}')} {_strong(said.answer)}"
    if said.shown:
        told += f" {markup(said.shown)}"
    return f"{told} {_grey(f'{wording_here.READ_AS} :')} {_strong(said.read)}" if said.read is not None else told


def _strong(text: str) -> str:
    return f"<font name={SEMIBOLD!r}>{markup(text)}</font>"


def _grey(text: str) -> str:
    return f"<font color={GREY.hexval()!r}>{markup(text)}</font>"


def _rest(guide: Guide, pen: Pen) -> Iterator[Flowable]:
    if not guide.rest:
        return
    section = pen.inside("Sect")
    yield section.section(wording_here.REST)
    listed = section.inside("L")
    for asked in guide.rest:
        body = listed.inside("LI").inside("LBody")
        questions = ", ".join(asked.questions)
        told = [body.write(asked.ask, "tick"), body.write(f"{questions} · {asked.label}", "foot")]
        yield columns([[[gap(1.6), Box()], told]], (16, WIDTH - 16), 1.6, 4)


def _end(guide: Guide, pen: Pen) -> Iterator[Flowable]:
    """What to say to finish, and what the guide does not say."""
    section = pen.inside("Sect")
    told: Cell = [section.write(wording_here.TO_FINISH, "essential_label", "H2")]
    told += [section.write(each, "essential") for each in (guide.closing, *guide.notes)]
    told.append(section.write(guide.equity, "notice"))
    yield panel([[told]], (WIDTH,))
