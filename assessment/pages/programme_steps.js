// The calendar of a parcours: its first day, then each step with its day and its title, in the browser's own fields. As
// in the timetable, what is done is told to the server until it was heard, and what is typed or held by the keyboard stays so.

const make = (tag, given = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const { steps, words } = JSON.parse(data.steps);
  const kept = parentElement.jalonsKept ??= { untold: [], last: 0 };
  kept.untold = kept.untold.filter((each) => each.at > data.heard);
  const held = parentElement.contains(document.activeElement) ? document.activeElement.dataset.act : '';
  const which = (verb, title) => words.which.replace('{verb}', verb).replace('{title}', title);
  const tell = (change) => {
    kept.last = Math.max(Date.now(), kept.last + 1);
    kept.untold.push({ ...change, at: kept.last });
    setTriggerValue('told', JSON.stringify(kept.untold));
  };
  const named = (made, label, act) => {
    made.setAttribute('aria-label', label);
    made.dataset.act = act;
    return made;
  };

  const drawn = (step) => {
    const day = make('input', { type: 'date', value: step.day });
    day.onchange = () => day.value && tell({ do: 'moved', key: step.key, day: day.value });
    const title = make('input', { value: step.title, maxLength: 200, autocomplete: 'off' });
    title.onchange = () => title.value.trim() && tell({ do: 'retitled', key: step.key, title: title.value });
    const drop = make('button', { type: 'button', className: 'plain', textContent: words.drop,
      onclick: () => tell({ do: 'without', key: step.key }) });
    const when = make('div', {}, named(day, which(words.date, step.title), `day ${step.key}`));
    if (step.until) when.append(make('p', { textContent: step.until }));
    return make('li', {}, when,
      make('div', {}, named(title, which(words.title, step.title), `title ${step.key}`),
        ...step.told.map((text) => make('p', { textContent: text }))),
      named(drop, which(words.drop, step.title), `drop ${step.key}`));
  };

  // Nothing is laid out yet: the first day is asked.
  const asking = () => {
    const day = named(make('input', { type: 'date', value: data.today }), words.first, 'first');
    const begin = make('button', { type: 'button', textContent: words.lay_out,
      onclick: () => day.value && tell({ do: 'begun', day: day.value }) });
    return make('li', { className: 'begin' }, make('label', {}, make('span', { textContent: words.first }), day),
      named(begin, words.lay_out, 'begin'));
  };

  const list = make('ol', { className: 'steps-of' });
  let phase = '';
  for (const step of steps ?? []) {
    if (step.phase && step.phase !== phase) {
      phase = step.phase;
      list.append(make('li', { className: 'phase' }, make('h3', { textContent: step.phase }),
        make('p', { textContent: step.phase_text })));
    }
    list.append(drawn(step));
  }
  if (!steps) list.append(asking());
  const add = make('button', { type: 'button', textContent: words.add, onclick: () => tell({ do: 'added' }) });
  if (steps) list.append(make('li', { className: 'add' }, named(add, words.add, 'add')));
  parentElement.querySelector('.steps-of')?.remove();
  parentElement.append(list);
  if (held) [...list.querySelectorAll('[data-act]')].find((each) => each.dataset.act === held)?.focus();
}
