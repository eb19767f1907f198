"""What an owner decides of a gathering: asked on one screen, every mistake told at once, nothing written lost."""

import re
from collections.abc import Iterator, Sequence

import streamlit as st

from assessment.content.edition import Edition
from assessment.engine.answers import LONGEST_NAME, clean
from assessment.errors import Problem, StorageError
from assessment.pages import paths, problems, saved, state
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.asking import minutes_of
from assessment.pages.escaped import markdown, markup
from assessment.report.typography import french
from assessment.settings import read_settings
from assessment.storage.gathered import Terms

#: Signs of a notice, as the store takes it.
LONGEST_NOTICE = 4_000
_BRACKETS = re.compile(r"\[[^\]\n]*\]")


def ask(key: str, edition: Edition, before: Terms | None = None) -> Terms | None:
    """The form, with what was written *before*; the terms once they are sent and nothing is amiss."""
    words = (wording.CREATE_NOW, wording.NOT_CREATED) if before is None else (wording.CHANGE_NOW, wording.NOT_CHANGED)
    with st.form(f"{key}_form", border=False):
        terms = _fields(key, edition, before)
        sent = st.form_submit_button(french(words[0]), type="primary")
    found = tuple(_problems(terms, before)) if sent else ()
    if found:
        problems.show(StorageError(found), words[1])
    return terms if sent and not found else None


def parts_name(terms: Terms) -> str:
    """The choice of parts that stands for what a gathering asks."""
    return next((name for name, parts in state.CHOICES.items() if parts == terms.parts), "both")


def _fields(key: str, edition: Edition, before: Terms | None) -> Terms:
    title = st.text_input(
        markdown(wording.NAME),
        value=before.title if before else "",
        placeholder=french(wording.NAME_EXAMPLE),
        max_chars=LONGEST_NAME,
        key=f"{key}_title",
        autocomplete="off",
    )
    purpose = st.radio(
        markdown(wording.PURPOSE),
        purposes := list(wording.PURPOSES),
        index=purposes.index(before.purpose if before else _wanted(purposes)),
        format_func=lambda each: markdown(wording.PURPOSES[each]),
        key=f"{key}_purpose",
        width="stretch",
    )
    minutes = {name: minutes_of(edition, parts) for name, parts in state.CHOICES.items()}
    parts = st.radio(
        markdown(wording.PARTS),
        names := list(state.CHOICES),
        index=names.index(parts_name(before)) if before else 0,
        format_func=lambda each: markdown(wording.PART_CHOICES[each].format(minutes=minutes[each])),
        key=f"{key}_parts",
        width="stretch",
    )
    shares = _shares(key, before)
    closes = st.date_input(
        markdown(wording.CLOSES), value=before.closes if before else None, format="DD/MM/YYYY", key=f"{key}_closes"
    )
    return Terms(clean(title), purpose, state.CHOICES[parts], closes, shares, _notice(key, before))


def _wanted(purposes: Sequence[str]) -> str:
    """What the link that led here says that the gathering is for."""
    named = st.query_params.get(paths.PURPOSE)
    return named if named in purposes else purposes[0]


def _shares(key: str, before: Terms | None) -> tuple:
    choices = list(wording.SHARE_CHOICES)
    shares = st.radio(
        markdown(wording.SHARES),
        choices,
        index=choices.index(before.shares) if before and before.shares in choices else 1,
        format_func=lambda each: markdown(wording.SHARE_CHOICES[each]),
        key=f"{key}_shares",
        width="stretch",
    )
    st.html(f'<p class="note">{markup(wording.SHARES_HELP)}</p>')
    return tuple(shares)


def _notice(key: str, before: Terms | None) -> str:
    prefilled = french(wording.NOTICE_TEXT.format(months=read_settings().gathering_months))
    notice = st.text_area(
        markdown(wording.NOTICE),
        value=before.notice if before else prefilled,
        height=260,
        max_chars=LONGEST_NOTICE,
        key=f"{key}_notice",
    )
    st.html(f'<p class="note">{markup(wording.NOTICE_HELP)}</p>')
    return (notice or "").strip()


def _problems(terms: Terms, before: Terms | None) -> Iterator[Problem]:
    """What is missing; a last day that was there before may be past: whoever mends a title does not open it again."""
    if not terms.title:
        yield Problem("no-title", wording.IN_TITLE, *wording.NO_TITLE)
    if terms.closes and terms.closes < saved.today() and not (before and before.closes == terms.closes):
        yield Problem("closed-before", wording.IN_CLOSES, *wording.LATE)
    if not terms.notice:
        yield Problem("no-notice", wording.IN_NOTICE, *wording.NO_NOTICE)
    for found in dict.fromkeys(_BRACKETS.findall(terms.notice)):
        what, remedy = wording.BRACKETS
        yield Problem("brackets", wording.IN_NOTICE, what.format(text=found), remedy)
