// Addresses of the bytes the core serves beside the contract, and the way in for local files.
import { responseError, toAppError } from './problems.ts';

/** A stored PDF. */
export const fileUrl = (sha256: string): string => `/file/${sha256}.pdf`;
/** The text model of one page (1-based), a PageText as JSON. */
export const textUrl = (sha256: string, page: number): string => `/text/${sha256}/${page}`;
/** The words of all pages, PageWords[] as JSON. */
export const wordsUrl = (sha256: string): string => `/words/${sha256}`;
/** A small picture of a page (1-based). */
export const thumbUrl = (sha256: string, page: number): string => `/thumb/${sha256}/${page}`;
/** A picture of the first page. */
export const coverUrl = (sha256: string): string => `/thumb/${sha256}/1`;
/** A part of a page as a picture: `rect` in PDF user space, `widthPx` of the picture. */
export const cropUrl = (sha256: string, page: number, rect: readonly number[], widthPx: number): string =>
  `/crop/${sha256}/${page}/${rect.map((n) => n.toFixed(2)).join('_')}/${Math.round(widthPx)}.png`;
/** An image of the notes. */
export const imageUrl = (sha256: string): string => `/image/${sha256}`;
/** A survey's Markdown, byte for byte. */
export const surveyUrl = (id: string): string => `/survey/${id}.md`;

/** Hands a local file to the core; answers the ticket (`source`) to import it by, good once. Rejects with an AppError. */
export async function upload(file: File, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    ...(signal ? { signal } : {}),
  }).catch((thrown: unknown) => {
    throw toAppError(thrown);
  });
  if (!response.ok) throw await responseError(response);
  const { source } = (await response.json()) as { source: string };
  return source;
}
