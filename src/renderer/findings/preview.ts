// The passage being looked at before it is taken: the suggestions set it, the page shows it.
import { useSyncExternalStore } from 'react';
import type { Suggestion } from '#shared/findings.ts';

export type Preview = Pick<Suggestion, 'sha256' | 'ranges'>;

let shown: Preview | null = null;
const listeners = new Set<() => void>();

/** Shows a passage in the page of its file, or none. */
export function setPreview(preview: Preview | null): void {
  if (preview === shown) return;
  shown = preview;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = (): Preview | null => shown;

/** The passage to show in this file; null for none. */
export function usePreview(sha256: string): Preview | null {
  const preview = useSyncExternalStore(subscribe, current, current);
  return preview?.sha256 === sha256 ? preview : null;
}
