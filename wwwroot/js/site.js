// What a page gains with scripts. Every page is complete without them, and every word they show stands in its HTML.
const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const plainClick = event => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

const announce = find('#announce');
let silence;
function say(message) {
  if (!announce) return;
  announce.textContent = announce.dataset[message];
  clearTimeout(silence);
  silence = setTimeout(() => announce.textContent = '', 4000);
}

// --- colour scheme: the system's, light, dark

const schemes = ['auto', 'light', 'dark'];
const schemeButton = find('.scheme-button');
const currentScheme = () => root.dataset.scheme ?? 'auto';
const nameScheme = () => schemeButton.setAttribute('aria-label', schemeButton.dataset[currentScheme()]);

if (schemeButton) {
  nameScheme();
  schemeButton.addEventListener('click', () => {
    const scheme = schemes[(schemes.indexOf(currentScheme()) + 1) % schemes.length];
    if (scheme === 'auto') delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    try { localStorage.setItem('scheme', scheme); } catch { /* Not remembered, but set. */ }
    nameScheme();
  });
}

// --- copying

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain http within a company has no clipboard API.
    const box = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
    const focused = document.activeElement;
    (focused.closest('[popover]') ?? document.body).append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    focused.focus({ preventScroll: true });
    if (!done) return say('copyFailed');
  }
  say('copied');
}

const menu = find('#copy-menu');
let linked;

function linkTo(control) {
  const title = find('h1').textContent.trim();
  const url = new URL(find('link[rel=canonical]')?.href ?? location.href);
  url.hash = control.hash ?? '';
  const heading = control.matches('.anchor') && control.parentElement;
  if (!heading || heading.matches('h1')) return { title, url: url.href };
  const clone = heading.cloneNode(true);
  clone.querySelectorAll('.anchor, .own-page').forEach(part => part.remove());
  return { title: `${title} › ${clone.textContent.trim()}`, url: url.href };
}

const forms = {
  url: ({ url }) => url,
  text: ({ title, url }) => `${title} ${url}`,
  markdown: ({ title, url }) => `[${title.replace(/[\\[\]]/g, '\\$&')}](${url})`,
};

function placeBelow(element, rect) {
  element.style.left = `${scrollX + Math.max(8, Math.min(rect.left, root.clientWidth - element.offsetWidth - 8))}px`;
  const above = rect.bottom + element.offsetHeight + 16 > innerHeight && rect.top > element.offsetHeight + 8;
  element.style.top = `${scrollY + (above ? rect.top - element.offsetHeight - 6 : rect.bottom + 6)}px`;
}

document.addEventListener('click', event => {
  if (event.target.closest?.('#outline a')) outline.hidePopover?.();
  const control = event.target.closest?.('.copy, .copy-link, .anchor, [data-form]');
  if (!control || !plainClick(event)) return;
  if (control.matches('.copy')) return copy(find('code', control.closest('.code-block')).textContent);
  if (control.matches('[data-form]')) {
    menu.hidePopover();
    return copy(forms[control.dataset.form](linkTo(linked)));
  }
  if (!menu?.showPopover) return;
  // Left to themselves, the button would close again what opens here, and the link's jump would take the focus out of it.
  event.preventDefault();
  if (control.hash) history.pushState(null, '', control.hash);
  if (linked === control && menu.matches(':popover-open')) return menu.hidePopover();
  linked = control;
  menu.showPopover({ source: control });
  placeBelow(menu, control.getBoundingClientRect());
  find('button', menu).focus();
});

// --- scrolling: the header gives way, the outline follows

const outline = find('#outline');
let headings = [];
let current;

function readOutline() {
  headings = [...outline?.querySelectorAll('a') ?? []]
    .map(link => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading }) => heading);
  follow();
}

function follow() {
  // The line that a heading has to pass moves down the window with the page, so that the last ones are reached, too.
  const progress = scrollY / Math.max(1, root.scrollHeight - innerHeight);
  const line = Math.max(160, progress * innerHeight);
  const reached = headings.findLast(({ heading }) => heading.getBoundingClientRect().top <= line)?.link;
  if (reached === current) return;
  current?.removeAttribute('aria-current');
  current = reached;
  current?.setAttribute('aria-current', 'location');
  if (current) outline.scrollTop = current.offsetTop - outline.clientHeight / 2;
}

let lastY = scrollY;
let waiting = false;
addEventListener('scroll', () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
    if (Math.abs(scrollY - lastY) < 8) return;
    root.dataset.header = scrollY > lastY && scrollY > 160 ? 'away' : 'here';
    lastY = scrollY;
  });
}, { passive: true });

// --- a fragment that no longer exists says so and offers the nearest heading

const pairs = text => new Set([...text.toLowerCase()].map((letter, index, all) => letter + (all[index + 1] ?? '')));

function likeness(a, b) {
  const [first, second] = [pairs(a), pairs(b)];
  return 2 * [...first].filter(pair => second.has(pair)).length / (first.size + second.size);
}

function checkFragment() {
  const notice = find('#lost-fragment');
  if (!notice) return;
  let wanted = location.hash.slice(1);
  try { wanted = decodeURIComponent(wanted); } catch { /* Shown as it is. */ }
  notice.hidden = !wanted || document.getElementById(wanted) !== null;
  if (notice.hidden) return;
  find('b', notice).textContent = wanted;
  const likely = headings
    .map(({ link, heading }) => ({ link, score: Math.max(likeness(wanted, link.textContent), likeness(wanted, heading.id)) }))
    .reduce((best, next) => next.score > best.score ? next : best, { score: .2 });
  const offer = find('span', notice);
  offer.hidden = !likely.link;
  if (likely.link) Object.assign(find('a', offer), { href: likely.link.hash, textContent: likely.link.textContent });
}

readOutline();
checkFragment();
addEventListener('hashchange', checkFragment);
document.addEventListener('article-changed', () => { readOutline(); checkFragment(); });

// --- previews of concept links

const preview = Object.assign(document.createElement('div'), { className: 'preview', id: 'preview', popover: 'manual', role: 'tooltip' });
const previews = new Map();
let shown;
let timer;

function load(path) {
  if (!previews.has(path)) previews.set(path, fetch(path).then(async response => {
    if (!response.ok) throw new Error(response.status);
    const body = find('.preview-body', new DOMParser().parseFromString(await response.text(), 'text/html'));
    body.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
    return body;
  }));
  return previews.get(path);
}

async function open(link, rect) {
  const path = link.pathname.replace(/\/$/, '') + '/preview';
  shown = link;
  try {
    const body = (await load(path)).cloneNode(true);
    if (shown !== link || !link.isConnected) return;
    const why = find('.why', body);
    if (why && link.dataset.why) {
      why.hidden = false;
      find('span', why).textContent = link.dataset.why;
    }
    preview.replaceChildren(body);
    find('main').append(preview);
    preview.showPopover();
    placeBelow(preview, rect);
    link.setAttribute('aria-describedby', 'preview');
  } catch {
    previews.delete(path);
  }
}

function close() {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  preview.remove();
}

function soon(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

const previewable = target => {
  const link = target.closest?.('a.concept-link, a.chart-node');
  return link?.pathname && link.pathname !== location.pathname ? link : null;
};

if (preview.showPopover) {
  document.addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const link = previewable(event.target);
    if (preview.contains(event.target) || (link && link === shown)) return clearTimeout(timer);
    if (!link) return shown ? soon(close, 200) : clearTimeout(timer);
    const rect = [...link.getClientRects()].find(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) ?? link.getBoundingClientRect();
    soon(() => { close(); open(link, rect); }, 150);
  });
  document.addEventListener('focusin', event => {
    const link = event.target.matches(':focus-visible') ? previewable(event.target) : null;
    if (link) soon(() => { close(); open(link, link.getBoundingClientRect()); }, 150);
    else if (!preview.contains(event.target)) close();
  });
  document.addEventListener('focusout', close);
  document.addEventListener('article-changing', close);
  document.addEventListener('pointerdown', event => preview.contains(event.target) || close());
}

// --- search

const dialog = find('#search-dialog');

async function openSearch(text = '') {
  if (dialog.open) return;
  close();
  const input = find('input', dialog);
  input.value = text;
  dialog.showModal();
  try {
    (await import('./search.js')).start(dialog);
  } catch { /* The dialog's form still leads to the search page. */ }
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') close();
  if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  openSearch();
});

for (const opener of document.querySelectorAll('[data-opens=search]')) {
  opener.addEventListener('click', event => {
    // A click that the keyboard made on a box is none: focus alone must not open anything.
    if (!plainClick(event) || (opener.matches('input') && !event.detail)) return;
    event.preventDefault();
    openSearch(opener.value);
  });
  const typed = event => {
    if (event.isComposing || !opener.value) return;
    openSearch(opener.value);
    opener.value = '';
  };
  if (opener.matches('input')) ['input', 'compositionend'].forEach(name => opener.addEventListener(name, typed));
}
find('.close', dialog)?.addEventListener('click', () => dialog.close());
if (/Mac|iP/.test(navigator.platform)) document.querySelectorAll('.search-form kbd').forEach(key => key.textContent = '⌘K');

// --- the page stays fresh; loaded when everything else is done

if (find('main[data-live]')) {
  const later = () => setTimeout(async () => (await import('./live.js')).start(() => say('updated'), () => say('gone')), 1000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}
