// Runs before the first paint, so that a chosen theme never flashes. The switch itself is in theme.ts.
try {
  const theme = localStorage.getItem('chancery.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; then the system's preference stands.
}
