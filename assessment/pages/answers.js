// Answers: what is chosen among options, and short texts. Each is told to the server with those that it has not kept yet,
// and told again when the connection is back. `everywhere.js`, behind this script, says what is drawn and when.
//
// A line of an answer: what it is about, its value. A text has a mark behind it, new each time that it is written on: it
// comes back once the server has heard that, with the text as it is kept, which is cleaned.

let kept = new Map(), marks = new Map(), saved = new Map(), said = new Map(), open = new Set(), tell, last;
const unheard = new Map();  // what each is about -> its value and its mark
const written = new Map();  // what a text is about -> as it was kept once this browser had told it

// The text that somebody is writing is left alone, unless it was changed elsewhere.
const fill = (field, about, text) => {
  const mine = !unheard.has(about) && field === document.activeElement && kept.get(about) === written.get(about);
  if (!mine && field.value !== text) field.value = text;
};

const show = (group) => {
  const about = group.dataset.asked, chosen = unheard.get(about)?.[0] ?? kept.get(about);
  for (const each of group.querySelectorAll('input')) {
    if (each.type === 'text') fill(each, about, chosen ?? '');
    else each.checked = each.value === chosen;
  }
  if (tell) group.dataset.told = '';
  // The link that appears above with the first answer has Streamlit build the questions anew: the focus stays.
  if (group.dataset.asked === last && document.activeElement === document.body) {
    group.querySelector('input:checked, input[type=text]')?.focus({ preventScroll: true });
  }
};

// When the last of some things was saved; nothing is written that stands there already, or it would be read out again.
const date = (line) => {
  const entries = line.dataset.saved.split('|').flatMap((about) => saved.get(about) ?? []);
  const [nth, told] = entries.sort((one, other) => other[0] - one[0])[0] ?? [];
  if (line.querySelector('.nth')?.textContent === nth) return;
  line.replaceChildren(...(told ? [['done', told], ['nth', nth]] : []).map(([name, text]) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    return span;
  }));
};

// A title and a text in their place, which is in sight once something stands there.
const put = (line) => {
  const [title, text] = said.get(line.dataset.said) ?? [];
  if (line.textContent === [title, text].join(' ').trim()) return;
  const strong = document.createElement('strong');
  strong.textContent = title;
  line.replaceChildren(...(title ? [strong, ` ${text}`] : []));
};

const disclose = (proof) => proof.toggleAttribute('data-open', open.has(proof.dataset.proof));

const say = () => {
  if (!unheard.size || !tell || !document.querySelector('[data-asked]')) return false;
  tell([...unheard].map(([about, told]) => [about, ...told].join('\t')).join('\n'));
  return true;
};

// What was told may never arrive: told while the page was being built anew, for one. It is told once more after a while.
const PATIENCE = 4000;
let waiting, insisted = false;

const wait = () => {
  clearTimeout(waiting);
  if (!unheard.size || insisted) return;
  waiting = setTimeout(() => { insisted = say(); }, PATIENCE);
};

const lines = (text) => text.split('\n').map((each) => each.split('\t'));

window.jalonsKept = (data, telling) => {  // called by the component of options.py
  tell = telling;
  kept = new Map(lines(data.kept));
  marks = new Map(lines(data.kept).map(([about, , heard]) => [about, heard]));
  saved = new Map(lines(data.saved).map(([about, ...told]) => [about, [told]]));
  said = new Map(lines(data.said).map(([name, ...words]) => [name, words]));
  open = new Set(data.open.split(' '));
  for (const [about, [value, told]] of unheard) {
    if (kept.get(about) !== value && (!told || marks.get(about) !== told)) continue;
    unheard.delete(about);
    written.set(about, kept.get(about));
  }
  document.querySelectorAll('[data-asked]').forEach(show);
  document.querySelectorAll('[data-saved]').forEach(date);
  document.querySelectorAll('[data-proof]').forEach(disclose);
  document.querySelectorAll('[data-said]').forEach(put);
  wait();
};

// A text is told while it is written, once there is a pause, or when its field is left.
const PAUSE = 500;
let mark = 0, pausing;

const tellNow = () => {
  clearTimeout(pausing);
  pausing = undefined;
  say();
  insisted = false;
  wait();
};

document.addEventListener('input', (event) => {
  const group = event.target.type === 'text' && event.target.closest('[data-asked]');
  if (!group) return;
  last = group.dataset.asked;
  mark += 1;
  unheard.set(last, [event.target.value.replace(/\s/g, ' '), `${mark}`]);
  clearTimeout(pausing);
  pausing = setTimeout(tellNow, PAUSE);
});

document.addEventListener('change', (event) => {
  const group = event.target.closest('[data-asked]');
  if (!group) return;
  if (event.target.type === 'text') {
    last = undefined;  // whoever left the field, on a telephone to close the keyboard, is not led back to it
    if (pausing) tellNow();
    return;
  }
  last = group.dataset.asked;
  unheard.set(last, [event.target.value]);
  tellNow();
});
