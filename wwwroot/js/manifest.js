// The manifest reader, live: the text goes to the server when typing pauses, and the explanation below the form follows.
// Without a circuit the form does the same, and all that is shown can be read without any of this.
const form = document.querySelector('.manifest-form');
const box = form.querySelector('textarea');
const picker = form.querySelector('[type=file]');
const notice = document.getElementById('components-reconnect-modal');
const pause = 100;

// --- the text stays in the browser, for this tab, whatever happens to the connection

const key = 'manifest';
let edited = false;

function keep() {
  if (!edited) return;
  try {
    if (box.value) sessionStorage.setItem(key, box.value);
    else sessionStorage.removeItem(key);
  } catch { /* Full or forbidden: the box still has it. */ }
}

if (!box.value) {
  try { box.value = sessionStorage.getItem(key) ?? ''; } catch { /* Nothing to bring back. */ }
}
addEventListener('pagehide', keep);

// --- the text goes to the circuit, one at a time, the newest last

let reader;
let timer;
let sending;
let read = box.defaultValue;

/** Called by the server's part of the page when its circuit stands. */
export function connect(component) {
  reader = component;
  form.dataset.live = '';
  send();
}

const isLost = () => ['show', 'failed', 'rejected'].some(state => notice.classList.contains(`components-reconnect-${state}`));

async function send() {
  const text = box.value;
  if (!reader || sending || text === read || isLost()) return;
  const turn = sending = {};
  try {
    await reader.invokeMethodAsync('ReadAsync', text ? DotNet.createJSStreamReference(new TextEncoder().encode(text)) : null);
    read = text;
    form.dataset.live = 'read';
    explained();
  } catch { /* The circuit is gone; the form still reads. */ }
  if (turn !== sending) return;
  sending = undefined;
  if (box.value !== text) send();
}

function typed() {
  edited = true;
  // The address must not promise an example that is no longer there.
  if (location.search || location.hash) history.replaceState(null, '', location.pathname);
  form.dataset.live &&= '';
  clearTimeout(timer);
  timer = setTimeout(() => { keep(); send(); }, pause);
}

box.addEventListener('input', typed);
new MutationObserver(() => {
  if (isLost()) return;
  // What was on its way when the connection broke is never answered.
  sending = undefined;
  send();
}).observe(notice, { attributeFilter: ['class'] });

// --- files

async function take(list) {
  // Clearing the picker, so that the form does not send the file again, empties its list, too.
  const files = [...list];
  picker.value = '';
  const fits = files.reduce((size, file) => size + file.size, 0) <= form.dataset.limit;
  form.querySelector('.too-large').hidden = fits;
  if (!fits) return;
  box.value = (await Promise.all(files.map(file => file.text()))).join('\n---\n');
  typed();
}

const dropping = event => form.classList.toggle('dropping', event.type === 'dragover');
picker.addEventListener('change', () => picker.files.length && take(picker.files));
for (const name of ['dragover', 'dragleave', 'drop']) {
  form.addEventListener(name, event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    dropping(event);
    if (name === 'drop') take(event.dataTransfer.files);
  });
}

// --- the outline follows the explanation

function explained() {
  const list = document.querySelector('#outline ol');
  const entries = [...document.querySelectorAll('.manifest-result :is(h2, article.object)')].slice(0, 200).map(part => {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    item.dataset.level = part.matches('h2') ? 2 : 3;
    link.href = '#' + part.id;
    link.textContent = (part.querySelector('h3') ?? part).textContent;
    item.append(link);
    return item;
  });
  list.replaceChildren(list.firstElementChild, ...entries);
  document.dispatchEvent(new Event('article-changed'));
  light();
}

// --- an object lights up wherever it stands: in the lines, in the picture, in its explanation

let lit;

function light(id) {
  document.querySelectorAll('.lit').forEach(part => part.classList.remove('lit'));
  if (id) document.querySelectorAll(`[data-object="${id}"], [data-ends~="${id}"]`).forEach(part => part.classList.add('lit'));
  lit = id;
}

function point(event) {
  const id = event.target === box ? atCaret() : event.target.closest?.('[data-object]')?.dataset.object;
  if (id !== lit) light(id);
}

function atCaret() {
  const line = box.value.slice(0, box.selectionStart).split('\n').length;
  return (document.getElementById(`line-${line}`) ?? document.querySelector('.numbered .line:last-of-type'))?.dataset.object;
}

addEventListener('pointerover', event => event.target !== box && point(event));
addEventListener('focusin', point);
box.addEventListener('selectionchange', point);
