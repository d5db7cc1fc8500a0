// The one pdf.js worker of the window: started with the app, shared by every document, ours to end.
import type * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

let port: Worker | null = null;
let shared: pdfjs.PDFWorker | null = null;
const listeners = new Set<() => void>();

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

/** Hears when the worker was ended: every open document is lost and must be opened again. Returns the way to stop. */
export function onPdfWorkerEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ends the worker with everything it is at, and starts a new one. */
export function replacePdfWorker(): void {
  shared?.destroy();
  port?.terminate();
  shared = null;
  port = null;
  startPdfWorker();
  for (const listener of listeners) listener();
}
