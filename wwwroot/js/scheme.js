// Runs before the first paint, so that a remembered scheme never flashes.
try {
  const scheme = localStorage.getItem('scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch { /* Storage may be forbidden: the system's scheme stands. */ }
