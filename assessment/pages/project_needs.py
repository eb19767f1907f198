"""A result in, the help asked for beside the help that is useful, and what was advised out, in HTML."""

import datetime
from collections.abc import Collection, Iterator

from assessment.content.edition import Edition
from assessment.engine.assess import Assessment, Project
from assessment.engine.levers import LeverFound
from assessment.engine.needs import NeedFound
from assessment.engine.recommendations import Recommendation
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markup
from assessment.pages.project_drawn import answered, could_be_shown, folded, listed, sourced, whose
from assessment.portfolio.projects import Project as Read
from assessment.portfolio.said import answer_told
from assessment.report import wording
from assessment.report.standing import stage_known
from assessment.report.wording import told_day

#: Needs shown at once; the others are folded.
AT_ONCE = 4


def helping(found: Assessment, project: Project, read: Collection[str] = (), *, quoting: bool) -> str:
    """What was asked, what the answers call for, and what is needed now; *read*: what the owner reads otherwise."""
    if not stage_known(found):
        return f"<p>{markup(words.STAGE_UNKNOWN)}.</p>"
    asked = _asked(found, project, read) if quoting else ""
    useful = "".join(f"<li>{_lever(found, each, quoting=quoting)}</li>" for each in project.levers)
    needs = [f"<li>{_need(found, each, quoting=quoting)}</li>" for each in project.needs]
    told = f"<div><h3>{markup(words.USEFUL)}</h3><ol>{useful}</ol></div>"
    first, rest = needs[:AT_ONCE], needs[AT_ONCE:]
    more = folded(words.NEEDS_MORE.format(count=len(rest)), f"<ul>{''.join(rest)}</ul>") if rest else ""
    now = f"<ul>{''.join(first)}</ul>" if first else listed([])
    needed = f"<div><h3>{markup(words.NEEDS)}</h3>{now}{more}</div>"
    return f'{asked}<div class="twofold">{told}{needed}</div>'


def advising(found: Assessment, *, quoting: bool) -> str:
    """What the report proposes to the project, in short."""
    told = "".join(f"<li>{_advice(found, each, quoting=quoting)}</li>" for each in found.advice.recommendations)
    return f'<p class="note">{markup(words.ADVICE_TEXT)}</p>{f"<ul>{told}</ul>" if told else listed([])}'


def answers(read: Read, edition: Edition, first_day: datetime.date) -> str:
    """Every answer under its screen: the first one, and the second reading beside it."""
    names = [name for name in edition.questions if name in read.first.values or name in read.readings]
    parts, screen = [], None
    for name in names:
        part = edition.questionnaire(edition.part_of[name])
        label = next(each.label for each in part.screens if each.id == edition.questions[name].screen)
        if label != screen:
            parts.append(f"<h3>{markup(label)}</h3>")
            screen = label
        parts.append(told_twice(read, name, edition, first_day))
    return f'<p class="note">{markup(words.ANSWERS_TEXT)}</p>{"".join(parts)}'


def told_twice(read: Read, name: str, edition: Edition, first_day: datetime.date) -> str:
    """The first answer to a question with its day, and the owner's reading beside it with its own."""
    again = read.readings.get(name)
    first = answer_told(name, read.first.values.get(name), edition)
    day = markup(words.FIRST.format(day=told_day(first_day)))
    second = ""
    if again:
        when = markup(words.SECOND.format(day=told_day(again.at.date())))
        why = f"<br>{markup(words.REASON.format(reason=again.reason))}" if again.reason else ""
        told = markup(answer_told(name, again.value, edition))
        second = f'<p class="second"><span class="when">{when}</span><strong>{told}</strong>{why}</p>'
    shown = could_be_shown(read.first, name)
    note = f'<span class="when">{markup(shown)}</span>' if shown else ""
    return (
        f'<div class="read{" again" if again else ""}"><p>{markup(edition.questions[name].text)}</p>'
        f'<p><span class="when">{day}</span><strong>{markup(first)}</strong>{note}</p>{second}</div>'
    )


def _asked(found: Assessment, project: Project, read: Collection[str]) -> str:
    most, name = found.edition.limits.levers_at_most, found.edition.levers.help_asked_by
    told = answered(found, name, whose(name, read))
    asked = [each for each in project.levers if each.asked]
    useful = [each for each in project.levers[:most] if not each.asked]
    apart = [each for each in asked if each.rank > most]
    sentence = ""
    if apart and useful:
        both = {"asked": _titles(apart), "useful": _titles(useful)}
        sentence = f"<p>{markup(words.ELSEWHERE.format(**both))}</p>"
    return f"<h3>{markup(words.ASKED)}</h3>{told}{sentence}"


def _titles(levers: list[LeverFound]) -> str:
    return wording.listed([words.QUOTED.format(words=wording.small(each.lever.title)) for each in levers])


def _lever(found: Assessment, each: LeverFound, *, quoting: bool) -> str:
    priority = next(one.label for one in found.edition.levers.priorities if one.id == each.priority)
    badges = [priority, *([words.BOTH] if quoting and each.asked else [])]
    marks = "".join(f' <span class="badge">{markup(one)}</span>' for one in badges)
    because = _because(found, each.because | each.shown_by, each.lever.source, quoting=quoting)
    return f"<strong>{markup(each.lever.title)}</strong>{marks}{folded(words.WHY, because)}"


def _need(found: Assessment, each: NeedFound, *, quoting: bool) -> str:
    return markup(each.need.text) + folded(words.WHY, _because(found, each.because, each.need.source, quoting=quoting))


def _advice(found: Assessment, each: Recommendation, *, quoting: bool) -> str:
    because = f"<p>{markup(wording.because(each.rule.because))}</p>"
    inside = because + _because(found, each.because, each.rule.source, quoting=quoting)
    return f"<strong>{markup(each.item.title)}</strong>{folded(words.WHY, inside)}"


def _because(found: Assessment, questions: frozenset[str], source: str, *, quoting: bool) -> str:
    return "".join(_reasons(found, questions, quoting=quoting)) + sourced(found, source)


def _reasons(found: Assessment, questions: frozenset[str], *, quoting: bool) -> Iterator[str]:
    if quoting:
        yield from (answered(found, name) for name in found.in_order(questions))
