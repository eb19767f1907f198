// The timetable of a programme, and the list of modules with a wish for each. The server draws what rows say; here are
// the browser's own buttons and fields, so that a keyboard and a thumb find them. Whatever is done is told to the
// server, which draws again: what is open, typed or held by the keyboard stays so. It is told again with whatever comes
// next until the server says that it was heard.

const make = (tag, given = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
};

const button = (word, title, done, act, kind = '') => {
  const made = make('button', { type: 'button', className: kind, onclick: done });
  made.dataset.act = act;
  made.append(...(kind.includes('arrow') ? [make('i', { ariaHidden: 'true' })] : [word]));
  made.setAttribute('aria-label', title);
  return made;
};

const field = (word, box, act, kept) => {
  box.dataset.act = act;
  if (kept.typed.has(act)) box.value = kept.typed.get(act);
  box.addEventListener('input', () => kept.typed.set(act, box.value));
  box.addEventListener('change', () => kept.typed.delete(act));
  return make('label', {}, make('span', { textContent: word }), box);
};

const choice = (options, value) => {
  const made = make('select');
  for (const each of options) {
    const [inside, list] = each.options ? [make('optgroup', { label: each.label }), each.options] : [made, [each]];
    for (const one of list) {
      inside.append(make('option', { value: one.value, textContent: one.label, selected: one.value === value }));
    }
    if (inside !== made) made.append(inside);
  }
  return made;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const { days, words, modules, lengths, people, wishes } = JSON.parse(data.table);
  const kept = parentElement.jalonsKept ??= { open: new Set(), typed: new Map(), unfolded: new Set(), untold: [],
    last: 0 };
  kept.untold = kept.untold.filter((each) => each.at > data.heard);
  const which = (verb, title) => words.which.replace('{verb}', verb).replace('{title}', title);
  const tell = (change) => {
    kept.last = Math.max(Date.now(), kept.last + 1);
    kept.untold.push({ ...change, at: kept.last });
    setTriggerValue('told', JSON.stringify(kept.untold));
  };
  const toggle = (key) => { if (!kept.open.delete(key)) kept.open.add(key); draw(`change ${key}`); };

  const tools = (row) => {
    const at = (act) => `${act} ${row.key}`;
    const open = kept.open.has(row.key);
    const change = button(open ? words.close : words.change, which(words.change, row.label), () => toggle(row.key),
      at('change'));
    change.setAttribute('aria-expanded', open);
    return make('div', { className: 'tools' },
      button('', which(words.up, row.label), () => tell({ do: 'move', key: row.key, by: -1 }), at('up'), 'arrow up'),
      button('', which(words.down, row.label), () => tell({ do: 'move', key: row.key, by: 1 }), at('down'), 'arrow'),
      change);
  };

  const panel = (row) => {
    const title = make('input', { value: row.title, maxLength: 200, autocomplete: 'off' });
    title.onchange = () => title.value.trim() && tell({ do: 'retitle', key: row.key, title: title.value });
    const minutes = make('input', { type: 'number', value: row.minutes, min: 5, max: 600, step: 5 });
    minutes.onchange = () => minutes.value && tell({ do: 'resize', key: row.key, minutes: Number(minutes.value) });
    const drop = () => tell({ do: 'drop', key: row.key });
    const made = make('div', { className: 'panel' },
      field(words.title, title, `title ${row.key}`, kept), field(words.minutes, minutes, `minutes ${row.key}`, kept),
      button(words.drop, which(words.drop, row.label), drop, `drop ${row.key}`, 'plain'));
    if (row.module) made.append(...groups(row));
    return made;
  };

  const groups = (row) => {
    const module = choice(modules.map((each) => ({ value: each.id, label: each.title })), row.module);
    const split = make('div', { className: 'split' }, field(words.split_on, module, `with ${row.key}`, kept),
      button(words.split, which(words.split, row.label),
        () => tell({ do: 'split', key: row.key, module: module.value }), `split ${row.key}`));
    if (!row.groups.length) return [split];
    const rooms = row.groups.map((each, place) => ({ value: String(place), label: `${words.group} ${place + 1}` }));
    const who = make('fieldset', { className: 'who' }, make('legend', { textContent: words.who }));
    const boxes = people.map((name) => {
      const now = row.groups.findIndex((each) => each.who.includes(name));
      const box = choice([...rooms, { value: '-1', label: words.nowhere }], String(now));
      box.onchange = () => tell({ do: 'assign', key: row.key,
        groups: row.groups.map((_, room) => people.filter((_name, place) => boxes[place].value === String(room))) });
      who.append(field(name, box, `who ${row.key} ${name}`, kept));
      return box;
    });
    return [who, split, button(words.rejoin, which(words.rejoin, row.label),
      () => tell({ do: 'rejoin', key: row.key }), `rejoin ${row.key}`)];
  };

  // What is folded is drawn once it is unfolded: much of it is never looked at.
  const folded = (key, word, kind, inside) => {
    const made = make('details', { className: kind }, make('summary', { textContent: word }));
    const fill = () => made.children.length < 2 && made.append(...inside());
    if (kept.unfolded.has(key)) {
      made.open = true;
      fill();
    }
    made.ontoggle = () => {
      kept.unfolded[made.open ? 'add' : 'delete'](key);
      if (made.open) fill();
    };
    return made;
  };

  const drawn = (row) => {
    const what = make('div', { className: 'what', innerHTML: row.html });
    const made = make('li', { className: `slot ${row.kind}` }, make('p', { className: 'when', textContent: row.when }), what);
    made.dataset.key = row.key;
    if (row.key) made.append(tools(row));
    if (row.more) made.append(folded(row.key, words.how, 'more', () => [make('div', { innerHTML: row.more })]));
    if (row.key && kept.open.has(row.key)) made.append(panel(row));
    return made;
  };

  const adding = (day) => folded(`add day${day}`, words.add, 'adding', () => [added(day)]);

  const added = (day) => {
    const name = (act) => `${act} day${day}`;
    const what = choice([{ label: words.moments, options: words.kinds },
      { label: words.modules, options: modules.map((each) => ({ value: each.id, label: each.title })) }],
    kept.typed.get(name('what')));
    const length = choice(lengths, kept.typed.get(name('length')) ?? words.usual);
    const title = make('input', { value: words.own_title, maxLength: 200, autocomplete: 'off' });
    const minutes = make('input', { type: 'number', value: 30, min: 5, max: 600, step: 5 });
    const boxes = { length: field(words.how_long, length, name('length'), kept),
      title: field(words.title, title, name('title'), kept), minutes: field(words.minutes, minutes, name('own'), kept) };
    const fit = () => {
      const own = what.value === 'libre', module = !words.kinds.some((each) => each.value === what.value);
      boxes.length.hidden = !module;
      boxes.title.hidden = boxes.minutes.hidden = !own;
    };
    const add = () => {
      const module = words.kinds.some((each) => each.value === what.value) ? '' : what.value;
      kept.typed.clear();
      tell({ do: 'add', day, kind: module ? 'module' : what.value, module, duration: length.value,
        title: title.value, minutes: Number(minutes.value) || 30 });
    };
    what.addEventListener('change', () => { kept.typed.set(name('what'), what.value); fit(); });
    fit();
    return make('div', { className: 'panel' }, field(words.what, what, name('what'), kept), ...Object.values(boxes),
      button(words.do_add, which(words.do_add, days[day].title), add, name('do')));
  };

  const head = (day, place) => {
    const made = make('div', { className: 'head' }, make('h3', { textContent: day.title }),
      make('p', { className: 'note', textContent: day.told }));
    if (!day.dated) return made;
    const date = make('input', { type: 'date', value: day.date });
    date.onchange = () => tell({ do: 'date', day: place, date: date.value });
    made.append(field(words.date, date, `date ${place}`, kept));
    if (!place) {
      const begins = make('input', { type: 'time', value: day.begins, step: 300 });
      begins.onchange = () => begins.value && tell({ do: 'begins', time: begins.value });
      made.append(field(words.begins, begins, 'begins', kept));
    }
    return made;
  };

  const wished = () => folded('modules', words.all_modules, 'wished',
    () => [make('p', { className: 'note', textContent: words.all_text }), listed()]);

  const listed = () => {
    const list = make('ul', { className: 'modules' });
    for (const each of modules) {
      const box = choice(wishes, each.wish);
      box.setAttribute('aria-label', words.wish.replace('{title}', each.title));
      box.dataset.act = `wish ${each.id}`;
      box.onchange = () => tell({ do: 'wish', module: each.id, wish: box.value });
      list.append(make('li', { className: each.in ? 'in' : '' },
        make('div', { innerHTML: each.html }), box));
    }
    return list;
  };

  const draw = (target) => {
    const held = target ?? (parentElement.contains(document.activeElement) ? document.activeElement.dataset.act : '');
    const key = held?.split(' ')[1];
    const before = [...parentElement.querySelectorAll('.slot')].map((each) => each.dataset.key);
    const drawing = make('div', { className: 'timetable' }, ...days.map((day, place) =>
      make('section', { ariaLabel: day.title }, head(day, place),
        ...day.watch.map((text) => make('p', { className: 'watch', textContent: text })),
        make('ol', { className: 'slots' }, ...day.rows.map(drawn)), adding(place))),
    wished());
    parentElement.querySelector('.timetable')?.remove();
    parentElement.append(drawing);
    if (!held) return;
    const every = [...drawing.querySelectorAll('[data-act]')];
    const same = every.find((each) => each.dataset.act === held);
    const next = before.slice(before.indexOf(key) + 1).concat(before.slice(0, before.indexOf(key)).reverse())
      .map((one) => every.find((each) => each.dataset.act === `change ${one}`)).find(Boolean);
    (same ?? next)?.focus({ preventScroll: target !== undefined });
  };
  draw();
}
