"""The invitation of a gathering in: a link, a code, a text to send out; replaced or revoked here."""

from collections.abc import Callable

import streamlit as st

from assessment.errors import StorageError
from assessment.pages import gathering_terms, problems, state
from assessment.pages import wording_of_dossier as copying
from assessment.pages import wording_of_gatherings as wording
from assessment.pages.asking import minutes_of
from assessment.pages.content import opened
from assessment.pages.escaped import markdown, markup
from assessment.pages.private_link import origin, show_link
from assessment.report.typography import french
from assessment.report.wording import told_day
from assessment.storage.gathered import Gathering
from assessment.storage.opening import the_gatherings
from assessment.storage.principals import Owner

_MAIL_HTML = """
<label></label><textarea spellcheck="false" rows="13"></textarea>
<button type="button"></button><p role="status"></p>
"""
_MAIL_CSS = """
:host, label, textarea, button, p { font: inherit; color: var(--ink); }
label { display: block; font-weight: 650; margin-bottom: .3rem; }
textarea { width: 100%; box-sizing: border-box; padding: .6rem .7rem; line-height: 1.45; resize: vertical;
  border: 1.5px solid var(--edge); border-radius: .6rem; background: #fff; }
button { min-height: 2.75rem; margin-top: .5rem; padding: .4rem 1rem; border: 1.5px solid var(--blue);
  border-radius: .6rem; background: #fff; color: var(--blue); cursor: pointer; }
textarea:focus-visible, button:focus-visible { outline: 3px solid var(--warm); outline-offset: 2px; }
p { margin: .3rem 0 0; min-height: 1.5em; font-size: .93rem; color: var(--soft); }
"""
_MAIL = """
export default function ({ data, parentElement }) {
  const found = (name) => parentElement.querySelector(name);
  const [label, field, button, said] = ['label', 'textarea', 'button', 'p'].map(found);
  field.id = 'invitation-text';
  label.htmlFor = field.id;
  label.textContent = data.label;
  if (field.dataset.given !== data.text) field.value = field.dataset.given = data.text;
  button.textContent = data.copy;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = data.copied;
    } catch {
      field.focus();
      field.select();
      said.textContent = data.selected;
    }
  };
}
"""
_mail = st.components.v2.component("jalons_invitation", html=_MAIL_HTML, css=_MAIL_CSS, js=_MAIL)


def show(owner: Owner, gathering: Gathering) -> None:
    """The section of the owner's page."""
    st.header(markdown(wording.INVITE), anchor=False)
    if error := st.session_state.pop("invitation_error", None):
        problems.show(error, wording.NOT_DONE)
    if st.session_state.pop("invitation_renewed", False):
        st.html(f'<p class="aside" role="status">{markup(wording.INVITATION_RENEWED)}</p>')
    if not gathering.token:
        st.html(f"<p>{markup(wording.REVOKED_INVITATION)}</p>")
        st.button(
            markdown(wording.RENEW_INVITATION_NOW), key="invite_again", on_click=_renew, args=(owner, gathering.id)
        )
        return
    st.html(f"<p>{markup(wording.INVITE_TEXT)}</p>")
    show_link(gathering.token, label=wording.INVITE_LABEL, key="invitation", alt=wording.INVITE_QR_ALT)
    st.html(
        f'<p class="code-label">{markup(wording.THE_CODE)}</p><p class="code">{markup(gathering.code)}</p>'
        f'<p class="note">{markup(wording.THE_CODE_HOW)}</p>'
    )
    with st.expander(markdown(wording.MAIL), key="invitation_mail"):
        words = {"label": wording.MAIL_LABEL, "copy": wording.MAIL_COPY, "copied": wording.MAIL_COPIED}
        told = {name: french(text) for name, text in (words | {"selected": copying.SELECTED}).items()}
        _mail(data={**told, "text": _mail_text(gathering)}, key="invitation_text")
    with st.container(horizontal=True):
        for act, words in ((_renew, wording.RENEWING), (_revoke, wording.REVOKING)):
            _offer(act, words, owner, gathering)


def _mail_text(gathering: Gathering) -> str:
    """What to paste in a mail; addresses and the code stay as they are."""
    terms = gathering.terms
    closes = french(wording.MAIL_CLOSES.format(day=told_day(terms.closes))) if terms.closes else ""
    minutes = minutes_of(opened(), state.CHOICES[gathering_terms.parts_name(terms)])
    text = french(wording.MAIL_TEXT)
    return text.format(
        title=french(terms.title),
        link=f"{origin()}/reprendre#{gathering.token}",
        site=origin(),
        code=gathering.code,
        minutes=minutes,
        closes=closes,
    )


def _offer(act: Callable[[Owner, str], None], words: tuple[str, str, str], owner: Owner, gathering: Gathering) -> None:
    """A fold that says what would follow; of another name once the invitation is another, so that it closes."""
    label, sure, now = words
    with st.popover(markdown(label), key=f"sure_{act.__name__}_{gathering.code}"):
        st.html(f"<p>{markup(sure)}</p>")
        st.button(markdown(now), key=f"now_{act.__name__}", on_click=act, args=(owner, gathering.id))


def _renew(owner: Owner, gathering: str) -> None:
    try:
        the_gatherings().renew_invitation(owner, gathering)
    except StorageError as error:
        st.session_state["invitation_error"] = error
        return
    st.session_state["invitation_renewed"] = True


def _revoke(owner: Owner, gathering: str) -> None:
    try:
        the_gatherings().revoke_invitation(owner, gathering)
    except StorageError as error:
        st.session_state["invitation_error"] = error
