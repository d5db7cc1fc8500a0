// Which term is being made or changed, wherever that was asked for: the dialog is one for the window.
import { useSyncExternalStore } from 'react';
import type { Term } from '#shared/terms.ts';

export type Asked = { term: Term } | { start: { primary?: string; secondary?: string } };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

/** Opens the dialog: for a term, or for a new one that begins with these forms; null closes it. */
export function askForTerm(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = (): Asked | null => asked;

/** What is asked for; null for nothing. */
export const useAsked = (): Asked | null => useSyncExternalStore(subscribe, current, current);
