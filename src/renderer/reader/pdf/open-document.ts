// Opens a stored PDF in pdf.js: everything offline, nothing executed, sizes capped. What can go wrong has a name.
import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { CHUNK_BYTES, FetchFailed, fetchBeginning, rangeTransport } from './range-transport.ts';
import { replacePdfWorker, sharedPdfWorker } from './worker.ts';

/** Why a document does not open: it asks for a password, is damaged, has no pages, takes too long, is not there, or the host is
 * silent. */
export type OpenFailure = 'locked' | 'damaged' | 'empty' | 'slow' | 'missing' | 'unreachable';

/** A document does not open; `reason` says why, `message` is pdf.js's own word on it. */
export class CannotOpen extends Error {
  readonly reason: OpenFailure;

  constructor(reason: OpenFailure, message: string) {
    super(message);
    this.name = 'CannotOpen';
    this.reason = reason;
  }
}

export type OpenDocument = { document: PDFDocumentProxy; destroy(): void };

/** Pixels of one image beyond which it is not decoded, and bytes of a canvas beyond which images are scaled down. */
const MAX_IMAGE_PIXELS = 64e6;
const MAX_CANVAS_BYTES = 256e6;

/** What opening may take, in milliseconds. */
const OPEN_LIMIT_MS = 30_000;

/**
 * Opens the PDF at `url` (same origin). `onLost` is called when, later on, bytes can no longer be fetched.
 * @throws CannotOpen
 */
export async function openDocument(
  api: typeof pdfjs,
  { url, password }: { url: string; password?: string },
  onLost: (failure: OpenFailure) => void,
): Promise<OpenDocument> {
  const aborter = new AbortController();
  let task: pdfjs.PDFDocumentLoadingTask | null = null;
  const destroy = () => {
    aborter.abort();
    void task?.destroy();
  };
  try {
    const beginning = await fetchBeginning(url, aborter.signal);
    const bytes = beginning.whole
      ? { data: beginning.data }
      : { range: rangeTransport(api, url, beginning, aborter.signal, (error) => onLost(failureOf(error))) };
    const data = new URL('pdfjs/', document.baseURI).href;
    task = api.getDocument({
      ...bytes,
      worker: sharedPdfWorker(api),
      ...(password === undefined ? {} : { password }),
      rangeChunkSize: CHUNK_BYTES,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      maxImageSize: MAX_IMAGE_PIXELS,
      canvasMaxAreaInBytes: MAX_CANVAS_BYTES,
      useWorkerFetch: true,
      cMapUrl: `${data}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${data}standard_fonts/`,
      wasmUrl: `${data}wasm/`,
      iccUrl: `${data}iccs/`,
      fontExtraProperties: false,
      pdfBug: false,
      verbosity: api.VerbosityLevel.ERRORS,
    });
    const opened = await withinLimit(task.promise, aborter.signal);
    if (opened.numPages < 1) throw new CannotOpen('empty', 'The document has no pages.');
    return { document: opened, destroy };
  } catch (error) {
    destroy();
    if (error instanceof CannotOpen) throw error;
    throw new CannotOpen(failureOf(error), error instanceof Error ? error.message : String(error));
  }
}

/** The promise, or `slow` with the worker ended: nobody can ask a worker that is busy to stop. */
async function withinLimit<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      if (signal.aborted) return;
      fail(new CannotOpen('slow', 'Opening took too long.'));
      replacePdfWorker();
    }, OPEN_LIMIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The name of a failure, from an exception of pdf.js or of the fetch. */
export function failureOf(error: unknown): OpenFailure {
  if (error instanceof FetchFailed) return error.status === 404 || error.status === 410 ? 'missing' : 'unreachable';
  if (error instanceof Error && error.name === 'PasswordException') return 'locked';
  return 'damaged';
}
