// What every page does in the browser beside what Streamlit draws: one script, served with the first page.
//
// LABELS and BEGINNINGS (french_labels.py) stand before it. Pages speak to it by what they draw: `data-place` where a
// screen begins, `data-token` when a private link was just made, `data-asked` on the options of a question.

const APP = '[data-testid=stApp]', MAIN = '[data-testid=stMain]';
const NAMES = ['aria-label', 'title', 'placeholder', 'alt'];
const STATES = ['data-test-connection-state', 'data-test-script-state'];

// French for Streamlit's own labels, which are English.

const inFrench = (text) => {
  const label = (text || '').trim();
  if (Object.hasOwn(LABELS, label)) return LABELS[label];
  const size = label.match(/^(.*?)([0-9]+\.[0-9])([KM]?)B$/);
  if (size) return `${size[1]}${size[2].replace('.', ',')} ${size[3].replace('K', 'k')}o`;
  const start = Object.keys(BEGINNINGS).find((each) => label.startsWith(each));
  if (!start) return null;
  return BEGINNINGS[start] + (BEGINNINGS[start].endsWith(' ') ? label.slice(start.length) : '');
};

const ours = (element) => element?.closest('[data-testid=stHtml]');  // what people wrote is never translated

const translate = (element) => {
  if (ours(element)) return;
  if (element.dataset.testid === 'stFileUploaderDropzone') element.removeAttribute('aria-label');  // no role to name
  for (const name of NAMES) {
    const text = inFrench(element.getAttribute(name));
    if (text) element.setAttribute(name, text);
  }
};

// A screen that comes is shown from its top, or from the question asked for, with the focus there for the keyboard; on
// a narrow screen, the menu closes.

let place;

// A question by its name, a section of the result by its id, or one of its lines by its key.
const placed = (key) => {
  const line = [...document.querySelectorAll('[data-line]')].find((each) => each.dataset.line === key);
  return document.querySelector(`.st-key-${CSS.escape(key)} h2`) ?? document.getElementById(key)
    ?? line?.querySelector('summary') ?? line;
};

const arrive = (mark) => {
  const { place: next, heading: text, target: key } = mark.dataset;
  const before = place;
  place = next;
  if (before === undefined || before === next) return;
  last = undefined;
  document.querySelector('[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button')
    ?.click();
  const started = performance.now();
  const look = () => {
    if (place !== next) return;
    const heading = document.querySelector(`${MAIN} h1`);
    const target = key ? placed(key) : heading;
    const ready = target && heading && heading.textContent.trim() === text;
    if (!ready && performance.now() - started < 3000) { requestAnimationFrame(look); return; }
    if (!target) return;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (key) target.scrollIntoView({ block: 'center' });
    else document.querySelector(MAIN).scrollTo({ top: 0 });
  };
  look();
};

// A browser that has just got a private link trades it for a cookie that no script can read, so that a reload finds the
// dossier. Too many at once, or a server that is away: it tries again.

const entered = new Set();
let turn = Promise.resolve();  // one link after the other: each gives a new cookie in place of the one before

const trade = (token, pause = 2000) => fetch('/dossier/entrer', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }),
}).then((answer) => {
  if (!answer.ok && ![403, 404].includes(answer.status)) throw answer.status;
  return answer.text();
}).catch(() => new Promise((again) => setTimeout(again, pause)).then(() => trade(token, Math.min(2 * pause, 300000))));

const enter = (token) => {
  if (entered.has(token)) return;
  entered.add(token);
  turn = turn.then(() => trade(token));
};

// Answers. Each is told to the server with those that it has not kept yet, and told again when the connection is back.

let kept = new Map(), saved = new Map(), said = new Map(), open = new Set(), tell, last;
const unheard = new Map();

const show = (group) => {
  const chosen = unheard.get(group.dataset.asked) ?? kept.get(group.dataset.asked);
  for (const each of group.querySelectorAll('input')) each.checked = each.value === chosen;
  if (tell) group.dataset.told = '';
  // The link that appears above with the first answer has Streamlit build the questions anew: the focus stays.
  if (group.dataset.asked === last && document.activeElement === document.body) {
    group.querySelector('input:checked')?.focus({ preventScroll: true });
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
  tell([...unheard].map((each) => each.join('\t')).join('\n'));
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

window.jalonsKept = (data, telling) => {  // called by the component of options.py
  tell = telling;
  kept = new Map(data.kept.split('\n').map((each) => each.split('\t')));
  saved = new Map(data.saved.split('\n').map((each) => each.split('\t')).map(([about, ...told]) => [about, [told]]));
  said = new Map(data.said.split('\n').map((each) => each.split('\t')).map(([name, ...words]) => [name, words]));
  open = new Set(data.open.split(' '));
  for (const [question, value] of unheard) if (kept.get(question) === value) unheard.delete(question);
  document.querySelectorAll('[data-asked]').forEach(show);
  document.querySelectorAll('[data-saved]').forEach(date);
  document.querySelectorAll('[data-proof]').forEach(disclose);
  document.querySelectorAll('[data-said]').forEach(put);
  wait();
};

document.addEventListener('change', (event) => {
  const group = event.target.closest('[data-asked]');
  if (!group) return;
  last = group.dataset.asked;
  unheard.set(last, event.target.value);
  say();
  insisted = false;
  wait();
});

// A connection that comes back. Streamlit draws nothing by itself then, and a server that started anew knows nothing of
// the tab: the page is drawn, answers that went unheard are told, and the page is drawn again, since with each drawing
// the browser tells all that its other fields hold.

let met = false, due = [], asked = false;

const drawAgain = () => {
  const button = document.querySelector('.st-key-draw_again button');
  button?.click();
  return Boolean(button);
};

const pressAgain = () => window.jalonsPressAgain?.() ?? false;  // of pieces.py

const follow = (app) => {
  const back = met && due.length === 4;
  if (app.dataset.testConnectionState !== 'CONNECTED') {
    if (met) due = [drawAgain, say, pressAgain, drawAgain];
    return;
  }
  met = true;
  if (app.dataset.testScriptState !== 'notRunning' && !back) {
    asked = false;
    return;
  }
  if (back) asked = false;
  while (!asked && due.length) asked = due.shift()();
  if (!asked && !document.querySelector('[data-asked]')) unheard.clear();  // all was heard before this page was drawn
};

// Whatever is drawn is looked at once.

const MARKED = ['place', 'token', 'asked', 'portfolio', 'saved', 'proof', 'said'].map((each) => `[data-${each}]`).join();

const heed = (mark) => {
  if (mark.dataset.place) arrive(mark);
  if (mark.dataset.token) enter(mark.dataset.token);
  if (mark.dataset.asked) show(mark);
  if (mark.dataset.portfolio) portfolio.fill();
  if (mark.dataset.saved) date(mark);
  if (mark.dataset.proof) disclose(mark);
  if (mark.dataset.said) put(mark);
};

const see = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = ours(node.parentElement) ? null : inFrench(node.nodeValue);
    if (text) node.nodeValue = text;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  heed(node);
  if (ours(node)) {  // there is nothing else to look at, and a page of ours may be long
    node.querySelectorAll(MARKED).forEach(heed);
    return;
  }
  translate(node);
  if (node.matches(APP)) follow(node);
  node.childNodes.forEach(see);
};

const changed = (change) => {
  if (change.type === 'childList') change.addedNodes.forEach(see);
  else if (STATES.includes(change.attributeName)) follow(change.target);
  else if (change.type === 'characterData') see(change.target);
  else translate(change.target);
};

see(document.body);
new MutationObserver((changes) => changes.forEach(changed)).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...NAMES, ...STATES],
});
