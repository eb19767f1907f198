"""A private link in, the same on the page out: to copy, to scan; and this browser let in, so that a reload finds it.

The secret stands behind « # »: a browser never sends that part to a server. The script of every page gives it to our
own route, which answers with a cookie that no script can read.
"""

from urllib.parse import urlsplit

import segno
import streamlit as st

from assessment.pages import wording_of_dossier as wording
from assessment.pages.escaped import markup
from assessment.report.typography import french

_COPY_HTML = """
<label></label>
<div class="row"><input readonly spellcheck="false" autocomplete="off"><button type="button"></button></div>
<p role="status"></p>
"""
_COPY_CSS = """
:host, label, input, button, p { font: inherit; color: var(--ink); }
label { display: block; font-weight: 650; margin-bottom: .3rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; }
input { flex: 1 1 14rem; min-width: 0; min-height: 2.9rem; padding: .4rem .7rem; box-sizing: border-box;
  border: 1.5px solid var(--edge); border-radius: .6rem; background: #fff; }
button { min-height: 2.9rem; padding: .4rem 1rem; border: 1.5px solid var(--blue); border-radius: .6rem;
  background: var(--blue); color: #fff; cursor: pointer; }
input:focus-visible, button:focus-visible { outline: 3px solid var(--warm); outline-offset: 2px; }
p { margin: .3rem 0 0; min-height: 1.5em; font-size: .93rem; color: var(--soft); }
"""
_COPY = """
export default function ({ data, parentElement }) {
  const found = (name) => parentElement.querySelector(name);
  const [label, field, button, said] = ['label', 'input', 'button', 'p'].map(found);
  field.id = 'private-link';
  label.htmlFor = field.id;
  label.textContent = data.label;
  field.value = location.origin + data.path;
  button.textContent = data.copy;
  field.onfocus = () => field.select();
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = data.copied;
    } catch {
      field.focus();
      said.textContent = data.selected;
    }
  };
}
"""
_LEAVE_HTML = '<button type="button"></button><p role="status"></p>'
_LEAVE_CSS = """
button, p { font: inherit; }
button { min-height: 2.75rem; padding: .4rem 1rem; border: 1px solid var(--edge); border-radius: .6rem;
  background: #fff; color: var(--ink); cursor: pointer; }
button:focus-visible { outline: 3px solid var(--warm); outline-offset: 2px; }
p { margin: .3rem 0 0; font-size: .93rem; color: var(--soft); }
"""
_LEAVE = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button');
  button.textContent = data.leave;
  button.onclick = async () => {
    const answer = await fetch('/dossier/quitter', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ [data.kind]: data.name }),
    }).catch(() => null);
    if (answer?.ok) location.replace('/');
    else parentElement.querySelector('p').textContent = data.failed;
  };
}
"""
_copy = st.components.v2.component("jalons_copy", html=_COPY_HTML, css=_COPY_CSS, js=_COPY)

_leave = st.components.v2.component("jalons_leave", html=_LEAVE_HTML, css=_LEAVE_CSS, js=_LEAVE)


def show_link(token: str, *, label: str, key: str, alt: str = wording.QR_ALT) -> None:
    """The link to copy, and as a code that a phone reads; *alt*: what the code does, for who does not see it."""
    words = {"label": label, "copy": wording.COPY, "copied": wording.COPIED, "selected": wording.SELECTED}
    path = f"/reprendre#{token}"
    with st.container(key=f"link_{key}"):
        _copy(data={**{name: french(text) for name, text in words.items()}, "path": path}, key=f"copy_{key}")
        with st.expander(french(wording.QR), type="compact", key=f"qr_{key}"):
            code = segno.make(origin() + path, error="m").svg_data_uri(scale=5, border=4)
            st.html(f'<img class="qr" src="{code}" alt="{markup(alt)}">')


def offer_to_leave(name: str, *, kind: str = "dossier") -> None:
    """A button after which this browser no longer opens the dossier, or the gathering, without its link."""
    with st.container(key="leaving"):
        words = {"leave": french(wording.LEAVE), "failed": french(wording.LEAVE_FAILED)}
        _leave(data={**words, "kind": kind, "name": name}, key="leave")


def origin() -> str:
    """Scheme and host of the page that the browser shows."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}"
