// While one scrolls, the header gives way and the outline follows. A fragment that no longer exists says so.
import { find, root } from './page.js';

const outline = find('#outline');
let headings = [];
let reached;

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
  const now = headings.findLast(({ heading }) => heading.getBoundingClientRect().top <= line)?.link;
  if (now === reached) return;
  reached?.removeAttribute('aria-current');
  reached = now;
  reached?.setAttribute('aria-current', 'location');
  if (reached) outline.scrollTop = reached.offsetTop - outline.clientHeight / 2;
}

let lastY = scrollY;
let isWaiting = false;
addEventListener('scroll', () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    follow();
    if (Math.abs(scrollY - lastY) < 8) return;
    root.dataset.header = scrollY > lastY && scrollY > 160 ? 'away' : 'here';
    lastY = scrollY;
  });
}, { passive: true });

outline?.addEventListener('click', event => event.target.matches('a') && outline.hidePopover?.());

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

/** Whatever brought it about, the reader goes to another place: what lay over this one is gone, on coming back, too. */
function uncover() {
  find('#site-nav').hidePopover?.();
  outline?.hidePopover?.();
  find('dialog').close?.();
}

readOutline();
checkFragment();
addEventListener('pagehide', uncover);
addEventListener('hashchange', () => { uncover(); checkFragment(); });
document.addEventListener('article-changed', () => { readOutline(); checkFragment(); });
