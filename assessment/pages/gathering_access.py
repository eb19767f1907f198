"""The links of a gathering's owners in, who has access out; links are made, replaced and closed here."""

import datetime

import streamlit as st

from assessment.engine.answers import clean
from assessment.errors import StorageError
from assessment.pages import gathering_opened, problems
from assessment.pages import wording_of_dossier as common
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.escaped import markdown, markup
from assessment.pages.private_link import show_link
from assessment.pages.saved import local
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.gathered import Gathering
from assessment.storage.kept import Link
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner
from assessment.storage.rights import Reach


def show_own(token: str) -> None:
    """The private link of the owner, known to the tab where it was made."""
    with st.container(key="own_link", border=True):
        st.header(markdown(wording.OWN_LINK), anchor=False)
        st.html(f"<p>{markup(wording.OWN_LINK_TEXT)}</p>")
        show_link(token, label=wording.OWN_LINK_LABEL, key="own", alt=wording.OWN_QR_ALT)


def show(owner: Owner, gathering: Gathering) -> None:
    """Every link of the owners, and the way to make another."""
    st.header(markdown(wording.ACCESS), anchor=False)
    st.html(f"<p>{markup(wording.ACCESS_TEXT)}</p>")
    if error := st.session_state.pop("owner_error", None):
        problems.show(error, wording.NOT_DONE)
    for link in the_gatherings().links(owner, gathering.id):
        _show(link, owner)
    made = _shared().get(gathering.id)
    if made:
        with st.container(key="owner_shared", border=True):
            show_link(made, label=common.SHARED_LABEL, key="owner_shared", alt=wording.OWN_QR_ALT)
            st.html(f'<p class="note">{markup(common.SHARED_ONCE)}</p>')
    _offer(owner)


def _show(link: Link, owner: Owner) -> None:
    now, mine = datetime.datetime.now(datetime.UTC), link.id == owner.link
    ended = link.expires is not None and link.expires <= now
    label = common.YOUR_LINK if mine else link.label or common.SHARE_UNNAMED
    title = common.LINK_LINE.format(label=label, right=wording.REACHES[link.right.value])
    with st.container(key=f"owner_{link.id}", border=True):
        st.html(f"<p><strong>{markup(title)}</strong><br>{markup(', '.join(_facts(link, ended=ended)))}</p>")
        if link.revoked is not None or ended:
            return
        if mine:
            _offer_new(owner)
            return
        with st.container(horizontal=True):
            revoke, replace = (markdown(each.format(label=label)) for each in (common.REVOKE, common.RENEW))
            st.button(revoke, key=f"owner_revoke_{link.id}", on_click=_revoke, args=(owner, link.id))
            st.button(replace, key=f"owner_renew_{link.id}", on_click=_renew, args=(owner, link.id))


def _offer_new(owner: Owner) -> None:
    """Another link for the owner who looks at this page."""
    if owner.gathering not in gathering_opened.tokens():
        st.html(f'<p class="note">{markup(wording.LINK_UNKNOWN)}</p>')
    # Of another name once the link is another: the bubble over it would stay open, one tap away from replacing it.
    with st.popover(markdown(common.RENEW_MINE), key=f"renew_own_{owner.link}"):
        st.html(f"<p>{markup(wording.RENEW_OWN_SURE)}</p>")
        st.button(markdown(common.RENEW_NOW), key="renew_own_now", on_click=_renew, args=(owner, owner.link))


def _facts(link: Link, *, ended: bool) -> list[str]:
    facts = [common.CREATED.format(day=_day(link.created))]
    facts.append(common.LAST_USED.format(day=told_day(link.last_used)) if link.last_used else common.NEVER_USED)
    if link.revoked is not None:
        facts.append(common.REVOKED.format(day=_day(link.revoked)))
    elif link.expires is not None:
        facts.append((common.ENDED if ended else common.ENDS).format(day=_day(link.expires)))
    return facts


def _offer(owner: Owner) -> None:
    """A form for another link."""
    with st.expander(markdown(wording.SHARE), key="owner_share"), st.form("owner_share_form", border=False):
        label = st.text_input(markdown(common.SHARE_LABEL), max_chars=200, autocomplete="off", key="owner_share_label")
        reach = st.radio(
            markdown(wording.SHARE_RIGHT),
            [Reach.LOOK, Reach.OWN],
            format_func=lambda each: markdown(wording.REACHES[each.value]),
            key="owner_share_reach",
        )
        days = st.radio(
            markdown(common.SHARE_DAYS),
            list(common.DAYS),
            index=1,
            format_func=lambda each: markdown(common.DAYS[each]),
            key="owner_share_days",
        )
        if st.form_submit_button(french(common.SHARE_NOW), type="primary"):
            _share(owner, Reach(reach), days, clean(label))


def _share(owner: Owner, reach: Reach, days: int, label: str) -> None:
    try:
        _shared()[owner.gathering] = the_gatherings().share(owner, owner.gathering, reach, days, label).token
    except StorageError as error:
        st.session_state["owner_error"] = error
    st.rerun()


def _renew(owner: Owner, link: str) -> None:
    """Replace a link; when it is this owner's, this tab goes on with the new one."""
    try:
        made = the_gatherings().renew(owner, owner.gathering, link)
    except StorageError as error:
        st.session_state["owner_error"] = error
        return
    if link == owner.link:
        st.session_state["owners"][owner.gathering] = Owner(owner.gathering, made.link.id)
        gathering_opened.tokens()[owner.gathering] = made.token
    else:
        _shared()[owner.gathering] = made.token


def _revoke(owner: Owner, link: str) -> None:
    _shared().pop(owner.gathering, None)
    try:
        the_gatherings().revoke(owner, owner.gathering, link)
    except StorageError as error:
        st.session_state["owner_error"] = error


def _shared() -> dict[str, str]:
    """Gathering -> the token of the last link made for somebody else."""
    return st.session_state.setdefault("owner_shared", {})


def _day(moment: datetime.datetime) -> str:
    return told_day(local(moment).date())
