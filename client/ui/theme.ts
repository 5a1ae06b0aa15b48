import { createStore, useStore } from './store.ts';

export type Theme = 'light' | 'dark' | 'system';

/** public/theme.js reads it before the first paint. */
const KEY = 'parley.theme';

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

const theme = createStore<Theme>(stored());

export function setTheme(next: Theme) {
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  theme.set(next);
}

export function useTheme(): Theme {
  return useStore(theme);
}
