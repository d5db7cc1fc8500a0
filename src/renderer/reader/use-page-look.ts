// The colours of the page: as paper, dark or sepia; for all documents, and otherwise for one.
import { useEffect } from 'react';
import { useRead } from '../data/read.ts';
import { setSetting, useSetting } from '../data/setting.ts';
import type { PdfEngine } from './pdf/index.ts';

/** `auto` goes with the window. */
export const PAGE_THEMES = ['auto', 'light', 'dark', 'sepia'] as const;
export type PageTheme = (typeof PAGE_THEMES)[number];

/** What one document has of its own: a theme, and whether its pictures are inverted too. */
export type DocumentLook = { theme: PageTheme | null; invertsFigures: boolean };

const isTheme = (value: unknown): value is PageTheme => PAGE_THEMES.some((theme) => theme === value);

/** A document's own look as stored, which may be anything. Pure. */
export function lookOf(stored: unknown): DocumentLook {
  const { theme, invertsFigures } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  return { theme: isTheme(theme) ? theme : null, invertsFigures: invertsFigures === true };
}

export type PageLook = {
  everywhere: PageTheme;
  here: DocumentLook;
  setEverywhere: (theme: PageTheme) => void;
  setHere: (change: Partial<DocumentLook>) => void;
};

/** The look of a document; the pages follow it. */
export function usePageLook(engine: PdfEngine | null, sha256: string): PageLook {
  const key = `view:${sha256}`;
  const [everywhere, setEverywhere] = useSetting<PageTheme>('layout.page', 'auto', isTheme);
  const here = lookOf(useRead('settings', 'get', { key }).data);
  const theme = here.theme ?? everywhere;
  const { invertsFigures } = here;
  useEffect(() => {
    engine?.look(theme, invertsFigures);
  }, [engine, theme, invertsFigures]);
  return { everywhere, here, setEverywhere, setHere: (change) => setSetting(key, { ...here, ...change }) };
}
