// Previews of concept links, for the mouse and the keyboard. Touch has none, and an error shows nothing.
import { find, placeBelow } from './page.js';

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

async function openPreview(link, rect) {
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

export function closePreview() {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  preview.remove();
}

function soon(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

const openSoon = (link, rect) => soon(() => { closePreview(); openPreview(link, rect); }, 150);

const previewable = target => {
  const link = target.closest?.('a.concept-link, a.chart-node');
  return link?.pathname && link.pathname !== location.pathname ? link : null;
};

if (preview.showPopover) {
  document.addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const link = previewable(event.target);
    if (preview.contains(event.target) || (link && link === shown)) return clearTimeout(timer);
    if (!link) return shown ? soon(closePreview, 200) : clearTimeout(timer);
    openSoon(link, [...link.getClientRects()].find(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) ?? link.getBoundingClientRect());
  });
  document.addEventListener('focusin', event => {
    const link = event.target.matches(':focus-visible') ? previewable(event.target) : null;
    if (link) openSoon(link, link.getBoundingClientRect());
    else if (!preview.contains(event.target)) closePreview();
  });
  document.addEventListener('focusout', closePreview);
  document.addEventListener('article-changing', closePreview);
  document.addEventListener('pointerdown', event => preview.contains(event.target) || closePreview());
  document.addEventListener('keydown', event => event.key === 'Escape' && closePreview());
}
