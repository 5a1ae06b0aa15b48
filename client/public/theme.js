// Before the first paint, so that a dark room never flashes white. A file of its own: no inline script passes the page's policy.
(() => {
  try {
    const theme = localStorage.getItem('parley.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's own setting stands.
  }
})();
