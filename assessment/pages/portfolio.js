// The page of a portfolio in the browser: its frame is drawn once, and each filter has the server send numbers and rows.
//
// The frame speaks by what it is made of: `data-n` on a count that filters, `data-sort`, `data-turn` (pages), and
// `data-open` on the link of a project. What is wanted is told whole, so that no click is lost behind another.

const portfolio = (() => {
  let text, tell, visit, wanted, now = { of: '', picks: [], sort: '', page: 1 };

  const frame = () => document.querySelector('[data-portfolio]');
  const within = (selector) => frame().querySelector(selector);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  const made = (name, given, ...inside) => {
    const element = Object.assign(document.createElement(name), given);
    element.append(...inside);
    return element;
  };

  const want = (change) => {
    wanted = { ...(wanted ?? now), ...change };
    tell?.(JSON.stringify(wanted));
  };

  const toggle = (number) => {
    const { picks } = wanted ?? now;
    const kept = picks.includes(number) ? picks.filter((each) => each !== number) : [...picks, number];
    want({ picks: kept.sort((one, other) => one - other), page: 1 });
  };

  // What this tab looked at before it was loaded anew: the server has another visit, and knows nothing of it.
  const resume = () => {
    const kept = JSON.parse(sessionStorage.getItem(`portfolio ${now.of}`) ?? 'null');
    const picks = kept?.picks.filter((each) => frame().querySelector(`[data-n="${each}"]`)) ?? [];
    if (picks.length && !now.picks.length) want({ picks, sort: kept.sort, page: 1 });
  };

  const count = (counts) => {
    for (const chart of frame().querySelectorAll('[data-chart]')) {
      const buttons = [...chart.querySelectorAll('[data-n]')];
      const kind = (button) => button.closest('.total, .others')?.className ?? '';
      const most = {};
      for (const each of buttons) most[kind(each)] = Math.max(most[kind(each)] ?? 1, counts[each.dataset.n]);
      for (const button of buttons) {
        const number = counts[button.dataset.n], pressed = now.picks.includes(Number(button.dataset.n));
        const shown = number.toLocaleString('fr');
        const said = `${button.dataset.of}\u00a0: ${shown} ${number > 1 ? 'projets' : 'projet'}`;
        const told = button.querySelector('b') ?? button;
        if (told.textContent !== shown) told.textContent = shown;
        if (button.getAttribute('aria-label') !== said) button.setAttribute('aria-label', said);
        button.setAttribute('aria-pressed', pressed);
        button.style.setProperty('--share', (number / most[kind(button)]).toFixed(3));
        button.classList.toggle('nothing', !number);
        const alone = button.closest('[data-other]');
        if (alone) alone.hidden = !number && !pressed;
      }
    }
  };

  const chip = ([number, label]) => {
    const button = made('button', { type: 'button', className: 'chip', textContent: label });
    button.dataset.chip = number;
    button.setAttribute('aria-label', frame().dataset.remove + label);
    return button;
  };

  const fillChips = (chips) => {
    const held = document.activeElement?.dataset.chip !== undefined;
    within('[data-chips]').replaceChildren(...chips.map(chip));
    within('[data-clear]').hidden = !chips.length;
    if (held) (within('[data-chip]') ?? within('[data-status]')).focus();
  };

  const row = ([id, name, ...cells]) => {
    const link = made('a', { href: `project?c=${frame().dataset.portfolio}&p=${id}`, textContent: name });
    link.dataset.open = id;
    const labels = [...frame().querySelectorAll('.projects thead th')].slice(1).map((each) => each.textContent);
    const told = cells.map((cell, place) => {
      const [first, ...rest] = cell.split('|');
      const element = made('td', {}, first, ...rest.map((each) => made('small', { textContent: each })));
      element.dataset.label = labels[place];
      return element;
    });
    const head = made('th', { scope: 'row' }, link);
    return made('tr', {}, head, ...told);
  };

  const fill = () => {
    if (!frame() || text === undefined) return;
    const lines = text.split('\n').map((line) => line.split('\t'));
    const [[met, status, paged, sort, page, pages], [counts], [picks]] = lines;
    const of = frame().dataset.portfolio, before = wanted ?? now;
    now = { of, picks: picks ? picks.split(',').map(Number) : [], sort, page: Number(page) };
    if (visit === undefined) resume();
    if (same(wanted, now) || before.of !== of) wanted = undefined;
    else if (visit !== met && visit !== undefined) want(before);  // a server that started anew knows nothing of it
    visit = met;
    count(counts.split(',').map(Number));
    fillChips(lines.slice(3).filter(([kind]) => kind === 'chip').map(([, ...rest]) => rest));
    const rows = lines.slice(3).filter(([kind]) => kind === 'row').map(([, ...rest]) => row(rest));
    within('[data-rows]').replaceChildren(...rows);
    within('[data-status]').textContent = status;
    within('[data-paged]').textContent = paged;
    within('[data-empty]').hidden = rows.length > 0;
    for (const each of frame().querySelectorAll('[data-sort]')) {
      each.setAttribute('aria-pressed', each.dataset.sort === sort);
    }
    for (const each of frame().querySelectorAll('[data-turn]')) {
      const to = now.page + Number(each.dataset.turn);
      each.setAttribute('aria-disabled', to < 1 || to > Number(pages));
    }
    if (!wanted) sessionStorage.setItem(`portfolio ${of}`, JSON.stringify(now));
    frame().dataset.filled = `${picks} ${sort} ${page}`;
  };

  window.jalonsPortfolio = (given, telling) => {  // called by the component of portfolio_sheet.py
    [text, tell] = [given, telling];
    fill();
  };

  document.addEventListener('click', (event) => {
    const here = event.target.closest('[data-portfolio] :is(button, a)');
    if (!here || text === undefined) return;  // nothing is there to be kept yet
    const { n, chip: removed, sort, turn, open } = here.dataset;
    if (n !== undefined) toggle(Number(n));
    if (removed !== undefined) toggle(Number(removed));
    if (here.dataset.clear !== undefined) { want({ picks: [], page: 1 }); within('[data-status]').focus(); }
    if (sort !== undefined) want({ sort, page: 1 });
    if (turn !== undefined && here.getAttribute('aria-disabled') !== 'true') {
      want({ page: (wanted ?? now).page + Number(turn) });
    }
    if (open === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    tell?.(JSON.stringify({ ...now, open }));
  });

  return { fill };
})();
