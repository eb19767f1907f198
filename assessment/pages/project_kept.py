"""A project in, what its owner decided and noted out, with the way to say more, and everything that happened."""

import datetime
import secrets
from collections.abc import Iterator

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import wording_of_project as words
from assessment.pages.escaped import markdown, markup
from assessment.pages.portfolio_opened import OpenPortfolio
from assessment.pages.project_drawn import folded
from assessment.pages.project_saying import LONGEST_NOTE, LONGEST_REASON, cleaned, draw_again, fresh, say
from assessment.pages.saved import local
from assessment.portfolio.blindness import Blindness, blindness
from assessment.portfolio.projects import Decision, Project
from assessment.portfolio.said import answer_told
from assessment.portfolio.wording_of_decisions import STATUSES, told
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.gathered import Noted
from assessment.storage.opening import the_gatherings


def show(opened: OpenPortfolio, read: Project) -> None:
    """The decision, the notes, the history; forms for whoever may write."""
    with st.container(key="yours"):
        st.header(markdown(words.YOURS), anchor="travail")
        if opened.gathering.looks_only:
            st.html(f'<p class="note">{markup(words.LOOKS_ONLY)}</p>')
        _show_decision(opened, read)
        _show_notes(opened, read)
        st.html(_history(opened, read))


def decided(now: Decision) -> str:
    """A decision in a few words, with its day."""
    return words.DECIDED.format(status=told(now.status), day=told_day(local(now.at).date()))


def _show_decision(opened: OpenPortfolio, read: Project) -> None:
    now = read.decision
    st.subheader(markdown(words.DECISION), anchor=False)
    if now:
        st.html(f'<p><span class="pill">{markup(decided(now))}</span></p>{_written(now.reason)}')
    else:
        st.html(f'<p class="note">{markup(words.UNDECIDED)}</p>')
    if opened.gathering.looks_only:
        return
    with st.form(f"decision_{read.id}", border=False):
        status = st.radio(
            markdown(words.STATUS),
            list(STATUSES),
            index=list(STATUSES).index(now.status) if now and now.status in STATUSES else None,
            format_func=lambda each: markdown(STATUSES[each]),
            key=f"decided_{read.id}",
            horizontal=True,
        )
        reason = st.text_area(
            markdown(words.DECISION_REASON),
            placeholder=french(words.DECISION_EXAMPLE),
            max_chars=LONGEST_REASON,
            key=fresh(f"decided_reason_{read.id}"),
            height=90,
        )
        kept = st.form_submit_button(french(words.KEEP_DECISION))
    if kept:
        why = cleaned(reason, LONGEST_REASON)
        if not status or not why:
            st.html(f'<p role="alert">{markup(words.DECISION_NEEDS_REASON)}</p>')
        elif say(opened, read.id, (read.id, "decision", "", {"status": status, "reason": why})):
            draw_again(f"decided_reason_{read.id}")


def _show_notes(opened: OpenPortfolio, read: Project) -> None:
    st.subheader(markdown(words.NOTES), anchor=False)
    notes = "".join(
        f'<div class="read"><p><span class="when">{markup(told_day(local(each.at).date()))}</span></p>'
        f"{_written(each.text)}</div>"
        for each in read.notes
    )
    hidden = _notes_of(opened, read) - len(read.notes)
    aside = words.NOTES_HIDDEN.format(count=hidden) if hidden else "" if notes else words.NO_NOTE
    st.html(notes + (f'<p class="note">{markup(aside)}</p>' if aside else ""))
    if opened.gathering.looks_only:
        return
    with st.form(f"note_{read.id}", border=False):
        key = fresh(f"note_text_{read.id}")
        text = st.text_area(markdown(words.NOTE), max_chars=LONGEST_NOTE, key=key, height=110)
        st.html(f'<p class="note">{markup(words.NOTE_HELP)}</p>')
        kept = st.form_submit_button(french(words.KEEP_NOTE))
    written = cleaned(text, LONGEST_NOTE) if kept else ""
    if written and say(opened, read.id, (read.id, "note", secrets.token_urlsafe(9), {"text": written})):
        draw_again(f"note_text_{read.id}")


def _notes_of(opened: OpenPortfolio, read: Project) -> int:
    """How many notes there are, those that are hidden while names are too."""
    last = {each.key: each.value for each in opened.journal if each.project == read.id and each.kind == "note"}
    return sum(value is not None for value in last.values())


def _history(opened: OpenPortfolio, read: Project) -> str:
    """Everything that was said of the project and of blind reading, the last first: what, when, by which link."""
    about = [each for each in opened.journal if each.project == read.id or each.kind == "blind"]
    labels, blind = _labels(opened), blindness(opened.journal)
    lines = []
    for each in reversed(about):
        what = next(_told(each, opened, blind), None)
        if what is not None:
            when = words.BY.format(moment=_moment(each.at), link=labels.get(each.link, words.BY_A_LINK))
            lines.append(f'<li><span class="when">{markup(when)}</span>{_written(what)}</li>')
    inside = f'<ul class="history">{"".join(lines)}</ul>' if lines else f"<p>{markup(words.HISTORY_EMPTY)}</p>"
    return f'<section class="piece whole">{folded(words.HISTORY.format(count=len(lines)), inside)}</section>'


def _told(noted: Noted, opened: OpenPortfolio, blind: Blindness) -> Iterator[str]:
    value = noted.value if isinstance(noted.value, dict) else {}

    def shown(text: object) -> str:
        return blind.text(str(text or ""), noted.seq) or (words.WRITTEN_BLIND if text else "")

    match noted.kind:
        case "note":
            yield words.WHAT["note"].format(text=shown(value.get("text")))
        case "decision":
            said = f"{told(value.get('status'))}. {shown(value.get('reason'))}".strip()
            yield words.WHAT["decision"].format(text=said)
        case "reading" if noted.key in opened.edition.questions:
            question = opened.edition.questions[noted.key].text
            if not value:
                yield words.WHAT["reading_back"].format(question=question)
                return
            given = value.get("value")
            answer = answer_told(noted.key, tuple(given) if isinstance(given, list) else given, opened.edition)
            text = f"{answer.rstrip('.')}. {shown(value.get('reason'))}".strip()
            yield words.WHAT["reading"].format(question=question, text=text)
        case "blind":
            yield words.WHAT["blind_on" if value.get("on") else "blind_off"].format(text=shown(value.get("reason")))


def _labels(opened: OpenPortfolio) -> dict[str, str]:
    """Link -> what it is called; only this one for whoever may not see the others."""
    labels = {}
    try:
        links = the_gatherings().links(opened.owner, opened.gathering.id)
        labels = {each.id: words.BY_LINK.format(label=each.label) for each in links if each.label}
    except StorageError:  # a link that only looks does not see who else has one
        labels = {}
    return labels | {opened.owner.link: words.BY_THIS_LINK}


def _moment(at: datetime.datetime) -> str:
    here = local(at)
    return words.MOMENT.format(day=told_day(here.date()), hour=here.hour, minute=f"{here.minute:02}")


def _written(text: str) -> str:
    return f'<p class="written">{markup(text)}</p>' if text else ""
