// Opens a stored PDF in pdf.js: everything offline, nothing executed, sizes capped. What can go wrong has a name.
import type * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { CHUNK_BYTES, FetchFailed, fetchBeginning, rangeTransport } from './range-transport.ts';
import { sharedPdfWorker } from './worker.ts';

/** Why a document does not open: it asks for a password, is damaged, is not there, or the host is silent. */
export type OpenFailure = 'locked' | 'damaged' | 'missing' | 'unreachable';

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

/**
 * Opens the PDF at `url` (same origin). `onLost` is called when, later on, bytes can no longer be fetched.
 * @throws CannotOpen
 */
export async function openDocument(
  api: typeof pdfjs,
  url: string,
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
    const opened = await task.promise;
    if (opened.numPages < 1) throw new CannotOpen('damaged', 'The document has no pages.');
    return { document: opened, destroy };
  } catch (error) {
    destroy();
    if (error instanceof CannotOpen) throw error;
    throw new CannotOpen(failureOf(error), error instanceof Error ? error.message : String(error));
  }
}

/** The name of a failure, from an exception of pdf.js or of the fetch. */
export function failureOf(error: unknown): OpenFailure {
  if (error instanceof FetchFailed) return error.status === 404 || error.status === 410 ? 'missing' : 'unreachable';
  if (error instanceof Error && error.name === 'PasswordException') return 'locked';
  return 'damaged';
}
