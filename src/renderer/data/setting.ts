// Settings as state: read once, written through at once.
import { useCallback } from 'react';
import { queryClient } from './query-client.ts';
import { useRead } from './read.ts';
import { write } from './write.ts';

/** A value that fits in JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Stores a setting; the cache shows it at once. */
export function setSetting(key: string, value: Json): void {
  queryClient.setQueryData<Record<string, Json>>(['settings', 'all', {}], (all) =>
    all ? { ...all, [key]: value } : all,
  );
  queryClient.setQueryData<Json>(['settings', 'get', { key }], value);
  // A preference that could not be kept is no reason to disturb: it holds for this window.
  write('settings', 'set', { key, value }, { quiet: true }).catch(() => undefined);
}

/** A setting and its setter; `fallback` while unset or not read yet, or where `accepts` refuses what is stored. */
export function useSetting<T extends Json>(
  key: string,
  fallback: T,
  accepts: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const stored = useRead('settings', 'all', {}).data?.[key];
  const set = useCallback((value: T) => setSetting(key, value), [key]);
  return [accepts(stored) ? stored : fallback, set];
}
