// How pages are laid out: one below the other, one at a time, or two side by side.
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** `cover` is `spread` with the first page alone, as in a book. */
export type PageLayout = 'continuous' | 'single' | 'spread' | 'cover';

/** pdf.js's scroll modes and spread modes, by number. */
const MODES: Record<PageLayout, { scroll: number; spread: number }> = {
  continuous: { scroll: 0, spread: 0 },
  single: { scroll: 3, spread: 0 },
  spread: { scroll: 0, spread: 1 },
  cover: { scroll: 0, spread: 2 },
};

/** Lays the viewer's pages out. */
export function layOut(viewer: PDFViewer, layout: PageLayout): void {
  const { scroll, spread } = MODES[layout];
  viewer.scrollMode = scroll;
  viewer.spreadMode = spread;
}
