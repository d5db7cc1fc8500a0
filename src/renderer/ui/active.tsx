// What is lit on both sides of the reader: the annotation, passage or finding the user is at.
import { useSyncExternalStore } from 'react';

/** Ids of what is lit; null for nothing. */
export type Active = { annotationId: string | null; passageId: string | null; findingId: string | null };

const NOTHING: Active = { annotationId: null, passageId: null, findingId: null };
let active: Active = NOTHING;
const listeners = new Set<() => void>();

/** Lights the named things and leaves the others as they are; `null` puts one out. */
export function setActive(partial: Partial<Active>): void {
  const next = { ...active, ...partial };
  if (
    next.annotationId === active.annotationId &&
    next.passageId === active.passageId &&
    next.findingId === active.findingId
  )
    return;
  active = next;
  for (const listener of listeners) listener();
}

/** Puts everything out, as when another paper opens. */
export const clearActive = (): void => setActive(NOTHING);

/** What is lit, for code outside components. */
export const getActive = (): Active => active;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is lit, and the way to change it. */
export function useActive(): Active & { setActive: (partial: Partial<Active>) => void } {
  const lit = useSyncExternalStore(subscribe, getActive, getActive);
  return { ...lit, setActive };
}
