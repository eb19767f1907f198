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

_CARDS = """
const PAUSE = 500;
const make = (tag, given) => Object.assign(document.createElement(tag), given);
// Where the browser lets a field grow by itself, measuring it would only have the page laid out twice more.
const grow = CSS.supports('field-sizing', 'content') ? () => {} : (field) => {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
};
const build = (words, tell, redrawn) => {
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
    const values = ['what', 'who', 'by'].map((name) => find(name).value);
    const said = JSON.stringify([group.dataset.key, ...values, redrawn()]);
    if (said !== sent) tell.written(sent = said);
  };
  group.forget = () => { clearTimeout(pause); sent = null; };
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
const fill = (group, card, anew) => {
  if (anew) group.forget();
  group.dataset.key = card.key;
  group.className = card.fresh ? 'action fresh' : 'action';
  group.querySelector('legend').textContent = card.title;
  for (const name of ['what', 'who', 'by']) {
    const box = group.querySelector(`[name=${name}]`);
    if (anew || (box.dataset.held !== card[name] && box !== document.activeElement)) box.value = card[name];
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
  }
  const anew = list.dataset.redrawn !== data.redrawn;
  list.dataset.redrawn = data.redrawn;
  const tell = { written: (said) => setStateValue('written', said),
    finished: (key) => setTriggerValue('finished', key), removed: (key) => setTriggerValue('removed', key) };
  const there = new Map([...list.children].map((each) => [each.dataset.key, each]));
  cards.forEach((card, place) => {
    const group = there.get(card.key) ?? build(words, tell, () => list.dataset.redrawn);
    there.delete(card.key);
    if (list.children[place] !== group) list.insertBefore(group, list.children[place] ?? null);
    fill(group, card, anew);
  });
  for (const group of there.values()) group.remove();
  if (data.arrive && anew) requestAnimationFrame(() => list.focus({ preventScroll: true }));
}
"""
_LIST = """
const make = (tag, given) => Object.assign(document.createElement(tag), given);
const build = (key, finished) => {
  const item = make('li', {}), told = make('div', {}), button = make('button', { type: 'button' });
  item.dataset.key = key;
  told.append(make('strong', {}), make('span', { className: 'note' }));
  button.onclick = () => finished(key);
  item.append(told, button);
  return item;
};
export default function ({ data, parentElement, setTriggerValue }) {
  let list = parentElement.querySelector('.todo');
  if (!list) {
    list = make('ol', { className: 'actions todo', tabIndex: -1 });
    parentElement.append(list);
  }
  const anew = list.dataset.redrawn !== data.redrawn;
  list.dataset.redrawn = data.redrawn;
  const there = new Map([...list.children].map((each) => [each.dataset.key, each]));
  // An action that stays is the same element from run to run: the keyboard stays on its button.
  JSON.parse(data.cards).forEach((card, place) => {
    const item = there.get(card.key) ?? build(card.key, (key) => setTriggerValue('finished', key));
    there.delete(card.key);
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
    item.querySelector('strong').textContent = card.told;
    item.querySelector('.note').textContent = card.more;
    item.querySelector('button').textContent = data.finish;
    item.querySelector('button').setAttribute('aria-label', card.finish);
  });
  for (const item of there.values()) item.remove();
  if (data.arrive && anew) requestAnimationFrame(() => list.focus({ preventScroll: true }));
}
"""
#: The keys of both, and how many words the fields send.
_SHOWN, _TO_DO, _SAID = "actions_shown", "to_do", 5
_cards = st.components.v2.component("jalons_action_cards", js=_CARDS, isolate_styles=False)
_list = st.components.v2.component("jalons_actions_to_do", js=_LIST, isolate_styles=False)


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
    redrawn: str,
    *,
    arrive: bool,
    written: Callable[[str, str, str, str], None],
    finished: Callable[[str], None],
    removed: Callable[[str], None],
) -> tuple[str, str, str, str] | None:
    """Cards to fill in, and what was written in them last: key, what, who, by.

    *redrawn*: when it changes, the fields show what the cards say, whatever is written in them; the cards stay the same
    element of the page. *arrive*: bring the keyboard to them.
    """
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
        said = _said(st.session_state[_SHOWN].get("written"))
        if said:
            written(*said[:-1])

    shown = _cards(
        data={**data, "arrive": arrive, "redrawn": redrawn},
        key=_SHOWN,
        on_written_change=changed,
        on_finished_change=lambda: finished(str(st.session_state[_SHOWN].get("finished"))),
        on_removed_change=lambda: removed(str(st.session_state[_SHOWN].get("removed"))),
    )
    said = _said(shown.get("written"))
    return said[:-1] if said and said[-1] == redrawn else None


def to_do(cards: Sequence[Card], redrawn: str, *, arrive: bool, finished: Callable[[str], None]) -> None:
    """A list whose actions can be marked done; *redrawn*: changes when it has to be brought to the keyboard."""
    _list(
        data={"cards": _json(cards), "finish": french(wording.DONE), "arrive": arrive, "redrawn": redrawn},
        key=_TO_DO,
        on_finished_change=lambda: finished(str(st.session_state[_TO_DO].get("finished"))),
    )


def _json(cards: Sequence[Card]) -> str:
    """One text: Streamlit looks for tables in anything else, at each run."""
    return json.dumps([asdict(card) for card in cards])


def _said(text: object) -> tuple[str, ...] | None:
    """What a browser sent, if it is what the fields send: key, what, who, by, and the word of their drawing."""
    try:
        said = json.loads(str(text))
    except ValueError:
        return None
    if isinstance(said, list) and len(said) == _SAID and all(type(each) is str for each in said):
        return tuple(said)
    return None
