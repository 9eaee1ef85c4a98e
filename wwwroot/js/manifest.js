// An object lights up wherever it stands: in the lines, in the picture, in its explanation. All of it can be read without.
const parts = id => document.querySelectorAll(`[data-object="${id}"]`);
let lit;

function light(event) {
  const id = event.target.closest?.('[data-object]')?.dataset.object;
  if (id === lit) return;
  for (const part of lit ? parts(lit) : []) part.classList.remove('lit');
  for (const part of id ? parts(id) : []) part.classList.add('lit');
  lit = id;
}

addEventListener('pointerover', light);
addEventListener('focusin', light);
