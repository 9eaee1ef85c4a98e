// Opens the circuit of an interactive page. Links stay ordinary links: pages that are read know nothing of circuits.
Blazor.start({ ssr: { disableDomPreservation: true } });

// A server that does not know the circuit any more has the page all the same: the address says what it shows. Asked for, not
// reloaded: the page may be the answer to a form, and the browser would ask whether to send that again.
const notice = document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  if (notice.classList.contains('components-reconnect-rejected')) location.replace(location.pathname + location.search);
}).observe(notice, { attributeFilter: ['class'] });
