// What all parts share. The files of this folder become one script, js/site.js (see SiteAssets.targets).
// Every page is complete without it, and every word it shows stands in the page's HTML.
export const root = document.documentElement;
export const base = root.dataset.base ?? '';
export const find = (selector, within = document) => within.querySelector(selector);
export const isPlainClick = event => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

const announce = find('#announce');
let silence;

/** Tells the reader one of the messages that the page holds ready. */
export function say(message) {
  if (!announce) return;
  announce.textContent = announce.dataset[message];
  clearTimeout(silence);
  silence = setTimeout(() => announce.textContent = '', 4000);
}

export function placeBelow(element, rect) {
  element.style.left = `${scrollX + Math.max(8, Math.min(rect.left, root.clientWidth - element.offsetWidth - 8))}px`;
  const isAbove = rect.bottom + element.offsetHeight + 16 > innerHeight && rect.top > element.offsetHeight + 8;
  element.style.top = `${scrollY + (isAbove ? rect.top - element.offsetHeight - 6 : rect.bottom + 6)}px`;
}
