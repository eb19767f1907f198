"""A Report in, plain text for a terminal of 80 columns out."""

import textwrap
from collections.abc import Iterator, Sequence

from assessment.report import wording
from assessment.report.document import Line, Profile, Reason, Report, Section, StageLine
from assessment.report.printable import plain, printable

WIDTH = 80

#: Sections whose lines show the answers behind them in full; the others name the questions.
ANSWERS_IN_FULL = frozenset({"stage", "contradictions", "to_consolidate", "to_next"})


def render(report: Report) -> str:
    """The whole report, ready to print."""
    blocks = (
        _opening(report),
        *(_section(section, report) for section in report.sections),
        _answers(report.answers),
    )
    return "\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def _opening(report: Report) -> Iterator[str]:
    about = (report.subject, wording.told_day(report.day) if report.day else None, report.edition)
    yield printable(report.title).upper()
    yield from _wrapped(" · ".join(each for each in about if each))
    yield ""
    yield from _wrapped(report.headline)
    if report.stage_line:
        yield ""
        yield from _stations(report.stage_line)
        yield ""
    yield from _wrapped(report.summary)
    for notice in report.notices:
        yield from _wrapped(notice)


def _stations(line: StageLine) -> Iterator[str]:
    for index, station in enumerate(line.stations):
        told = [
            *([wording.LEGEND_REACHED] if index == line.reached else []),
            *([wording.LEGEND_CONSOLIDATED] if index == line.consolidated else []),
            *([wording.LEGEND_RANGE] if line.lowest < line.highest and line.lowest <= index <= line.highest else []),
        ]
        mark = "◉" if index == line.reached else "●" if index <= line.consolidated else "○"
        yield from _wrapped(f"{mark} {station}{' : ' if told else ''}{', '.join(told)}", "  ", "    ")


def _section(section: Section, report: Report) -> Iterator[str]:
    yield from _heading(section.title)
    if section.intro:
        yield from _wrapped(section.intro)
    if section.id == "profile" and report.profile:
        yield from _profile(report.profile, report.stage_line)
    yield from _lines(section.lines, section)
    if section.after:
        yield from _wrapped(section.after + (" :" if section.more else ""))
    yield from _lines(section.more, section)


def _lines(lines: Sequence[Line], section: Section) -> Iterator[str]:
    group = None
    for place, line in enumerate(lines):
        if line.group and line.group != group:
            yield ""
            yield from _wrapped(f"{line.group} :")
        elif line.facts and place:
            yield ""
        group = line.group
        yield from _line(line, in_full=section.id in ANSWERS_IN_FULL)
        after = lines[place + 1].source if place + 1 < len(lines) else None
        if line.source and after != line.source:
            yield from _fact(wording.SOURCE, line.source)  # once for lines that share it


def _line(line: Line, *, in_full: bool) -> Iterator[str]:
    badge = f" [{line.badge}]" if line.badge else ""
    yield from _wrapped(f"{line.text}{badge}", "- ", "  ")
    if line.detail:
        yield from _wrapped(line.detail, "  ", "  ")
    for label, value in line.facts:
        yield from _fact(label, value)
    if line.address:
        yield from _fact(wording.WHERE, line.address)
    if in_full:
        yield from (each for reason in line.because for each in _reason(reason))
    elif line.because:
        yield from _fact(wording.YOUR_ANSWERS, ", ".join(reason.question for reason in line.because))


def _fact(label: str, value: str) -> Iterator[str]:
    if value.startswith(("http://", "https://")):
        yield f"    {printable(label)} : {plain(value)}"
    else:
        yield from _wrapped(f"{label} : {value}", "    ", "      ")


def _profile(profile: Profile, stage_line: StageLine | None) -> Iterator[str]:
    stations = stage_line.stations if stage_line else ()
    for row in profile.rows:
        filled = "?" if row.level is None else "●" * row.level + "○" * (profile.highest - row.level)
        name = stations[row.level - 1] if row.level and len(stations) >= row.level else ""
        alone = wording.ON_ONE_ANSWER if row.on_one_answer else ""
        told = wording.NOT_KNOWN if row.level is None else ", ".join(filter(None, (name, alone)))
        yield f"  {printable(row.label):<30}{filled:<{profile.highest + 2}}{printable(told)}".rstrip()


def _answers(answers: tuple[Reason, ...]) -> Iterator[str]:
    if answers:
        yield from _heading(wording.ANSWERS)
    screen = None
    for reason in answers:
        if reason.screen and reason.screen != screen:
            yield ""
            yield from _wrapped(f"{reason.screen} :")
        screen = reason.screen
        yield from _reason(reason)


def _reason(reason: Reason) -> Iterator[str]:
    shown = f" ({wording.COULD_SHOW} : {reason.backed_by})" if reason.shown else ""
    yield from _wrapped(f"{reason.question}. {reason.text}", "    ", "      ")
    yield from _wrapped(f"{reason.answer}{shown}", "      → ", "        ")


def _heading(title: str) -> Iterator[str]:
    told = printable(title)
    yield ""
    yield told
    yield "─" * len(told)


def _wrapped(text: str, first: str = "", following: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), WIDTH, initial_indent=first, subsequent_indent=following, break_on_hyphens=False
    )
