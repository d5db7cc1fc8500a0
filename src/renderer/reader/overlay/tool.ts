// Which drawing tool is in hand. One reader a window, so one tool.
import { useSyncExternalStore } from 'react';
import type { ShapeKind } from '#shared/annotations.ts';

let tool: ShapeKind | null = null;
const listeners = new Set<() => void>();

/** The tool in hand, null for the plain pointer. */
export const currentTool = (): ShapeKind | null => tool;

/** Takes a tool, or lays it down: null, or the one already in hand. */
export function takeTool(next: ShapeKind | null): void {
  tool = next === tool ? null : next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The tool in hand; renders again when it changes. */
export const useTool = (): ShapeKind | null => useSyncExternalStore(subscribe, currentTool, currentTool);
