// Before anything is painted: the theme that was chosen here earlier. Not a module, so that it does not wait.
(() => {
  let theme = null;
  try { theme = localStorage.getItem('theme'); } catch { /* storage is blocked: automatic */ }
  document.documentElement.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
})();
