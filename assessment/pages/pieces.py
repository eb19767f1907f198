"""HTML of ours in, a piece of the page out that shows it; its buttons are heard.

Streamlit's own `st.html` looks through every element again for what a stranger could have put there, which takes longer
than all the rest of a long page; here every text is escaped where it is drawn (escaped.py), and the policy of the pages
lets no script in. A button of Streamlit's for each line would take longer still.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from typing import Literal, get_args

import streamlit as st

from assessment.pages import wording_of_actions as wording
from assessment.report.typography import french

Deed = Literal["take", "review", "go"]

_SCRIPT = """
const again = new Map();  // piece -> how to tell its last press, until it was heard
window.jalonsPressAgain = () => [...again.values()].map((tell) => tell()).length > 0;

const follow = (button, data) => {
  const key = button.closest('[data-line]').dataset.line;
  const [taken, full] = [data.taken, data.full].map((each) => each.split('\\n').includes(key));
  const said = button.nextElementSibling?.matches('.said') ? button.nextElementSibling : null;
  const had = document.activeElement === button || said?.contains(document.activeElement);
  button.hidden = taken;
  if (!taken && !full) {
    said?.remove();
    if (said && had) button.focus();
    return;
  }
  const told = said ?? document.createElement('p');
  told.className = `said ${taken ? 'note' : 'aside'}`;
  told.setAttribute('role', taken ? 'status' : 'alert');
  const [before, name, after, none] = data.words.split('\\n');
  const link = Object.assign(document.createElement('a'), { href: `#${data.target}`, textContent: name });
  told.replaceChildren(...(taken ? [before, link, after] : [none]));
  if (!said) button.after(told);
  if (taken && had) link.focus();
};

export default function ({ data, parentElement, setTriggerValue }) {
  let piece = parentElement.querySelector('.drawn');
  if (!piece) {
    piece = Object.assign(document.createElement('div'), { className: 'drawn' });
    piece.dataset.testid = 'stHtml';  // it looks the same, and is ours as much
    piece.onclick = (event) => {
      const button = event.target.closest('[data-press]');
      if (!button) return;
      const { press, about = '' } = button.dataset;
      const number = crypto.getRandomValues(new Uint32Array(1))[0];
      const told = [number, press, button.closest('[data-line]')?.dataset.line ?? '', about].join('\\t');
      again.set(piece, Object.assign(() => piece.tell(told), { number }));
      piece.tell(told);
    };
    parentElement.append(piece);
  }
  piece.tell = (told) => setTriggerValue('told', told);
  if (`${again.get(piece)?.number}` === data.heard || !piece.isConnected) again.delete(piece);
  if (piece.shown !== data.html) {
    piece.innerHTML = data.html;
    piece.shown = data.html;
  }
  for (const button of piece.querySelectorAll('[data-press=take]')) follow(button, data);
}
"""
_component = st.components.v2.component("jalons_piece", js=_SCRIPT, isolate_styles=False)


@dataclass(frozen=True, slots=True)
class Press:
    """What a browser says was pressed: a *deed*, the key of its *line*, and what it is *about*: a question, a page.

    *number* tells it from any other press. *line* and *about* may be anything: whoever acts looks for them.
    """

    number: str
    deed: Deed
    line: str
    about: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the pieces of a page share: who acts (*act*) on what is pressed, before the page is drawn again.

    *taken*: keys of the lines that are among the next actions; *full*: of those that found no room there; *target*: the
    id of the place where the next actions are.
    """

    act: Callable[[Press], None]
    taken: Collection[str]
    full: Collection[str]
    target: str


def show(name: str, html: str, around: Around) -> None:
    """Show *html* as the piece called *name*: the same element of the page from run to run, its folds as they are."""
    widget, state = f"piece_{name}", st.session_state

    def take() -> None:
        press = press_told(str(state[widget].get("told") or ""))
        if press and press.number != state.get("heard"):  # told again before it was known to be heard
            state["heard"] = press.number
            around.act(press)

    before, _, after = french(wording.TAKEN).partition("{link}")
    words = (f"✓ {before}", french(wording.TAKEN_LINK), after, french(wording.FULL))
    # Flat texts: Streamlit looks for tables in anything else, at each run.
    data = {
        "html": html,
        "taken": "\n".join(around.taken),
        "full": "\n".join(around.full),
        "target": around.target,
        "heard": state.get("heard", ""),
        "words": "\n".join(words),
    }
    _component(data=data, key=widget, on_told_change=take)


def press_told(text: str) -> Press | None:
    """What one line of text tells; None when it tells no press.

    >>> press_told("7\\treview\\tzones 1\\tEXP1"), press_told("7\\terase\\tzones 1\\t")
    (Press(number='7', deed='review', line='zones 1', about='EXP1'), None)
    """
    told = text.split("\t")
    return Press(*told) if len(told) == len(fields(Press)) and told[1] in get_args(Deed) else None
