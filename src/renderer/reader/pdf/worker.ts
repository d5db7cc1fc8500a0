// The one pdf.js worker of the window: started with the app, shared by every document, ours to end.
import type * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

let port: Worker | null = null;
let shared: pdfjs.PDFWorker | null = null;

/** Starts the worker if it is not running. Cheap to call twice; does nothing where there are no workers (tests). */
export function startPdfWorker(): void {
  if (port || typeof Worker === 'undefined') return;
  port = new Worker(workerUrl, { type: 'module', name: 'pdf' });
}

/** The worker as pdf.js knows it, started if need be. `api` is the loaded library, so that this file stays light. */
export function sharedPdfWorker(api: typeof pdfjs): pdfjs.PDFWorker {
  startPdfWorker();
  shared ??= api.PDFWorker.create({ name: 'pdf', port: port ?? undefined, verbosity: api.VerbosityLevel.ERRORS });
  return shared;
}

/** Ends the worker with everything it is at; the next document starts a new one. Open documents are lost. */
export function endPdfWorker(): void {
  shared?.destroy();
  port?.terminate();
  shared = null;
  port = null;
}
