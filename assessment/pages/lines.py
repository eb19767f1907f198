"""A section of a report in, the same in HTML out: each line opens to the answers, the rule and the source behind it.

The folds are the browser's own, and the buttons its own too: `pieces` hears them. What is drawn depends on the report
alone, so that the browser keeps it, its open folds and its focus from run to run.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assessment.pages import wording
from assessment.pages import wording_of_actions as words
from assessment.pages import wording_of_result as told_of_result
from assessment.pages.escaped import link, markup
from assessment.pages.pieces import folded
from assessment.report.document import Line, Reason, Report, Section
from assessment.report.wording import ADVICE, HOW_TO_BEGIN, small
from assessment.report.wording import WHY as BECAUSE
from assessment.report.wording_of_voices import AND_ALSO, VOICES

#: Sections whose lines say the next step at once and fold everything else.
AT_ONCE = {"levers": {HOW_TO_BEGIN}, "recommendations": {HOW_TO_BEGIN}, "zones": {ADVICE}}
#: How the section of the next actions is called, as those of the report are.
ACTIONS = "actions"
#: Sections whose lines say something that is still to be put in place.
MISSING = ("to_consolidate", "to_next")


@dataclass(frozen=True, slots=True)
class Shown:
    """What else is on the page: *screens*: question -> the screen that asks it; *takes*: lines can become actions."""

    screens: Mapping[str, str]
    takes: bool


def anchor(section: str) -> str:
    """The id of a section on the page: « method » alone would be a name that browsers keep for forms."""
    return f"section_{section}"


def keyed(report: Report) -> Iterator[tuple[str, Section, Line]]:
    """Every line with its key, which stays the same as long as the line tells of the same."""
    for section in report.sections:
        for key, line in zip(_keys(section), (*section.lines, *section.more), strict=True):
            yield key, section, line


def drawn_section(section: Section, shown: Shown, before: str = "") -> str:
    """A section; *before*: what stands before its lines."""
    pairs = zip((*section.lines, *section.more), _keys(section), strict=True)
    lines = [_line(section, line, key, shown) for line, key in pairs]
    first = len(section.lines)
    told = before + _grouped(section.lines, lines[:first])
    if section.more:
        told += _folded("more", markup(wording.MORE.format(count=len(section.more))), "".join(lines[first:]))
    elif section.after:
        told += f'<p class="note">{markup(section.after)}</p>'
    intro = f"<p>{markup(section.intro)}</p>" if section.intro else ""
    title = f'<h2 id="{anchor(section.id)}">{markup(section.title)}</h2>'
    return f'<section class="part {section.id}">{title}{intro}{told}</section>'


def drawn_contents(listed: Collection[tuple[str, str]]) -> str:
    """Links to the sections below, for a page that is long: the id and the title of each."""
    links = "".join(f'<li><a href="#{anchor(name)}">{markup(title)}</a></li>' for name, title in listed)
    title = markup(wording.CONTENTS)
    return f'<nav class="contents" aria-label="{title}"><p>{title}</p><ul>{links}</ul></nav>'


def drawn_reason(reason: Reason, button: str = "") -> str:
    """A question, the words of its answer, what could be shown for it, and a *button* below."""
    shown = markup(wording.COULD_SHOW.format(proof=reason.backed_by)) if reason.shown else ""
    proof = f'<span class="note">{shown}</span>' if shown else ""
    return f'<p class="reason">{markup(reason.text)} <strong>{markup(reason.answer)}</strong> {proof}{button}</p>'


def drawn_answers(answers: Collection[Reason]) -> str:
    """Everything that was answered, folded."""
    told = "".join(
        f"<h3>{markup(screen or '')}</h3>{''.join(map(drawn_reason, reasons))}"
        for screen, reasons in groupby(answers, key=lambda reason: reason.screen)
    )
    return _folded("answers", markup(f"{wording.ANSWERS} ({len(answers)})"), folded(told))


def review_button(question: str, screens: Mapping[str, str]) -> str:
    """The way back to a question; nothing for one that is not asked here."""
    if question not in screens:
        return ""
    return f'<button type="button" data-press="review" data-about="{markup(question)}">{_REVIEW}</button>'


def made_of(section: Section, line: Line) -> str | None:
    """The words of an action made of a line; None for a line that asks nothing."""
    if line.about is None:
        return None
    if section.id in MISSING:
        return words.TO_PUT_IN_PLACE.format(what=small(line.text))
    how = next((value for label, value in line.facts if label == HOW_TO_BEGIN), None)
    if how is None:
        return None
    first = how.partition(". ")[0].removesuffix(".")
    return words.TO_BEGIN.format(title=line.text, first=f"{small(first)}.")


_REVIEW = markup(wording.REVIEW)
_TAKE = f'<button type="button" data-press="take">{markup(words.TAKE)}</button>'


def _keys(section: Section) -> Iterator[str]:
    """A key for each line and for no other; of two that rest on the same part or rule, the second is numbered."""
    before: Counter[str] = Counter()
    for place, line in enumerate((*section.lines, *section.more)):
        key = " ".join(f"{section.id} {line.about or line.part or line.rule or place}".split())
        before[key] += 1
        yield key if before[key] == 1 else f"{key} ({before[key]})"


def _folded(name: str, summary: str, told: str, key: str = "") -> str:
    return f'<details class="{name}"{key}><summary>{summary}</summary>{told}</details>'


def _grouped(lines: Sequence[Line], drawn: Sequence[str]) -> str:
    """Lines under the headings of their groups; the groups behind the first one are folded."""
    told, named = "", 0
    pairs = zip(lines, drawn, strict=True)
    for group, members in groupby(pairs, key=lambda pair: pair[0].group):
        inside = [each for _, each in members]
        named += bool(group)
        if group and named > 1:
            count = f'<span class="note">{len(inside)}</span>'
            told += _folded("group", f"<h3>{markup(group)}</h3> {count}", "".join(inside))
        else:
            told += (f"<h3>{markup(group)}</h3>" if group else "") + "".join(inside)
    return told


def _line(section: Section, line: Line, key: str, shown: Shown) -> str:
    at_once = [fact for fact in line.facts if _is_at_once(section, fact[0])]
    others = [fact for fact in line.facts if fact not in at_once and fact[0] != VOICES]
    name = markup(line.text) if line.text.endswith((".", "?", "!")) else f"<strong>{markup(line.text)}</strong>"
    badge = f' <span class="badge">{markup(line.badge)}</span>' if line.badge else ""
    detail = f"<p>{markup(line.detail)}</p>" if line.detail else ""
    take = _TAKE if shown.takes and made_of(section, line) else ""
    return (
        f'<div class="line" data-line="{markup(key)}"><p>{name}{badge}</p>{_voices(line)}{detail}{_facts(at_once)}'
        f"{take}{_why(line, others, shown)}</div>"
    )


def _why(line: Line, others: Collection[tuple[str, str]], shown: Shown) -> str:
    """What a line rests on, and the facts that it has no room for."""
    told = _facts(others) + (f"<p>{link(line.address)}</p>" if line.address else "")
    told += "".join(drawn_reason(each, review_button(each.question, shown.screens)) for each in line.because)
    origin = (
        line.rule and wording.RULE.format(rule=line.rule),
        line.part and told_of_result.PART.format(part=line.part),
        line.source and wording.SOURCE.format(source=line.source),
    )
    named = "<br>".join(markup(each) for each in origin if each)
    told += f'<p class="origin">{named}</p>' if named else ""
    summary = markup(wording.LINE_DETAILS_AND_WHY if others else wording.LINE_WHY)
    return _folded("why", summary, folded(told)) if told else ""


def _is_at_once(section: Section, label: str) -> bool:
    return label in AT_ONCE[section.id] if section.id in AT_ONCE else label != BECAUSE


def _voices(line: Line) -> str:
    """Who speaks for a lever, side by side, to be seen at a glance."""
    said = [voice for label, value in line.facts if label == VOICES for voice in value.split(AND_ALSO)]
    return f'<p class="voices">{"".join(f"<span>{markup(voice)}</span>" for voice in said)}</p>' if said else ""


def _facts(facts: Collection[tuple[str, str]]) -> str:
    told = "".join(f"<dt>{markup(label)}</dt><dd>{markup(value)}</dd>" for label, value in facts)
    return f'<dl class="facts">{told}</dl>' if told else ""
