"""Page: the private link, who has access, everything to take away, how long it is kept, closing and deleting."""

import streamlit as st

from assessment.pages import access, erasing, keeping, paths, returning, state, wording
from assessment.pages import wording_of_dossier as told
from assessment.pages.escaped import markdown, markup
from assessment.pages.heading import head
from assessment.pages.private_link import offer_to_leave, show_link
from assessment.report.wording import told_day
from assessment.settings import read_settings
from assessment.storage.kept import Dossier
from assessment.storage.opening import the_store
from assessment.storage.principals import Holder


def show() -> None:
    """Show the dossier of this visit."""
    state.begin()
    holder = keeping.holder()
    head(told.TITLE if holder else told.NONE_YET, place="dossier")
    erasing.tell()
    if holder is None:
        text = told.TRACELESS_TEXT if st.session_state.get("without_trace") else told.NONE_YET_TEXT
        st.html(f'<p class="lead">{markup(text)}</p>')
        if st.button(markdown(wording.START if not st.session_state["answers"] else wording.CONTINUE), type="primary"):
            returning.go(paths.ANSWER)
        return
    dossier = the_store().read(holder, holder.dossier)
    _lead_back()
    if st.session_state["right"] == "answer":
        _show_link(holder)
        access.show(holder)
        _offer_exports(dossier)
    _tell_end(dossier)


def _lead_back() -> None:
    """To where the person was: on a phone, the menu that leads there is folded."""
    with st.container(horizontal=True, key="lead_back"):
        if st.session_state["right"] == "answer":
            st.page_link(paths.ANSWER, label=markdown(wording.CONTINUE))
        if st.session_state["result_seen"] or st.session_state["right"] == "read":
            st.page_link(paths.RESULT, label=markdown(wording.SEE_RESULT))


def _show_link(holder: Holder) -> None:
    st.header(markdown(told.LINK), anchor=False)
    if st.session_state.pop("renewed", False):
        st.html(f'<p class="aside" role="status">{markup(told.RENEWED)}</p>')
    token = st.session_state["token"]
    st.html(f"<p>{markup(told.LINK_TEXT if token else told.LINK_UNKNOWN)}</p>")
    if token:
        show_link(token, label=told.LINK_LABEL, key="mine")
    # Of another name once the link is another: the bubble over it would stay open, one tap away from replacing it.
    with st.popover(markdown(told.RENEW_MINE), key=f"renew_mine_{holder.link}"):
        st.html(f"<p>{markup(told.RENEW_SURE)}</p>")
        st.button(markdown(told.RENEW_NOW), key="renew_now", on_click=access.renew, args=(holder, holder.link))


def _offer_exports(dossier: Dossier) -> None:
    """Links to our own routes, which look at the right again when they are followed."""
    st.header(markdown(told.EXPORT), anchor=False)
    files = (("rapport.pdf", told.EXPORT_PDF), ("export.json", told.EXPORT_JSON), ("export.csv", told.EXPORT_CSV))
    links = "".join(
        f'<li><a href="/dossier/{markup(dossier.id)}/{name}" download>{markup(label)}</a></li>' for name, label in files
    )
    st.html(f"<p>{markup(told.EXPORT_TEXT)}</p><ul>{links}</ul>")


def _tell_end(dossier: Dossier) -> None:
    st.header(markdown(told.KEPT), anchor=False)
    settings = read_settings()
    months = settings.draft_months if dossier.is_draft else settings.dossier_months
    text = told.KEPT_TEXT.format(day=told_day(dossier.kept_until), months=months)
    draft = f" {markup(told.KEPT_DRAFT)}" if dossier.is_draft else ""
    st.html(f"<p>{markup(text)}{draft}</p><p>{markup(told.LEAVE_TEXT)}</p>")
    offer_to_leave(dossier.id)
    if st.session_state["right"] == "answer":
        erasing.offer()


show()
