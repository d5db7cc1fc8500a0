// Which marks are in view in the pages, and which is pointed at there: what the pane beside follows and lights.
import { useEffect, useSyncExternalStore } from 'react';
import { type PdfEngine, Store } from '../pdf/index.ts';
import type { Marks } from '../use-marks.ts';

/** Ids of annotations, in the order of the page; and those under the pointer. */
export type InView = { ids: readonly string[]; hovered: readonly string[] };

const store = new Store<InView>({ ids: [], hovered: [] });

/** What is in view now; renders again when it changes. */
export const useInView = (): InView => useSyncExternalStore(store.subscribe, store.get);

/** These marks are under the pointer. */
export function setHovered(ids: readonly string[]): void {
  if (ids.join() !== store.get().hovered.join()) store.set({ hovered: ids });
}

/** Rest after a scroll, in milliseconds. */
const REST_MS = 150;

/** Keeps the store at what is in view while mounted. */
export function useTellInView(engine: PdfEngine, marks: Marks, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const view = engine.container.getBoundingClientRect();
      const ids: string[] = [];
      for (const { number } of engine.state().shown) {
        for (const { annotation, rects } of marks.index.get(number) ?? []) {
          const box = rects[0] && engine.clientBox(number, rects[0]);
          const isSeen = box && box.top + box.height > view.top && box.top < view.bottom;
          if (isSeen && !ids.includes(annotation.id)) ids.push(annotation.id);
        }
      }
      if (ids.join() !== store.get().ids.join()) store.set({ ids });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, REST_MS);
    };
    later();
    const stops = [engine.onView(later), engine.subscribe(later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [engine, marks.index, isWanted]);
}
