// Which language the interface speaks: a tiny store, so that plain functions can ask too.
import { useSyncExternalStore } from 'react';

/** Languages of the interface, BCP 47. */
export const UI_LANGUAGES = ['en', 'zh-Hans'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** Is it one of the interface's languages? */
export const isUiLanguage = (value: unknown): value is UiLanguage =>
  UI_LANGUAGES.some((language) => language === value);

/** The interface language for a user whose system prefers these languages, in order. */
export function preferredUiLanguage(wanted: readonly string[]): UiLanguage {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

let current: UiLanguage = typeof navigator === 'undefined' ? 'en' : preferredUiLanguage(navigator.languages ?? []);
const listeners = new Set<() => void>();

/** The interface's language now. */
export const uiLanguage = (): UiLanguage => current;

/** Switches the interface; the caller stores the choice. */
export function setUiLanguage(next: UiLanguage): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The interface's language; renders again when it changes. */
export const useUiLanguage = (): UiLanguage => useSyncExternalStore(subscribe, uiLanguage, uiLanguage);
