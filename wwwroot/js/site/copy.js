// Copies code, and links in three forms.
import { find, isPlainClick, placeBelow, say } from './page.js';

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
  const heading = control.parentElement.getAttribute('aria-label');
  return { title: control.hash ? `${title} › ${heading}` : title, url: url.href };
}

const forms = {
  url: ({ url }) => url,
  text: ({ title, url }) => `${title} ${url}`,
  markdown: ({ title, url }) => `[${title.replace(/[\\[\]]/g, '\\$&')}](${url})`,
};

document.addEventListener('click', event => {
  const control = event.target.closest?.('.copy, .copy-link, .anchor, [data-form]');
  if (!control || !isPlainClick(event)) return;
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
