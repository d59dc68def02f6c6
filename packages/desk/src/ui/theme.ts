import { useSyncExternalStore } from 'react';

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

/** The theme that is shown, and again whenever another one is: for pictures, which no style sheet colours. */
export function useThemeShown(): string {
  return useSyncExternalStore(listen, () => document.documentElement.dataset.theme ?? '');
}

function listen(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
