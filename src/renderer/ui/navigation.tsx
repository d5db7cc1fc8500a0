// Where the window is, kept in the address, so that Back and Forward are "where I was".
import { useSyncExternalStore } from 'react';
import type { Place } from '#shared/values.ts';
import { read } from '../data/read.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

export type { Route };

let current: Route = parseRoute(typeof window === 'undefined' ? '' : window.location.hash);
const listeners = new Set<() => void>();

const renew = () => {
  current = parseRoute(window.location.hash);
  for (const listener of listeners) listener();
};

if (typeof window !== 'undefined') window.addEventListener('hashchange', renew);

/** Goes there; going where one already is arrives again (a new route object, so that the place can flash once more). */
export function go(to: Route): void {
  const hash = formatRoute(to);
  if (hash === window.location.hash) renew();
  else window.location.hash = hash;
}

/** Replaces the current place without a step of its own in Back and Forward. */
export function replaceRoute(to: Route): void {
  window.history.replaceState(window.history.state, '', formatRoute(to));
  renew();
}

/** The way to go somewhere; stable. */
export const useGo = (): ((to: Route) => void) => go;

/** Where the window is now, for code outside components. */
export const currentRoute = (): Route => current;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where the window is. A new object on every arrival, also at the same place. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, currentRoute, currentRoute);

/** The route that shows a place of the contract; null for a place that names nothing that is still there. */
export async function routeTo(place: Place): Promise<Route | null> {
  const { surveyId, sha256, page, annotationId, passageId, findingId, noteId, matrixId, outlineId } = place;
  if (matrixId) return { view: 'matrix', matrixId };
  if (outlineId) return { view: 'outline', outlineId };
  let { paperId } = place;
  if (!paperId && annotationId) paperId = (await read('annotations', 'get', { id: annotationId })).paperId ?? undefined;
  if (!paperId && sha256) paperId = (await read('files', 'get', { sha256 })).paperIds[0];
  if (!paperId && findingId && !surveyId) {
    const finding = await read('findings', 'get', { id: findingId });
    if (!finding.paperId && finding.surveyId) return { view: 'survey', surveyId: finding.surveyId, findingId };
    paperId = finding.paperId ?? finding.evidence.find((evidence) => evidence.paperId)?.paperId ?? undefined;
  }
  if (paperId) {
    return {
      view: 'reader',
      paperId,
      ...(sha256 ? { sha256 } : {}),
      ...(annotationId ? { annotationId } : {}),
      ...(page ? { page } : {}),
      ...(passageId ? { passageId } : {}),
      ...(findingId ? { findingId } : {}),
    };
  }
  const isOwnNote = noteId !== undefined || (surveyId !== undefined && passageId !== undefined);
  if (isOwnNote) {
    const at = surveyId ? { surveyId } : noteId ? { noteId } : {};
    return { view: 'notes', ...at, ...(passageId ? { passageId } : {}) };
  }
  if (surveyId) return { view: 'survey', surveyId, ...(findingId ? { findingId } : {}) };
  return null;
}

/** Shows a place of the contract; stays where one is when the place is gone. */
export async function goToPlace(place: Place): Promise<void> {
  // A place whose thing was deleted meanwhile is no error of the user's.
  const route = await routeTo(place).catch(() => null);
  if (route) go(route);
}
