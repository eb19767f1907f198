"""Next actions in, the same on the page out: as cards to fill in, or as a list whose actions can be marked done.

Fields and buttons of the browser itself, in one element of the page: what is typed is sent after a short pause, and
nothing is written into a field while somebody is in it. The browser's own field for a day speaks the person's language.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from assessment.pages import wording_of_actions as wording
from assessment.report.typography import french

_CSS = """
.actions { display: flex; flex-direction: column; gap: .8rem; }
.actions:focus { outline: none; }
.action { margin: 0; padding: .9rem 1.1rem .7rem; min-width: 0; background: var(--white); border: 1px solid var(--rule);
  border-radius: var(--round); display: grid; grid-template-columns: 1fr 1fr; gap: .2rem 1rem; }
.action.fresh { border-style: dashed; border-color: var(--edge); }
.action legend { float: left; width: 100%; padding: 0; font-weight: 650; color: var(--blue); grid-column: 1 / -1; }
.action .what, .action > p, .action .deeds { grid-column: 1 / -1; }
.action label { display: block; min-width: 0; }
.action label span { display: block; font-size: .95rem; font-weight: 650; margin: .2rem 0; }
.action input, .action textarea { font: inherit; color: var(--ink); background: var(--white); width: 100%;
  min-width: 0; min-height: 2.75rem; box-sizing: border-box; padding: .5rem .7rem; border: 1.5px solid var(--edge);
  border-radius: .5rem; }
.action textarea { display: block; resize: none; overflow: hidden; line-height: 1.45; }
.action ::placeholder { color: var(--soft); opacity: 1; }
.action :is(input, textarea, button):focus-visible, .todo button:focus-visible {
  outline: 3px solid var(--warm); outline-offset: 2px; }
.action .note { margin: .1rem 0 0; }
.action .trouble { color: var(--ink); border-left: 3px solid var(--warm); padding-left: .6rem; }
.action .trouble:empty { display: none; }
.action [hidden] { display: none; }
.deeds { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .6rem; }
.deeds .saved { margin-left: auto; }
.actions button { font: inherit; min-height: 2.75rem; padding: .3rem 1rem; border: 1px solid var(--edge);
  border-radius: .5rem; background: var(--white); color: var(--ink); cursor: pointer; }
.actions button:hover { border-color: var(--blue); color: var(--blue); }
.actions button.remove { border-color: transparent; color: var(--blue); text-decoration: underline; background: none; }
.todo { list-style: none; margin: 0; padding: 0; gap: 0; }
.todo li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; justify-content: space-between;
  padding: .6rem 0; border-top: 1px solid var(--rule); }
.todo li > div { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; line-height: 1.45; }
.todo strong { display: block; }
@media (max-width: 480px) { .action { grid-template-columns: 1fr; } .action > * { grid-column: 1; } }
"""
_CARDS = """
const PAUSE = 500;
const make = (tag, given) => Object.assign(document.createElement(tag), given);
const grow = (field) => {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
};
const build = (words, tell) => {
  const group = make('fieldset', { className: 'action' });
  const field = (name, tag, given) => {
    const label = make('label', { className: name });
    const box = make(tag, { name, autocomplete: 'off', ...given });
    label.append(make('span', { textContent: words[name] }), box);
    return label;
  };
  const day = make('div', {}), deeds = make('div', { className: 'deeds' });
  day.append(field('by', 'input', { type: 'date' }), make('p', { className: 'note day' }));
  const who = make('div', {});
  who.append(field('who', 'input', { type: 'text', maxLength: 200 }), make('p', { className: 'note' }));
  who.lastChild.textContent = words.who_help;
  for (const name of ['finish', 'remove']) {
    deeds.append(make('button', { type: 'button', className: name, textContent: words[name] }));
  }
  deeds.append(make('p', { className: 'saved' }));
  deeds.lastChild.setAttribute('role', 'status');
  const what = field('what', 'textarea', { rows: 1, maxLength: 300, placeholder: words.placeholder });
  group.append(make('legend', {}), what, who, day, make('p', { className: 'note trouble' }), deeds);
  group.querySelector('.trouble').setAttribute('role', 'alert');
  let pause = 0, sent = null;
  const find = (name) => group.querySelector(`[name=${name}]`);
  const send = () => {
    clearTimeout(pause);
    const said = JSON.stringify([group.dataset.key, find('what').value, find('who').value, find('by').value]);
    if (said !== sent) tell.written(sent = said);
  };
  for (const box of [find('what'), find('who')]) {
    box.oninput = () => { clearTimeout(pause); pause = setTimeout(send, PAUSE); };
    box.onchange = send;
  }
  find('what').addEventListener('input', (event) => grow(event.target));
  find('by').oninput = (event) => { if (event.target.validity.valid) send(); };
  find('by').onblur = (event) => { if (!event.target.validity.badInput) send(); };
  group.querySelector('.finish').onclick = () => tell.finished(group.dataset.key);
  group.querySelector('.remove').onclick = () => tell.removed(group.dataset.key);
  return group;
};
const fill = (group, card) => {
  group.dataset.key = card.key;
  group.className = card.fresh ? 'action fresh' : 'action';
  group.querySelector('legend').textContent = card.title;
  for (const name of ['what', 'who', 'by']) {
    const box = group.querySelector(`[name=${name}]`);
    if (box.dataset.held !== card[name] && box !== document.activeElement) box.value = card[name];
    box.dataset.held = card[name];
  }
  group.querySelector('[name=by]').min = card.least;
  group.querySelector('.day').textContent = card.day;
  group.querySelector('.trouble').textContent = card.trouble;
  const saved = group.querySelector('.saved');
  if (saved.dataset.seq !== card.seq) {
    saved.replaceChildren(...(card.saved ? [make('span', { className: 'done', textContent: card.saved }),
      make('span', { className: 'nth', textContent: card.seq })] : []));
    saved.dataset.seq = card.seq;
  }
  for (const name of ['finish', 'remove']) group.querySelector(`.${name}`).setAttribute('aria-label', card[name]);
  for (const each of group.querySelectorAll('.deeds, div:has(> label)')) each.hidden = card.fresh;
  requestAnimationFrame(() => grow(group.querySelector('textarea')));
};
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const cards = JSON.parse(data.cards), words = JSON.parse(data.words);
  let list = parentElement.querySelector('.actions');
  if (!list) {
    list = make('div', { className: 'actions', tabIndex: -1 });
    parentElement.append(list);
    if (data.arrive) requestAnimationFrame(() => list.focus({ preventScroll: true }));
  }
  const tell = { written: (said) => setStateValue('written', said),
    finished: (key) => setTriggerValue('finished', key), removed: (key) => setTriggerValue('removed', key) };
  const there = new Map([...list.children].map((each) => [each.dataset.key, each]));
  cards.forEach((card, place) => {
    const group = there.get(card.key) ?? build(words, tell);
    there.delete(card.key);
    if (list.children[place] !== group) list.insertBefore(group, list.children[place] ?? null);
    fill(group, card);
  });
  for (const group of there.values()) group.remove();
}
"""
_LIST = """
export default function ({ data, parentElement, setTriggerValue }) {
  const make = (tag, given) => Object.assign(document.createElement(tag), given);
  parentElement.querySelector('.todo')?.remove();
  const list = make('ol', { className: 'actions todo', tabIndex: -1 });
  for (const card of JSON.parse(data.cards)) {
    const item = make('li', {}), told = make('div', {}), button = make('button', { type: 'button' });
    told.append(make('strong', { textContent: card.told }));
    told.append(make('span', { className: 'note', textContent: card.more }));
    button.textContent = data.finish;
    button.setAttribute('aria-label', card.finish);
    button.onclick = () => setTriggerValue('finished', card.key);
    item.append(told, button);
    list.append(item);
  }
  parentElement.append(list);
  if (data.arrive) requestAnimationFrame(() => list.focus({ preventScroll: true }));
}
"""
_cards = st.components.v2.component("jalons_action_cards", css=_CSS, js=_CARDS, isolate_styles=False)
_list = st.components.v2.component("jalons_actions_to_do", css=_CSS, js=_LIST, isolate_styles=False)


@dataclass(frozen=True, slots=True)
class Card:
    """An action as it is shown, every text ready; *fresh*: nothing is written yet; *least*: the first day to choose.

    *seq*: number of its last save, so that the page tells a new one; *finish*, *remove*: what the buttons do, in full.
    """

    key: str
    title: str
    finish: str
    remove: str
    least: str
    what: str = ""
    who: str = ""
    by: str = ""
    day: str = ""
    told: str = ""
    more: str = ""
    saved: str = ""
    seq: str = ""
    trouble: str = ""
    fresh: bool = False


def fill_in(
    cards: Sequence[Card],
    widget: str,
    *,
    arrive: bool,
    written: Callable[[str, str, str, str], None],
    finished: Callable[[str], None],
    removed: Callable[[str], None],
) -> tuple[str, str, str, str] | None:
    """Cards to fill in, and what was written last: key, what, who, by; *arrive*: bring the keyboard to them."""
    words = {
        "what": wording.WHAT,
        "who": wording.WHO,
        "who_help": wording.WHO_HELP,
        "by": wording.BY,
        "placeholder": wording.YOUR_WORDS,
        "finish": wording.DONE,
        "remove": wording.REMOVE,
    }
    data = {"cards": _json(cards), "words": json.dumps({name: french(text) for name, text in words.items()})}

    def changed() -> None:
        said = _said(st.session_state[widget].get("written"))
        if said:
            written(*said)

    shown = _cards(
        data={**data, "arrive": arrive},
        key=widget,
        on_written_change=changed,
        on_finished_change=lambda: finished(str(st.session_state[widget].get("finished"))),
        on_removed_change=lambda: removed(str(st.session_state[widget].get("removed"))),
    )
    return _said(shown.get("written"))


def to_do(cards: Sequence[Card], widget: str, *, arrive: bool, finished: Callable[[str], None]) -> None:
    """A list whose actions can be marked done."""
    _list(
        data={"cards": _json(cards), "finish": french(wording.DONE), "arrive": arrive},
        key=widget,
        on_finished_change=lambda: finished(str(st.session_state[widget].get("finished"))),
    )


def _json(cards: Sequence[Card]) -> str:
    """One text: Streamlit looks for tables in anything else, at each run."""
    return json.dumps([asdict(card) for card in cards])


def _said(text: object) -> tuple[str, str, str, str] | None:
    """What a browser sent, if it is what the fields send."""
    try:
        said = json.loads(str(text))
    except ValueError:
        return None
    if isinstance(said, list) and len(said) == len(("key", "what", "who", "by")) and all(type(e) is str for e in said):
        return tuple(said)
    return None
