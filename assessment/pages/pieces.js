// Pieces of a page: elements made of texts that the component of pieces.py holds. That component fills the places that
// are there; the script of every page has a place that comes later filled before anything is painted.
//
// What is folded comes as a text too, and becomes elements once the page stands, or when its fold is opened before.

const FOLDED = 'script[type="text/plain"]';
const atLeisure = window.requestIdleCallback ?? ((deed) => setTimeout(deed, 100));

const unfold = (within) => {
  for (const text of within.querySelectorAll(FOLDED)) text.outerHTML = text.textContent;
};

let again = null;  // the last press, until it was heard
let around;

const press = (event) => {
  const button = event.target.closest('[data-press]');
  if (!button) return;
  const { press: deed, about = '' } = button.dataset;
  const number = `${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  again = { number, told: [number, deed, button.closest('[data-line]')?.dataset.line ?? '', about].join('\t') };
  around.tell(again.told);
};

window.jalonsPressAgain = () => {
  const due = again !== null && document.querySelector('[data-piece]') !== null;
  if (due) around.tell(again.told);
  return due;
};

const follow = (button) => {
  const key = button.closest('[data-line]').dataset.line;
  const [taken, full] = [around.taken, around.full].map((each) => each.split('\n').includes(key));
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
  const [before, name, after, none] = around.words.split('\n');
  const link = Object.assign(document.createElement('a'), { href: `#${around.target}`, textContent: name });
  told.replaceChildren(...(taken ? [before, link, after] : [none]));
  if (!said) button.after(told);
  if (taken && had) link.focus();
};

window.jalonsPiece = (place) => {
  const { piece, version } = place.dataset;
  if (around?.[`version_${piece}`] !== version) return;  // the component brings it
  if (place.shown !== version) {
    place.shown = version;
    place.innerHTML = around[`html_${piece}`];
    place.onclick = press;
    place.addEventListener('toggle', (event) => unfold(event.target), { capture: true });
    atLeisure(() => unfold(place));
  }
  place.querySelectorAll('[data-press=take]').forEach(follow);
};

export default function ({ data, setTriggerValue }) {
  around = { ...data, tell: (told) => setTriggerValue('told', told) };
  if (again?.number === data.heard) again = null;
  document.querySelectorAll('[data-piece]').forEach(window.jalonsPiece);
}
