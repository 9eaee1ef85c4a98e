// Before the first paint: the remembered scheme, without a flash.
try {
  const { scheme } = localStorage;
  if (/^(light|dark)$/.test(scheme)) document.documentElement.dataset.scheme = scheme;
} catch {}
// A cross-fade that comes too late rejects a promise that nobody holds: no error of ours.
onunhandledrejection = event => /^Transition/.test(event.reason?.message) && event.preventDefault();
