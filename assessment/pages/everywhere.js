// What every page does in the browser beside what Streamlit draws: one script, served with the first page.
//
// LABELS and BEGINNINGS (french_labels.py), `portfolio.js` and `answers.js` stand before it. Pages speak to
// it by what they draw: `data-place` where a screen begins, `data-token` when a private link was just made, `data-asked`
// on the options of a question, `data-piece` where one stands.

const APP = '[data-testid=stApp]', MAIN = '[data-testid=stMain]';
const NAMES = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];
const ESCAPED = /\\([!-/:-@[-`{-~])/g;  // what Markdown escapes, which names of fields keep
const STATES = ['data-test-connection-state', 'data-test-script-state'];

// French for Streamlit's own labels, which are English.

// « 11 – November » of a field, and the day that is chosen in it.
const dayInFrench = (label) => {
  const [, number, month] = label.match(/^([0-9]+ – )([A-Z][a-z]+)$/) ?? [];
  if (Object.hasOwn(MONTHS, month)) return number + MONTHS[month];
  const [, before, name, day, year] = label.match(/^(.*?: )(?:[A-Z][a-z]+, )?([A-Z][a-z]+) ([0-9]+), ([0-9]+)$/) ?? [];
  if (!Object.hasOwn(CHOSEN, before) || !Object.hasOwn(MONTHS, name)) return null;
  return `${CHOSEN[before]}${day} ${MONTHS[name]} ${year}`;
};

const inFrench = (text) => {
  const label = (text || '').trim();
  if (Object.hasOwn(LABELS, label)) return LABELS[label];
  const told = dayInFrench(label);
  if (told) return told;
  const size = label.match(/^(.*?)([0-9]+\.[0-9])([KM]?)B$/);
  if (size) return `${size[1]}${size[2].replace('.', ',')} ${size[3].replace('K', 'k')}o`;
  const start = Object.keys(BEGINNINGS).find((each) => label.startsWith(each));
  if (!start) return null;
  return BEGINNINGS[start] + (BEGINNINGS[start].endsWith(' ') ? label.slice(start.length) : '');
};

// What is only read out: how many choices a list has, the one that is reached or taken, the day that was chosen.
const readOut = (text) => {
  const [, number, rest] = text.match(/^([0-9,]+)( .*)$/) ?? [];
  if (Object.hasOwn(COUNTED, rest)) return number.replaceAll(',', '\u202f') + COUNTED[rest];
  const end = Object.keys(ENDS).find((each) => text.endsWith(each));
  return end ? text.slice(0, -end.length) + ENDS[end] : dayInFrench(text);
};

const ours = (element) => element?.closest('[data-testid=stHtml]');  // what people wrote is never translated

const translate = (element) => {
  if (ours(element)) return;
  if (element.dataset.testid === 'stFileUploaderDropzone') element.removeAttribute('aria-label');  // no role to name
  for (const name of NAMES) {
    const given = element.getAttribute(name);
    const text = inFrench(given) ?? (name === 'aria-label' ? given?.replace(ESCAPED, '$1') : null);
    if (text && text !== given) element.setAttribute(name, text);
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

const MARKED = ['place', 'token', 'asked', 'portfolio', 'saved', 'proof', 'said', 'piece']
  .map((each) => `[data-${each}]`).join();

const heed = (mark) => {
  if (mark.dataset.place) arrive(mark);
  if (mark.dataset.token) enter(mark.dataset.token);
  if (mark.dataset.asked) show(mark);
  if (mark.dataset.portfolio) portfolio.fill();
  if (mark.dataset.saved) date(mark);
  if (mark.dataset.proof) disclose(mark);
  if (mark.dataset.said) put(mark);
  if (mark.dataset.piece) window.jalonsPiece?.(mark);  // of pieces.js
};

const see = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const read = node.parentElement?.closest('[data-live-announcer]') ? readOut : inFrench;
    const text = ours(node.parentElement) ? null : read(node.nodeValue);
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
