// Text models on demand: from the cache, else read again from the PDF.
import { AppError } from '#shared/errors.ts';
import type { PageText } from '#shared/text/model.ts';
import type { Pages } from '#shared/text/pages.ts';
import type { Services } from '../kinds.ts';
import type { Cache } from './cache.ts';
import { thumbnail } from './extract/run.ts';
import { keepPassword, passwordOf } from './passwords.ts';
import { readPdf } from './read.ts';
import { fileRow, type FileRow } from './sql.ts';

/** Readings under way in each library, so that two windows asking at once cost one. */
const underWay = new WeakMap<Cache, Map<string, Promise<unknown>>>();

/** A page's text model as JSON bytes; undefined when there is no such file or page, or it could not be read. */
export async function textJson(core: Services, sha256: string, page: number): Promise<Buffer | undefined> {
  const cached = core.cache.pageJson(sha256, page);
  if (cached) return cached;
  const row = fileRow(core.db, sha256);
  if (!row || !isReadable(core, row) || (row.state === 'ready' && page > row.page_count)) return undefined;
  await readOnce(core, sha256);
  return core.cache.pageJson(sha256, page);
}

/** The words of every page as JSON, an array of PageWords; undefined when there is no such file or it could not be read. */
export async function wordsJson(core: Services, sha256: string): Promise<string | undefined> {
  const row = fileRow(core.db, sha256);
  if (!row) return undefined;
  let pages = core.cache.words(sha256);
  if ((pages.length < row.page_count || pages.length === 0) && isReadable(core, row)) {
    await readOnce(core, sha256);
    pages = core.cache.words(sha256);
  }
  return pages.length === 0 ? undefined : `[${pages.join(',')}]`;
}

/** Can it be read: is it there, and either open or its password known? */
function isReadable(core: Services, { sha256, state }: FileRow): boolean {
  const isOpen = state === 'ready' || (state === 'locked' && passwordOf(core, sha256) !== undefined);
  return isOpen && core.store.has(sha256);
}

/**
 * Reads a locked file with a password, into the cache; false where the password is not right. Then it is known until
 * the library is closed. Throws `conflict` for a file that cannot be read whatever the password.
 */
export async function unlock(core: Services, file: FileRow, password: string): Promise<boolean> {
  const { sha256 } = file;
  if (!core.store.has(sha256))
    throw new AppError('not_found', 'The file is gone from the library’s folder. Add it again.');
  const reading = await readPdf({ ...core, signal: core.closing }, sha256, password);
  if (reading.state === 'locked') return false;
  if (reading.state === 'damaged') throw new AppError('conflict', reading.message);
  keepPassword(core, sha256, password);
  return true;
}

/** Reads the file into the cache; joins a reading under way. */
async function readOnce(core: Services, sha256: string): Promise<void> {
  const readings = underWay.get(core.cache) ?? new Map<string, Promise<unknown>>();
  underWay.set(core.cache, readings);
  const reading =
    readings.get(sha256) ?? readPdf({ ...core, signal: core.closing }, sha256).finally(() => readings.delete(sha256));
  readings.set(sha256, reading);
  await reading;
}

/** The pages of a file as anchoring wants them, from the cache alone (commands do not wait). */
export function cachedPages(core: Services, sha256: string): Pages {
  const kept = new Map<number, PageText | undefined>();
  return {
    // A locked file was never counted; once it was opened its pages are in the cache.
    count: fileRow(core.db, sha256)?.page_count || core.cache.pageCount(sha256),
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

/** Width of a page's small picture, and what drawing one may take. */
const THUMB = { widthPx: 240, timeMs: 20_000 };

/** A small picture of a page as PNG, drawn when first asked for; undefined where there is no such page or it cannot be drawn. */
export async function thumbOf(core: Services, sha256: string, page: number): Promise<Uint8Array | undefined> {
  const cached = core.cache.cover(sha256, page);
  if (cached) return cached;
  const row = fileRow(core.db, sha256);
  if (!row || !isReadable(core, row) || (row.state === 'ready' && page > row.page_count)) return undefined;
  const password = passwordOf(core, sha256);
  const file = {
    path: core.store.pathOf(sha256),
    page,
    widthPx: THUMB.widthPx,
    ...(password !== undefined && { password }),
  };
  const image = await thumbnail(file, { spawn: core.spawn, timeMs: THUMB.timeMs, signal: core.closing });
  if (image) core.cache.putCover(sha256, page, image.png);
  return image?.png;
}
