// Whether the window hears the core: a tiny store that the event stream keeps and the banner reads.
import { useSyncExternalStore } from 'react';

/** `lost` is said only after a connection was there or several attempts failed; `stranger` when the core no longer knows this window. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'stranger';

let state: Connection = 'connecting';
const listeners = new Set<() => void>();

/** Used by the event stream alone. */
export function setConnection(next: Connection): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** True while events arrive. */
export const isConnected = (): boolean => state === 'connected';

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state of the event stream. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => state);
