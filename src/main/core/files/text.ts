// Text models on demand: from the cache, else read again from the PDF.
import { AppError } from '#shared/errors.ts';
import type { PageText } from '#shared/text/model.ts';
import type { Pages } from '#shared/text/pages.ts';
import type { Services } from '../kinds.ts';
import type { Cache } from './cache.ts';
import { readPdf } from './read.ts';
import { fileRow } from './sql.ts';

/** Readings under way in each library, so that two windows asking at once cost one. */
const underWay = new WeakMap<Cache, Map<string, Promise<unknown>>>();

/** A page's text model as JSON bytes; undefined when there is no such file or page, or it could not be read. */
export async function textJson(core: Services, sha256: string, page: number): Promise<Buffer | undefined> {
  const cached = core.cache.pageJson(sha256, page);
  if (cached) return cached;
  const row = fileRow(core.db, sha256);
  if (row?.state !== 'ready' || page > row.page_count || !core.store.has(sha256)) return undefined;
  const readings = underWay.get(core.cache) ?? new Map<string, Promise<unknown>>();
  underWay.set(core.cache, readings);
  const reading =
    readings.get(sha256) ?? readPdf({ ...core, signal: core.closing }, sha256).finally(() => readings.delete(sha256));
  readings.set(sha256, reading);
  await reading;
  return core.cache.pageJson(sha256, page);
}

/** The pages of a file as anchoring wants them, from the cache alone (commands do not wait). */
export function cachedPages(core: Services, sha256: string): Pages {
  const kept = new Map<number, PageText | undefined>();
  return {
    count: fileRow(core.db, sha256)?.page_count ?? 0,
    page: (page) => {
      if (!kept.has(page)) kept.set(page, core.cache.page(sha256, page));
      return kept.get(page);
    },
  };
}

/** One page that must be there: `bad_input` outside the document, `conflict` while its text is not yet read. */
export function requirePage(pages: Pages, sha256: string, page: number): PageText {
  if (page > pages.count) throw new AppError('bad_input', `page: the file has ${pages.count} pages, not ${page}.`);
  const text = pages.page(page);
  if (!text)
    throw new AppError(
      'conflict',
      `Page ${page} of ${sha256.slice(0, 12)}… has not been read yet. Open it and try again.`,
    );
  return text;
}

export const coverOf = (core: Services, sha256: string, page: number): Buffer | undefined =>
  core.cache.cover(sha256, page);
