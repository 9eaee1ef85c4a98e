// Keeps an open page fresh: /events says what changed, and the parts of the article that differ are replaced in place.
// A hidden page holds no connection. `age` is how many milliseconds ago the page was last known to be fresh.
import { base, find, say } from './page.js';

const main = find('main[data-live]');
const { slug, note } = main?.querySelector(':scope > article')?.dataset ?? {};

let source;
let fresh = performance.timeOrigin;
let failures = 0;
let retry;

// Begins when everything else is done.
if (main) {
  const begin = () => setTimeout(() => {
    document.addEventListener('visibilitychange', connectWhileVisible);
    connectWhileVisible();
  }, 1000);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin);
}

const connectWhileVisible = () => document.visibilityState === 'visible' ? connect() : disconnect();

function connect() {
  if (source) return;
  source = new EventSource(`${base}/events?age=${Math.max(0, Math.round(Date.now() - fresh))}`);
  source.onopen = () => failures = 0;
  source.onmessage = ({ data }) => {
    fresh = Date.now();
    if (concerns(JSON.parse(data))) update();
  };
  source.onerror = () => {
    disconnect();
    // Every open page comes back after a restart, but not all at once.
    retry = setTimeout(connect, Math.min(30_000, 1000 * 2 ** failures++) * (0.5 + Math.random()));
  };
}

function disconnect() {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

/** Null lists mean that anything may have changed; a page of no single concept or note depends on all of them. */
function concerns({ concepts, notes }) {
  if (slug) return concepts?.includes(slug) ?? true;
  if (note) return notes?.includes(note) ?? true;
  return true;
}

async function update() {
  let response;
  try {
    response = await fetch(location.href, { cache: 'no-cache' });
  } catch {
    return;
  }
  const before = places();
  find('#gone').hidden = response.status !== 404;
  if (!response.ok) return keep(before);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = document.activeElement;
  document.dispatchEvent(new Event('article-changing'));
  document.title = page.title;
  page.querySelectorAll('main details').forEach((details, index) => details.open ||= main.querySelectorAll('details')[index]?.open ?? false);
  const changed = patch(main, page.querySelector('main'));
  for (const id of ['outline', 'site-nav']) {
    const [old, now] = [document.getElementById(id), page.getElementById(id)];
    if (old && now && old.textContent !== now.textContent) old.replaceChildren(...now.childNodes);
  }
  if (!changed.length) return;
  keep(before);
  mark(changed.filter(node => node.nodeType === Node.ELEMENT_NODE));
  if (!focused.isConnected) refocus(focused);
  document.dispatchEvent(new Event('article-changed'));
  say('updated');
}

/** Replaces what differs and nothing else, so that focus, selection and scroll position stay; returns the new nodes. */
function patch(old, now) {
  const [before, after] = [[...old.childNodes], [...now.childNodes]];
  while (same(before[0], after[0])) before.shift(), after.shift();
  let next = null;
  while (same(before.at(-1), after.at(-1))) next = before.pop(), after.pop();
  if (before.length === after.length) {
    return before.flatMap((node, index) => {
      const other = after[index];
      if (same(node, other)) return [];
      if (isBlock(node) && node.tagName === other.tagName) return patch(rename(node, other), other);
      node.replaceWith(other);
      return other;
    });
  }
  before.forEach(node => node.remove());
  after.forEach(node => old.insertBefore(node, next));
  return after;
}

/** The notice of a lost fragment is the reader's, not the document's. */
const same = (a, b) => a && b && (a.isEqualNode(b) || (a.id === 'lost-fragment' && b.id === a.id));

function rename(node, like) {
  for (const { name, value } of like.attributes) node.setAttribute(name, value);
  return node;
}

/** Whether an element holds blocks, and so is looked into rather than replaced. */
const isBlock = node => node.nodeType === Node.ELEMENT_NODE && node.matches('article, section, header, div, ul, ol, dl, table, thead, tbody, details, blockquote');

/** Where the blocks of the text stand in the window. */
const places = () => [...main.querySelectorAll('h2, h3, h4, h5, h6, p, li, tr, pre')].map(block => [block, block.getBoundingClientRect().top]);

/** What is being read stays where it is: the first block that begins in the window, or the nearest above it that outlived the change. */
function keep(before) {
  const first = before.findIndex(([, top]) => top > 0);
  for (const [block, top] of before.slice(0, first + 1).reverse()) {
    const now = top && (block.isConnected ? block : document.getElementById(block.id));
    if (now) return scrollBy(0, now.getBoundingClientRect().top - top);
  }
}

function mark(elements) {
  elements.forEach(element => element.dataset.changed = '');
  setTimeout(() => elements.forEach(element => delete element.dataset.changed), 2500);
}

function refocus(lost) {
  const key = lost.id ? `#${CSS.escape(lost.id)}` : lost.matches('a') ? `a[href="${CSS.escape(lost.getAttribute('href'))}"]` : null;
  if (key) main.querySelector(key)?.focus({ preventScroll: true });
}
