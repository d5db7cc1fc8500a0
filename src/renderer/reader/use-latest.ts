// The newest value, for listeners that are attached once.
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A ref that always holds the value of the latest render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
