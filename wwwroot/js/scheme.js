// Before the first paint: the remembered scheme, without a flash.
try {
  const { scheme } = localStorage;
  if (/^(light|dark)$/.test(scheme)) document.documentElement.dataset.scheme = scheme;
} catch {}
// Chromium rejects a promise nobody holds when a cross-fade comes too late.
onunhandledrejection = event => /^Transition/.test(event.reason?.message) && event.preventDefault();
