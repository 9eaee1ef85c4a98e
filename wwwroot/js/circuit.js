// Opens the circuit of an interactive page. Links stay ordinary links: pages that are read know nothing of circuits.
Blazor.start({ ssr: { disableDomPreservation: true } });

// A server that does not know the circuit any more has the page all the same: the address says what it shows.
const notice = document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  if (notice.classList.contains('components-reconnect-rejected')) location.reload();
}).observe(notice, { attributeFilter: ['class'] });
