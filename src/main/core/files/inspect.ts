// What is asked of a stored PDF beside its text: a part of a page as a picture, where its figures are, its own marks.
import type { Rect } from '#shared/text/model.ts';
import type { Services } from '../kinds.ts';
import { crop, figures, pdfMarks } from './extract/run.ts';
import type { PdfMark } from './extract/protocol.ts';
import { passwordOf } from './passwords.ts';

export type { PdfMark } from './extract/protocol.ts';

const LIMIT = { timeMs: 20_000 };

const fileOf = (core: Services, sha256: string): { path: string; password?: string } => {
  const password = passwordOf(core, sha256);
  return { path: core.store.pathOf(sha256), ...(password !== undefined && { password }) };
};

/** A part of a page as PNG, from the cache or drawn; undefined where there is no such file or page. */
export async function cropOf(
  core: Services,
  sha256: string,
  page: number,
  rect: Rect,
  widthPx: number,
): Promise<Uint8Array | undefined> {
  const key = `${page} ${rect.join(' ')} ${widthPx}`;
  const cached = core.cache.extra(sha256, key);
  if (cached) return cached;
  if (!core.store.has(sha256)) return undefined;
  const asked = { ...fileOf(core, sha256), page, rect, widthPx };
  const image = await crop(asked, { spawn: core.spawn, ...LIMIT, signal: core.closing });
  if (image) core.cache.putExtra(sha256, key, image.png);
  return image?.png;
}

/** Where pictures stand on the pages of a file (index 0 is page 1); empty where it cannot be told. */
export async function figuresOf(core: Services, sha256: string): Promise<Rect[][]> {
  return stored(core, sha256, 'figures', () =>
    figures(fileOf(core, sha256), { spawn: core.spawn, ...LIMIT, signal: core.closing }),
  );
}

/** The annotations a file brings along. */
export async function pdfMarksOf(core: Services, sha256: string): Promise<PdfMark[]> {
  return stored(core, sha256, MARKS, async () => {
    const marks = await pdfMarks(fileOf(core, sha256), { spawn: core.spawn, ...LIMIT, signal: core.closing });
    return marks ?? [];
  });
}

const MARKS = 'marks 1';

/** {@link pdfMarksOf} from the cache alone; undefined where they have not been read yet. */
export function cachedPdfMarks(core: Services, sha256: string): PdfMark[] | undefined {
  const cached = core.cache.extra(sha256, MARKS);
  return cached && (JSON.parse(cached.toString('utf8')) as PdfMark[]);
}

async function stored<T>(core: Services, sha256: string, key: string, make: () => Promise<T[]>): Promise<T[]> {
  const cached = core.cache.extra(sha256, key);
  if (cached) return JSON.parse(cached.toString('utf8')) as T[];
  if (!core.store.has(sha256)) return [];
  const made = await make();
  if (!core.closing.aborted) core.cache.putExtra(sha256, key, Buffer.from(JSON.stringify(made)));
  return made;
}
