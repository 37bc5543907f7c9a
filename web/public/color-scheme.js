// Sets the colour scheme before the first paint. A file, because the page's policy forbids inline scripts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('pb-color-scheme');
  } catch {
    // Storage is switched off: the system's scheme is used.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
