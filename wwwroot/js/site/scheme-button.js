// The colour scheme: the system's, light, dark. js/scheme.js sets what is remembered before the first paint.
import { find, root } from './page.js';

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
