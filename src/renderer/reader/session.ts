// One document being read: its engine, its texts, the selection in it and what flashes. Made anew for each file.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { fetchDocumentWords, fetchPageText } from '../data/page-text.ts';
import { Find } from './find/find.ts';
import { Flash } from './overlay/flash.ts';
import { Lookup } from './lookup/lookup.ts';
import type { PdfEngine, PdfState } from './pdf/index.ts';
import { attachCopy, CaretMode, PageTexts, Selection } from './selection/index.ts';

export type Session = {
  sha256: string;
  engine: PdfEngine;
  texts: PageTexts;
  selection: Selection;
  flash: Flash;
  find: Find;
  caret: CaretMode;
  lookup: Lookup;
};

/** The session of a file in an engine; null until there is an engine. */
export function useSession(engine: PdfEngine | null, sha256: string): Session | null {
  const session = useMemo(() => {
    if (!engine) return null;
    const texts = new PageTexts((page) => fetchPageText(sha256, page));
    const find = new Find(
      () => fetchDocumentWords(sha256),
      () => engine.state().page,
    );
    const selection = new Selection(texts);
    return {
      sha256,
      engine,
      texts,
      selection,
      flash: new Flash(),
      find,
      caret: new CaretMode(engine, texts, selection),
      lookup: new Lookup(engine, texts),
    };
  }, [engine, sha256]);
  useEffect(() => (session ? attachCopy(session.selection) : undefined), [session]);
  return session;
}

/** The engine's state; renders again when it changes. */
export const useEngineState = (engine: PdfEngine): PdfState => useSyncExternalStore(engine.subscribe, engine.state);

/** True while something is selected and the pointer is up: there is something to mark. */
export function useHasSelection(selection: Selection): boolean {
  return useSyncExternalStore(selection.subscribe, () => !selection.isEmpty() && !selection.get().isDragging);
}
