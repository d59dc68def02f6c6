export type Theme = 'light' | 'dark';

const kept = 'clew-theme';

/** What somebody chose; what their machine says until they have. */
export function themeNow(): Theme {
  const chosen = window.localStorage.getItem(kept);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function applyTheme(theme: Theme): void {
  window.localStorage.setItem(kept, theme);
  document.documentElement.dataset.theme = theme;
}
