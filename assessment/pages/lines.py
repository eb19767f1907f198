"""A section of a report in, its lines out: each opens to the answers, the rule and the source behind it."""

from collections.abc import Callable, Collection, Mapping

import streamlit as st

from assessment.pages import actions, changes, paths, wording
from assessment.pages.escaped import link, markdown, markup
from assessment.report.document import Line, Reason, Section
from assessment.report.wording import ADVICE, HOW_TO_BEGIN
from assessment.report.wording import WHY as BECAUSE
from assessment.report.wording_of_voices import AND_ALSO, VOICES

#: Sections whose lines say the next step at once and fold everything else.
AT_ONCE = {"levers": {HOW_TO_BEGIN}, "recommendations": {HOW_TO_BEGIN}, "zones": {ADVICE}}


def show_section(section: Section, screens: Mapping[str, str], before: Callable[[], None] | None = None) -> None:
    """Show a section; *screens*: question -> the screen that asks it; *before*: what to draw before its lines."""
    with st.container(key=f"section_{section.id}"):
        st.header(markdown(section.title), anchor=section.id)
        if section.intro:
            st.html(f"<p>{markup(section.intro)}</p>")
        if before:
            before()
        _show_lines(section, section.lines, screens, "line")
        if section.more:
            with st.expander(markdown(wording.MORE.format(count=len(section.more)))):
                _show_lines(section, section.more, screens, "more")
        elif section.after:
            st.html(f'<p class="note">{markup(section.after)}</p>')


def show_contents(sections: Collection[Section], others: Collection[tuple[str, str]] = ()) -> None:
    """Links to the sections below, for a page that is long; *others*: anchor and title of what is no such section."""
    listed = (*((each.id, each.title) for each in sections), *others)
    links = "".join(f'<li><a href="#{anchor}">{markup(title)}</a></li>' for anchor, title in listed)
    title = markup(wording.CONTENTS)
    st.html(f'<nav class="contents" aria-label="{title}"><p>{title}</p><ul>{links}</ul></nav>')


def drawn_reason(reason: Reason) -> str:
    """A question, the words of its answer, and what could be shown for it."""
    shown = markup(wording.COULD_SHOW.format(proof=reason.shown)) if reason.shown else ""
    proof = f'<br><span class="note">{shown}</span>' if shown else ""
    return f'<p class="reason">{markup(reason.text)}<br><strong>{markup(reason.answer)}</strong>{proof}</p>'


def _show_lines(section: Section, lines: Collection[Line], screens: Mapping[str, str], key: str) -> None:
    group = None
    for index, line in enumerate(lines):
        if line.group and line.group != group:
            st.subheader(markdown(line.group), anchor=False)
        group = line.group
        with st.container(key=f"{key}_{section.id}_{index}"):
            _show_line(section, line, screens, f"{key}_{section.id}_{index}")


def _show_line(section: Section, line: Line, screens: Mapping[str, str], key: str) -> None:
    shown = [fact for fact in line.facts if _is_at_once(section, fact[0])]
    folded = [fact for fact in line.facts if fact not in shown and fact[0] != VOICES]
    name = markup(line.text) if line.text.endswith((".", "?", "!")) else f"<strong>{markup(line.text)}</strong>"
    badge = f' <span class="badge">{markup(line.badge)}</span>' if line.badge else ""
    detail = f"<p>{markup(line.detail)}</p>" if line.detail else ""
    st.html(f'<div class="line"><p>{name}{badge}</p>{_voices(line)}{detail}{_facts(shown)}</div>')
    actions.offer(section, line, key)
    if not (folded or line.because or line.source or line.rule or line.address):
        return
    with st.expander(markdown(wording.LINE_DETAILS_AND_WHY if folded else wording.LINE_WHY), type="compact"):
        if folded or line.address:
            st.html(_facts(folded) + f"<p>{link(line.address)}</p>")
        for reason in line.because:
            _show_reason(reason, screens, key, section.id)
        origin = [wording.RULE.format(rule=line.rule)] if line.rule else []
        origin += [wording.SOURCE.format(source=line.source)] if line.source else []
        if origin:
            st.html("".join(f'<p class="origin">{markup(each)}</p>' for each in origin))


def _is_at_once(section: Section, label: str) -> bool:
    return label in AT_ONCE[section.id] if section.id in AT_ONCE else label != BECAUSE


def _voices(line: Line) -> str:
    """Who speaks for a lever, side by side, to be seen at a glance."""
    said = [voice for label, value in line.facts if label == VOICES for voice in value.split(AND_ALSO)]
    return f'<p class="voices">{"".join(f"<span>{markup(voice)}</span>" for voice in said)}</p>' if said else ""


def _facts(facts: Collection[tuple[str, str]]) -> str:
    told = "".join(f"<dt>{markup(label)}</dt><dd>{markup(value)}</dd>" for label, value in facts)
    return f'<dl class="facts">{told}</dl>' if told else ""


def _show_reason(reason: Reason, screens: Mapping[str, str], key: str, section: str) -> None:
    st.html(drawn_reason(reason))
    screen = screens.get(reason.question)
    if screen and st.button(markdown(wording.REVIEW), key=f"review_{key}_{reason.question}", type="tertiary"):
        changes.review(screen, reason.question, section)
        st.switch_page(paths.ANSWER)
