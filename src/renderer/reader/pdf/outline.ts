// The document's own outline (bookmarks), as a plain tree.
import type { PdfEngine } from './engine.ts';

/** One entry; `destination` is what the engine's `goToDestination` takes, null for a heading that leads nowhere. */
export type OutlineItem = { title: string; destination: string | unknown[] | null; items: OutlineItem[] };

/** Depth and number beyond which entries are left out: an outline may be as hostile as any part of a PDF. */
const MAX_DEPTH = 64;
const MAX_ITEMS = 20_000;

type Entry = { title: string; dest: string | unknown[] | null; items: Entry[] };

/** The outline; empty where the document has none. */
export async function readOutline(engine: PdfEngine): Promise<OutlineItem[]> {
  // An outline that cannot be read is an outline that is not there: the document itself is fine.
  const entries = await engine
    .document()
    ?.getOutline()
    .catch(() => null);
  let left = MAX_ITEMS;
  const take = (list: readonly Entry[], depth: number): OutlineItem[] => {
    if (depth > MAX_DEPTH) return [];
    return list.slice(0, Math.max(0, left)).map((entry) => {
      left--;
      return { title: entry.title.trim() || '—', destination: entry.dest, items: take(entry.items ?? [], depth + 1) };
    });
  };
  return take((entries ?? []) as unknown as Entry[], 1);
}
