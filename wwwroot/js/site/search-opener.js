// Ctrl/⌘-K and the page's search boxes open the dialog; what it does there is loaded with it (js/search.js).
import { find, isPlainClick } from './page.js';
import { closePreview } from './preview.js';

const dialog = find('#search-dialog');

async function openSearch(text = '') {
  if (dialog.open) return;
  closePreview();
  find('input', dialog).value = text;
  dialog.showModal();
  try {
    (await import('./search.js')).start(dialog);
  } catch { /* The dialog's form still leads to the search page. */ }
}

document.addEventListener('keydown', event => {
  if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  openSearch();
});

for (const opener of document.querySelectorAll('[data-opens=search]')) {
  opener.addEventListener('click', event => {
    // A click that the keyboard made on a box is none: focus alone must not open anything.
    if (!isPlainClick(event) || (opener.matches('input') && !event.detail)) return;
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
if (/Mac|iP/.test(navigator.platform)) document.querySelectorAll('.search-form kbd').forEach(key => key.textContent = '⌘K');
