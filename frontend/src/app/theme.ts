/** Light or dark: the system's choice until the reader makes one; `public/theme.js` puts it back before the first paint. */
export function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('throughline.theme', root.dataset.theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
