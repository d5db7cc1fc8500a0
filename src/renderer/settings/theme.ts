// The theme: what the user chose, and what the page shows for it.
import { useEffect } from 'react';
import { useSetting } from '../data/setting.ts';

/** Choices, in the order menus show them. */
export const THEMES = ['system', 'light', 'dark', 'sepia'] as const;
export type Theme = (typeof THEMES)[number];

/** Is it a theme? */
export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/** Shows a theme: `data-theme` on the root element; none lets the system decide. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** The chosen theme and the way to choose; keeps the page in step. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useSetting<Theme>('theme', 'system', isTheme);
  useEffect(() => showTheme(theme), [theme]);
  return [theme, setTheme];
}
