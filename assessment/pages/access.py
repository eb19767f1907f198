"""The links of a dossier in, who has access out; links are made, replaced and closed here."""

import datetime

import streamlit as st

from assessment.engine.answers import clean
from assessment.errors import StorageError
from assessment.pages import problems
from assessment.pages import wording_of_dossier as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.private_link import show_link
from assessment.pages.saved import local
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.kept import Link
from assessment.storage.opening import the_store
from assessment.storage.principals import Holder
from assessment.storage.rights import Right


def show(holder: Holder) -> None:
    """Every link, and the way to make another; raises StorageError."""
    store = the_store()
    st.header(markdown(wording.ACCESS), anchor=False)
    st.html(f"<p>{markup(wording.ACCESS_TEXT)}</p>")
    if error := st.session_state.pop("access_error", None):
        problems.show(error, wording.ACCESS_ERRORS)
    for link in store.links(holder, holder.dossier):
        _show(link, holder)
    if token := st.session_state["shared_token"]:
        with st.container(key="shared", border=True):
            show_link(token, label=wording.SHARED_LABEL, key="shared")
            st.html(f'<p class="note">{markup(wording.SHARED_ONCE)}</p>')
    _offer(holder)
    _show_deposits(holder)


def renew(holder: Holder, link: str) -> None:
    """Replace a link; when it is the holder's own, this tab goes on with the new one."""
    try:
        shared = the_store().renew(holder, holder.dossier, link)
    except StorageError as error:
        st.session_state["access_error"] = error
        return
    if link == holder.link:
        st.session_state["holder"] = Holder(holder.dossier, shared.link.id)
        st.session_state.update(token=shared.token, renewed=True)
    else:
        st.session_state["shared_token"] = shared.token


def _show(link: Link, holder: Holder) -> None:
    now = datetime.datetime.now(datetime.UTC)
    ended = link.expires is not None and link.expires <= now
    mine = link.id == holder.link
    label = wording.YOUR_LINK if mine else link.label or wording.SHARE_UNNAMED
    title = wording.LINK_LINE.format(label=label, right=wording.RIGHTS[link.right.value])
    with st.container(key=f"access_{link.id}", border=True):
        st.html(f"<p><strong>{markup(title)}</strong><br>{markup(', '.join(_facts(link, ended=ended)))}</p>")
        if link.revoked is None and not ended and not mine:
            with st.container(horizontal=True):
                revoke, replace = (markdown(each.format(label=label)) for each in (wording.REVOKE, wording.RENEW))
                st.button(revoke, key=f"revoke_{link.id}", on_click=_revoke, args=(holder, link.id))
                st.button(replace, key=f"renew_{link.id}", on_click=renew, args=(holder, link.id))


def _facts(link: Link, *, ended: bool) -> list[str]:
    facts = [wording.CREATED.format(day=_day(link.created))]
    facts.append(wording.LAST_USED.format(day=told_day(link.last_used)) if link.last_used else wording.NEVER_USED)
    if link.revoked is not None:
        facts.append(wording.REVOKED.format(day=_day(link.revoked)))
    elif link.expires is not None:
        facts.append((wording.ENDED if ended else wording.ENDS).format(day=_day(link.expires)))
    return facts


def _show_deposits(holder: Holder) -> None:
    given = the_store().deposits(holder, holder.dossier)
    if given:
        st.subheader(markdown(wording.DEPOSITS), anchor=False)
    for each in given:
        with st.container(key=f"deposit_{each.id}", border=True):
            st.html(f"<p>{markup(wording.DEPOSIT_LINE.format(receiver=each.receiver, day=_day(each.at)))}</p>")
            withdraw = markdown(wording.WITHDRAW.format(receiver=each.receiver))
            st.button(withdraw, key=f"withdraw_{each.id}", on_click=_withdraw, args=(holder, each.id))


def _offer(holder: Holder) -> None:
    """A form for another link."""
    with st.expander(markdown(wording.SHARE), key="share"), st.form("share_form", border=False):
        label = st.text_input(markdown(wording.SHARE_LABEL), max_chars=200, autocomplete="off", key="share_label")
        right = st.radio(
            markdown(wording.SHARE_RIGHT),
            [Right.READ, Right.ANSWER],
            format_func=lambda each: markdown(wording.RIGHTS[each.value]),
            key="share_right",
        )
        st.html(f'<p class="note">{markup(wording.SHARE_SEES)}</p>')
        days = st.radio(
            markdown(wording.SHARE_DAYS),
            list(wording.DAYS),
            index=1,
            format_func=lambda each: markdown(wording.DAYS[each]),
            key="share_days",
        )
        if st.form_submit_button(french(wording.SHARE_NOW), type="primary"):
            _share(holder, Right(right), days, clean(label))


def _share(holder: Holder, right: Right, days: int, label: str) -> None:
    try:
        st.session_state["shared_token"] = the_store().share(holder, holder.dossier, right, days, label).token
    except StorageError as error:
        st.session_state["access_error"] = error
    st.rerun()


def _revoke(holder: Holder, link: str) -> None:
    st.session_state["shared_token"] = None
    try:
        the_store().revoke(holder, holder.dossier, link)
    except StorageError as error:
        st.session_state["access_error"] = error


def _withdraw(holder: Holder, deposit: str) -> None:
    try:
        the_store().withdraw(holder, holder.dossier, deposit)
    except StorageError as error:
        st.session_state["access_error"] = error


def _day(moment: datetime.datetime) -> str:
    return told_day(local(moment).date())
