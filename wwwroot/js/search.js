// The search dialog: results while typing, as an accessible combobox. Enter without a choice sends the plain form.
const base = document.documentElement.dataset.base ?? '';

export function start(dialog) {
  const input = dialog.querySelector('input');
  if (!dialog.dataset.started) prepare(dialog, input);
  dialog.dataset.started = '';
  input.dispatchEvent(new Event('input'));
}

function prepare(dialog, input) {
  const list = dialog.querySelector('[role=listbox]');
  const note = dialog.querySelector('[role=status]');
  let request;
  let active = -1;

  const options = () => [...list.children];

  function choose(index) {
    options()[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options()[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function show(hits, message) {
    const chosen = options()[active]?.getAttribute('href');
    list.replaceChildren(...hits.map(option));
    choose(hits.findIndex(hit => hit.url === chosen));
    input.setAttribute('aria-expanded', String(hits.length > 0));
    note.textContent = note.dataset[message].replace('{n}', hits.length);
  }

  async function search() {
    request?.abort();
    const query = input.value.trim();
    if (!query) return show([], 'start');
    const { signal } = request = new AbortController();
    try {
      const response = await fetch(`${base}/search.json?q=${encodeURIComponent(query)}`, { signal });
      if (!response.ok) throw new Error(response.status);
      const { hits } = await response.json();
      if (!signal.aborted) show(hits.slice(0, 12), hits.length ? 'count' : 'none');
    } catch {
      if (!signal.aborted) show([], 'failed');
    }
  }

  input.addEventListener('input', event => event.isComposing || search());
  input.addEventListener('compositionend', search);
  input.addEventListener('keydown', event => {
    // 229: Safari ends a composition before the Enter that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown' && count) choose((active + 1) % count);
    else if (event.key === 'ArrowUp' && count) choose(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter' && active >= 0) options()[active].click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => request?.abort());
}

function option(hit, index) {
  const link = Object.assign(document.createElement('a'), { id: `search-hit-${index}`, href: hit.url, role: 'option', tabIndex: -1, ariaSelected: 'false' });
  link.append(element('b', hit.title), element('span', hit.excerpt ?? ''));
  return link;
}

function element(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
