"""A Report in, the same content as one page of HTML out, for a program that prints HTML."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import font_source_sans_pro

from assessment.report import wording_of_pdf as words_of_pdf
from assessment.report.document import Line, Profile, Report, Section, StageLine
from assessment.report.printable import printable

_FACES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf", 700: "SourceSansPro-Bold.ttf"}
_STYLE = """
@page { size: A4; margin: 56pt 46pt 50pt; @bottom-right { content: "page " counter(page) " sur " counter(pages) } }
body { font: 8.6pt/11pt Jalons } h1 { font-size: 26pt; line-height: 30pt } h2 { color: #2347a5; font-size: 13pt }
h3 { font-size: 9.6pt; margin: 4pt 0 0 } p { margin: 0 0 1pt } small { color: #5b6472; font-size: 7.2pt }
.columns { columns: 2; column-gap: 20pt } .cover, .wall { break-after: page } .panel { background: #eef2fb }
.card { border: 1pt solid #c9c5b8; border-radius: 7pt; padding: 9pt; margin: 9pt 0 } a { color: #2347a5 }
.end { font-size: 7.4pt; line-height: 9pt }
"""


def weasyprint() -> Callable[..., Any] | None:
    """What makes a document of HTML, where it is installed."""
    try:
        from weasyprint import HTML
    except ImportError:
        return None
    return HTML


def in_html(report: Report) -> str:
    """The whole report."""
    body = "".join([*_cover(report), *_wall(report), *_columns(report)])
    return f'<html lang="fr"><head><title>{_told(report.title)}</title><style>{_faces()}{_STYLE}</style></head>{body}'


def _cover(report: Report) -> Iterator[str]:
    yield f'<section class="cover"><p>{_told(report.title)}</p><h1>{_told(report.subject or report.title)}</h1>'
    yield f"<h2>{_told(report.headline)}</h2><p>{_told(report.summary)}</p>"
    yield _stage(report.stage_line) if report.stage_line else ""
    yield from (f"<p>{_told(notice)}</p>" for notice in report.notices)
    yield from (_section(section) for name in ("stage", "confidence") if (section := report.section(name)))
    yield "</section>"


def _wall(report: Report) -> Iterator[str]:
    yield f'<section class="wall"><h2>{words_of_pdf.WALL}</h2><p>{_told(words_of_pdf.WALL_INTRO)}</p>'
    for number in range(1, 4):
        yield f'<div class="card">{number} · {words_of_pdf.WHO} · {words_of_pdf.BY} · {words_of_pdf.DONE}</div>'
    yield from (_section(section) for name in ("to_consolidate", "to_next") if (section := report.section(name)))
    yield "</section>"


def _columns(report: Report) -> Iterator[str]:
    yield _profile(report.profile) if report.profile else ""
    yield '<div class="columns">'
    done = ("stage", "confidence", "to_consolidate", "to_next")
    yield from (_section(section) for section in report.sections if section.id not in done)
    yield '<div class="end">'
    yield from (f"<p><b>{_told(word)}.</b> {_told(meaning)}</p>" for word, meaning in report.terms)
    for number, source in enumerate(report.sources, start=1):
        yield f'<p id="source-{number}">{number}. {_told(source)}</p>'
    for each in report.answers:
        said = f"{_told(each.text)} → {_told(each.answer)}"
        yield f'<p id="{each.question}"><b>{each.question}</b> {said}</p>'
    yield "</div></div>"


def _section(section: Section) -> str:
    lines = "".join(_line(line) for line in (*section.lines, *section.more))
    return f"<h2>{_told(section.title)}</h2><p>{_told(section.intro or '')}</p>{lines}"


def _line(line: Line) -> str:
    facts = "".join(f"<p><b>{_told(label)}</b> {_told(value)}</p>" for label, value in line.facts)
    links = ", ".join(f'<a href="#{each.question}">{each.question}</a>' for each in line.because)
    title = f"{_told(line.text)} {_told(line.badge or '')}"
    return f"<h3>{title}</h3><p>{_told(line.detail or '')}</p>{facts}<p><small>{links}</small></p>"


def _stage(line: StageLine) -> str:
    dots = _dots((index * 100 + 50, 20, index <= line.consolidated) for index in range(len(line.stations)))
    names = "".join(f'<text x="{index * 100 + 20}" y="44">{name}</text>' for index, name in enumerate(line.stations))
    return f'<svg role="img" aria-label="{_told(line.alt)}" width="500" height="50">{dots}{names}</svg>'


def _profile(profile: Profile) -> str:
    dots = _dots((100 + (row.level or 0) * 70, 10 + 16 * index, True) for index, row in enumerate(profile.rows))
    names = "".join(
        f'<text x="0" y="{14 + 16 * index}">{_told(row.label)}</text>' for index, row in enumerate(profile.rows)
    )
    height = 16 * len(profile.rows)
    return f'<svg role="img" aria-label="{_told(profile.alt)}" width="500" height="{height}">{dots}{names}</svg>'


def _dots(places: Iterable[tuple[int, int, bool]]) -> str:
    return "".join(f'<circle cx="{x}" cy="{y}" r="5" fill="{"#2347a5" if on else "#fff"}"/>' for x, y, on in places)


def _faces() -> str:
    folder = Path(font_source_sans_pro.font_directory)
    return "".join(
        f"@font-face {{ font-family: Jalons; font-weight: {weight}; src: url({(folder / file).as_uri()}) }}"
        for weight, file in _FACES.items()
    )


def _told(text: str) -> str:
    return escape(printable(text))
